"""Сферум, the account page of VK ID and the sites that one enters with it."""
