"""How all tests run: a property may take as long as a busy machine needs, since no test tells the time."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
