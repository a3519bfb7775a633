"""What the scenarios notice of a product with known defects, for readers: in our words, and in those of Stryker."""
