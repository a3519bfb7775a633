"""Personal data: asking for them, judging them, keeping them."""
