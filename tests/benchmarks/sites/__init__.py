"""Builds of whole sites from the same articles, beside Hugo, Pelican and Eleventy; `__main__` runs them."""
