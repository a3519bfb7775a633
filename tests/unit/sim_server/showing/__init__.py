"""What is told of the ways of journals."""
