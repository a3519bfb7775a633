"""A person's phone: the SMS and the missed calls that reached it."""
