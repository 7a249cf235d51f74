"""Hypothesis makes hostile input for each parser and extractor; what must hold of every result is said here."""
