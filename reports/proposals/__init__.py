"""What to change where a run found another caption: proposed as a difference, applied only when a person says so."""
