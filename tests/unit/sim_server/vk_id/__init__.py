"""VK ID without its web side."""
