"""How often scenarios end now so, now otherwise, over past runs."""
