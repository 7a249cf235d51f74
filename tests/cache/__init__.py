"""The store and what is kept in it, call by call."""
