"""The screens of VK ID, the same for every journal."""
