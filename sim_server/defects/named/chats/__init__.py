"""The chats that linking makes."""
