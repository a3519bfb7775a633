"""The record of a run: one stream of Cucumber Messages, how it is written and how it is read back."""
