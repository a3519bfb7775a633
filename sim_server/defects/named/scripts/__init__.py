"""What the scripts of pages do."""
