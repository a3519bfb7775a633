"""What an editor asks about a feature while it is written, each answer a plain function; `server` speaks them as LSP.

Lines and columns are counted from 0 and in letters here; what a protocol counts in is the server's to know.
"""
