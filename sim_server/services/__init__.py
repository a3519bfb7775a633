"""Sites that are neither journal nor messenger and let people in by VK ID. Each is a folder with a `service.toml`."""
