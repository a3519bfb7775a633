"""The gate: decides from the record of a run whether a release may go on, and says why not."""
