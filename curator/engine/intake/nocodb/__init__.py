"""Fetches submissions from a table of the campaign's NocoDB server, when a person asks for it."""
