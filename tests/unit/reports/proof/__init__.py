"""What the scenarios notice of known defects, as readers are told it."""
