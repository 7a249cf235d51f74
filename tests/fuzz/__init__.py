"""Hostile texts of our own making come in; whatever the program does with them that it must not do goes out."""
