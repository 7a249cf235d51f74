"""The supply chain: the lock files come in, and what is known of the packages in them goes out. Run: make audit."""
