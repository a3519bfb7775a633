"""The defects, each a file, in folders by what they are about."""
