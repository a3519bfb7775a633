"""What tolerant eyes find, and what not even they do: pages of every form in which real sites build the same thing."""
