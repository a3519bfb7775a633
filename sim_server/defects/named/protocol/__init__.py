"""What a client of VK ID sees and no screen shows."""
