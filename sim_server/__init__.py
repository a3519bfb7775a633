"""The other side: simulated journals, VK ID, messenger and phone, and the control API that arranges them."""
