"""What is wrong with a file of an export."""


class Flaw(Exception):
    """What is wrong with a file, as a ``Said``: completes "... its own check: [path] ...".

    Never leaves the export: the gate turns it into an ``ExportError``.
    """
