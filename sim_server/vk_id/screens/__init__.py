"""The screens of a sign-in, one file each, found by their files' names; which are shown, and when, each client says."""
