"""Turns a folder of raw news texts into a static site in which every fact links to the words it came from."""

__version__ = "0.1.0"
