"""What a person saw beside what the instruction says and the simulator shows: screens, order, wording, assumptions."""
