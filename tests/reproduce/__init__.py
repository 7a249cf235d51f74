"""The same bytes: a site is built in a plain way and again in many others, and compared. Run: make reproduce."""
