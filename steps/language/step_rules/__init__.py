"""What a run refuses once it knows the step definitions: a rule is its page and a module."""
