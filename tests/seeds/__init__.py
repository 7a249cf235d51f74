"""Texts as they are read, word by word."""
