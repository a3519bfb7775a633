"""What the simulator shows on the ways of a journal, screen by screen, and where in `site.toml` each caption stands."""
