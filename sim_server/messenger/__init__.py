"""VK Мессенджер: the chats of a study profile, and those of a personal page."""
