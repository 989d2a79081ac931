"""The engine: everything Curator knows and does, without a window."""
