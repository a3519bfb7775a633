"""VK ID: one system for all journals.

Which screens a person sees, in which order and worded how, is the client's data.
"""
