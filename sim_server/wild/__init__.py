"""The second face: the same systems behind pages as real ones are, on hosts of their own, without a control API."""
