"""Says backups, and what restoring one would bring, in words."""

from collections.abc import Mapping

from curator.engine.catalogue.copy_contents import Missing
from curator.engine.errors import CuratorError
from curator.engine.safekeeping.backups import Backup, Kind
from curator.engine.safekeeping.restoring import RestorePlan
from curator.engine.said import Said, said
from curator.ui.language import tr, tr_of
from curator.ui.moments import day_and_time

_BROKEN = said("It could not be done.")
_NOTHING = Missing()

_KINDS: Mapping[Kind, Said] = {
    Kind.AUTOMATIC: said("automatic"),
    Kind.BY_HAND: said("made by hand"),
    Kind.BEFORE_RESTORE: said("before a restore"),
    Kind.BEFORE_REPAIR: said("before a repair"),
    Kind.BEFORE_UPDATE: said("before an update"),
    Kind.OTHER: said("put there by somebody"),
}


def backup_words(backup: Backup) -> str:
    """When a backup was made, in local time, and why."""
    return tr("{when}, {why}", when=day_and_time(backup.made_at), why=tr(_KINDS[backup.kind]))


def plan_sentences(plan: RestorePlan) -> tuple[str, ...]:
    """What restoring would bring, one sentence a line."""
    held = plan.contents
    whole = Missing(held.submissions, held.decisions, held.politicians, held.portraits)
    lines = [tr("It holds {all}.", all=_all(whole))]
    if not plan.there:
        lines.append(tr("There is no database now."))
    elif plan.present is None:
        lines.append(tr("The database that is there now cannot be read. It is kept as it is."))
    elif plan.lost == _NOTHING:
        lines.append(tr("The catalogue has nothing now that it lacks."))
    else:
        lines.append(tr("Not in it, and in the catalogue now: {all}.", all=_all(plan.lost)))
    if plan.present is not None and plan.regained != _NOTHING:
        lines.append(tr("In it, and no longer in the catalogue: {all}.", all=_all(plan.regained)))
    if plan.later is not None:
        lines.append(
            tr_of(
                plan.later_decisions,
                "The backup of {when} holds all of its decisions, and {n:,} row of the log more.",
                "The backup of {when} holds all of its decisions, and {n:,} rows of the log more.",
                when=day_and_time(plan.later.made_at),
            )
        )
    if plan.without_original:
        lines.append(
            tr_of(
                plan.without_original,
                "The file of {n:,} picture that it tells of is gone and would not come back.",
                "The files of {n:,} pictures that it tells of are gone and would not come back.",
            )
        )
    if plan.brings_back:
        lines.append(
            tr("It is from before something was erased, which would come back with it: erase that again.")
        )
    if plan.complaints:
        lines.append(tr("This backup is not sound and cannot be restored:"))
        lines += [tr(one) for one in plan.complaints[:3]]
    elif plan.present is None:
        lines.append(tr("It is sound."))
    else:
        lines.append(
            tr("It is sound. What is there now is kept as a backup; restoring that takes this back.")
        )
    return tuple(lines)


def failure_words(outcome: object) -> str:
    """Why something could not be done."""
    if not isinstance(outcome, CuratorError):
        return tr(_BROKEN)
    return f"{tr(outcome.sentence)} {tr(outcome.advice)}".strip()


def _all(missing: Missing) -> str:
    """``3 submissions, 1 politician``: what there is none of is left out."""
    parts = (
        (missing.submissions, tr_of(missing.submissions, "{n:,} submission", "{n:,} submissions")),
        (missing.decisions, tr_of(missing.decisions, "{n:,} row of the log", "{n:,} rows of the log")),
        (missing.politicians, tr_of(missing.politicians, "{n:,} politician", "{n:,} politicians")),
        (
            missing.portraits,
            tr_of(missing.portraits, "{n:,} reference portrait", "{n:,} reference portraits"),
        ),
    )
    return ", ".join(words for number, words in parts if number) or tr("nothing")
