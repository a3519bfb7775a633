"""ЭПОС, the teachers' journal of Perm."""
