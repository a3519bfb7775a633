"""Clients of VK ID that others have written, unmodified: each goes its whole way at ours, as it would at the real one.

They are configured by what they document; their names lead here by resolver rules, and they trust what
`serve --tls --ca-file` exports. Nothing is overridden, and no check of certificates is off.
"""
