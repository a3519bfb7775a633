"""The ledger of releases: what was known of each clause in each release, on each stand."""
