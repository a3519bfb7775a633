"""What a feature says: sentences, spelling, tags, and what keeps a text from being carried out; knows no browser."""
