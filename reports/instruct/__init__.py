"""An illustrated instruction for people, made from what a green run did and saw."""
