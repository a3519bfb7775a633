"""Turns what a person does in a browser into a scenario, step by step, in the words that scenarios have.

The folder's law: a step is written only if it would find that very thing again; what no sentence can say is told.
"""
