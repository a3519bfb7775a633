"""The steps of a recovery, one file each, found by their files' names; their order stands in `recovering`."""
