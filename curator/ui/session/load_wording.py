"""Says how a load ended, for a person."""

from curator.engine.intake.nocodb.failures import FetchFailed
from curator.engine.loads import LoadEnd
from curator.ui.language import capital, tr, tr_error, tr_of


def load_sentence(end: LoadEnd) -> str:
    """How a load ended, as a sentence."""
    summary = end.summary
    if isinstance(summary.failure, FetchFailed):
        return tr("The fetch stopped. {reason}", reason=tr_error(summary.failure))
    if summary.failure is not None:
        return tr(
            "The load stopped. {reason} Load the same files again to go on.", reason=tr_error(summary.failure)
        )
    submissions = end.what == "submissions"
    parts = []
    if summary.people.added:
        parts.append(tr_of(summary.people.added, "{n:,} politician added", "{n:,} politicians added"))
    if summary.people.completed:
        parts.append(
            tr_of(summary.people.completed, "{n:,} politician completed", "{n:,} politicians completed")
        )
    if submissions:
        nothing = not summary.loaded
        if nothing and not (parts or summary.already or summary.refused or summary.cancelled):
            return tr("No pictures were found.")
        loaded = tr_of(summary.loaded, "{n:,} picture loaded", "{n:,} pictures loaded")
        parts.append(tr("nothing loaded") if nothing else loaded)
    elif summary.loaded or not (parts or summary.already or summary.refused):
        # A table of politicians has no portraits: then they are not worth a word.
        parts.append(tr_of(summary.loaded, "{n:,} portrait loaded", "{n:,} portraits loaded"))
    if summary.already and (submissions or summary.loaded):
        parts.append(tr_of(summary.already, "{n:,} already there", "{n:,} already there"))
    elif summary.already:
        parts.append(tr_of(summary.already, "{n:,} portrait already there", "{n:,} portraits already there"))
    if summary.refused:
        parts.append(tr_of(len(summary.refused), "{n:,} refused", "{n:,} refused"))
    sentence = ", ".join(parts) + "."
    sentence = tr("Load cancelled: {what}", what=sentence) if summary.cancelled else capital(sentence)
    if summary.refused:
        sentence += " " + tr(summary.refused[0].sentence)
    return sentence
