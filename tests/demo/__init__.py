"""The demonstration: from word lists and a fixed seed, some hundred news texts about invented countries."""
