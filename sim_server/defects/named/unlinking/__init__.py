"""Taking a link back."""
