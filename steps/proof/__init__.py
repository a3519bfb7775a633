"""Proof that the gate can close: scenarios are tried on the product with known defects, and it is seen who notices."""
