"""`svyazka new-site`: lays out a working region to begin with. The files to fill in are in `model/`."""
