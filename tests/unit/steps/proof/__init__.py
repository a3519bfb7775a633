"""What is tried with known defects, in which order, and what that says."""
