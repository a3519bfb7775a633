"""What every journal has in common. What one journal is called, looks like and allows is a folder in `sites/`."""
