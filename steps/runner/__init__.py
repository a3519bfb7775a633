"""How scenarios are run under pytest: collected, planned, executed, repeated, judged, told of."""
