"""Watches a person walk through systems that are not ours, and writes down what they saw: masked, on the fly.

The folder's law: nothing is kept that was not covered first, and what is typed is kept by nobody.
"""
