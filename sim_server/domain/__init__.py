"""Rules and storage of the simulator; nothing here knows Flask, requests or templates."""
