"""A stand that is not ours: an ordinary Flask journal with Authlib beside VK ID alone, and scenarios that run on it."""
