"""What a run refuses, and what it remarks on: a rule is its page and, where something must look for it, a module."""
