"""Changes that harm nobody, each a file."""
