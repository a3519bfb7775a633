"""What a scenario asks for before it has come to it: the scenario is wrong, whatever the system does."""


class StepOutOfTurn(RuntimeError):
    """A step goes back to something that no step before it has done; the message is Russian and says which."""
