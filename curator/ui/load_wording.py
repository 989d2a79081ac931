"""Says how a load ended, for a person."""

from curator.engine.workspace import LoadEnd


def load_sentence(end: LoadEnd) -> str:
    """How a load ended, as a sentence."""
    summary = end.summary
    if summary.failure is not None:
        return f"The load stopped. {summary.failure} Load the same files again to go on."
    submissions = end.what == "submissions"
    parts = []
    if summary.people.added:
        parts.append(f"{_counted(summary.people.added, 'politician', 'politicians')} added")
    if summary.people.completed:
        parts.append(f"{_counted(summary.people.completed, 'politician', 'politicians')} completed")
    if submissions:
        parts.append(f"{_counted(summary.loaded, 'picture', 'pictures')} loaded")
    elif summary.loaded or not (parts or summary.already or summary.refused):
        # A table of politicians has no portraits: then they are not worth a word.
        parts.append(f"{_counted(summary.loaded, 'portrait', 'portraits')} loaded")
    if summary.already:
        what = "" if submissions or summary.loaded else " portrait" if summary.already == 1 else " portraits"
        parts.append(f"{summary.already:,}{what} already there")
    if summary.refused:
        parts.append(f"{len(summary.refused):,} refused")
    sentence = ", ".join(parts) + "."
    if summary.cancelled:
        sentence = "Load cancelled: " + sentence
    if summary.refused:
        sentence += " " + summary.refused[0].sentence
    return sentence


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
