"""The control API: arranges worlds, people, time and faults before and during a scenario."""
