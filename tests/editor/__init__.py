"""The language server as a process, and the extension that starts it."""
