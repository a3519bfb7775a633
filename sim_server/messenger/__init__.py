"""VK Мессенджер: the chats of a study profile."""
