"""The simulated systems over HTTP, one file per flow."""
