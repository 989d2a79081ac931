"""Curator: curate by hand, offline, the pictures sent to a campaign."""

__version__ = "0.1.0"
