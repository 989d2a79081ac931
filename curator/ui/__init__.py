"""The window: views over the engine, and no rules of its own."""
