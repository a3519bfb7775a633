"""Which captions the screens have: the list that a run leaves, how it is read, and how it is kept true."""
