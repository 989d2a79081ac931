"""Brings what was decided in another copy of the catalogue into this one."""
