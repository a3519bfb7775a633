"""The start page for people: the sites, ready people, their phones, the clock, the VPN, faults."""
