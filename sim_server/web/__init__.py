"""What every simulated site shares on the web side: its world, sessions, forms, layout and error pages."""
