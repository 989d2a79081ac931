"""The dialog that fetches submissions from a table of a NocoDB server."""
