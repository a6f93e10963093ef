"""The nouns that every part of the program speaks; imports nothing from the other parts."""
