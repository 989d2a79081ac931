"""The export of the approved set: the dry run, the folder, and how it went."""
