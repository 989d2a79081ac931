"""Keeps a catalogue whole: copies it, checks it, mends it, and puts a copy in its place."""
