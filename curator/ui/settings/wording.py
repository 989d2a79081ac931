"""Says settings in words: thresholds with their sources, detectors, sizes, the outcome of a check."""

from collections.abc import Mapping
from dataclasses import dataclass

from curator.engine.faces.finder import Detector
from curator.engine.safekeeping.repair import Repaired
from curator.engine.safekeeping.sizes import Sizes
from curator.engine.safekeeping.verification import Verification
from curator.engine.said import Said, said
from curator.ui.language import tr, tr_of

_COMPLAINTS = 8
"""So many are told; whoever has more of them needs help rather than a longer list."""


@dataclass(frozen=True, slots=True)
class ThresholdWords:
    """One field of ``rules.Thresholds``, for people.

    Attributes:
        words: its name, which the number completes.
        source: what it is for, and which measurement it rests on.
        unit: behind the number; None for distances and shares.
        most: the largest number that can be set.
        step: by which the arrows change it.
    """

    words: Said
    source: Said
    unit: Said | None = None
    most: float = 1.2
    step: float = 0.01


GROUPS: Mapping[Said, tuple[str, ...]] = {
    said("Distance of a face to a politician"): (
        "strong",
        "match_unclaimed",
        "match_claimed",
        "closer_unclaimed",
        "closer_claimed",
        "ambiguity_margin",
    ),
    said("Size of a face"): ("low_quality_size", "nameless_size", "bystander_share"),
    said("Two pictures that look the same"): ("duplicate_bits", "perhaps_bits"),
}
"""The thresholds in the order in which they are read."""

THRESHOLDS: Mapping[str, ThresholdWords] = {
    "strong": ThresholdWords(
        said("“Strong” up to"),
        said("A third of true faces lie below. Of 882 strangers none came so near to anybody."),
    ),
    "match_unclaimed": ThresholdWords(
        said("Match without a claim up to"),
        said(
            "Names a face by itself. 95 of 100 true faces lie below; 0 to 2 of 100 strangers are named"
            " wrongly among 50 politicians."
        ),
    ),
    "match_claimed": ThresholdWords(
        said("Match of the claim up to"),
        said(
            "Confirms a claim when nobody is nearer. 99 of 100 true faces lie below; of 882 strangers 1 when"
            " claimed at random, 1 of 9 when claimed as whom they resemble most."
        ),
    ),
    "closer_unclaimed": ThresholdWords(
        said("Look closer without a claim up to"),
        said(
            "Up to here a politician is offered for a face without a claim. Of true faces 99 of 100 lie"
            " below, of strangers fewer than 1 of 100."
        ),
    ),
    "closer_claimed": ThresholdWords(
        said("Look closer at the claim up to"),
        said(
            "Beyond it a claim is advised against. With one reference portrait true faces reached just below"
            " it; of strangers claimed at random 1 to 4 of 100 lie within."
        ),
    ),
    "ambiguity_margin": ThresholdWords(
        said("Two politicians are too close to tell apart below"),
        said(
            "If the distances of the nearest two differ by less than this, the face could be either, and a"
            " person has to look. It doubts 1 of 100 true faces, and a third of the look-alikes that would"
            " pass otherwise."
        ),
        most=0.5,
    ),
    "low_quality_size": ThresholdWords(
        said("A face is small below"),
        said("A face shrunk to 60 pixels lies 0.13 from its own full copy, one of 100 pixels 0.06."),
        unit=said("px"),
        most=500,
        step=5,
    ),
    "nameless_size": ThresholdWords(
        said("A face is not compared below"),
        said("A face shrunk to 40 pixels lies 0.22 from its own full copy, one of 30 pixels 0.30."),
        unit=said("px"),
        most=500,
        step=5,
    ),
    "bystander_share": ThresholdWords(
        said("A bystander is smaller than this share of the main face"),
        said(
            "A further face that is smaller, and too small to be compared, is looked at and not advised"
            " against. No measurement: a face on a poster should not cost a picture its place."
        ),
        most=1.0,
        step=0.05,
    ),
    "duplicate_bits": ThresholdWords(
        said("The same picture up to"),
        said(
            "Copies at a third of the size, strongly compressed or mirrored differ in 10 of 256 points at"
            " most (66 pictures)."
        ),
        unit=said("points"),
        most=256,
        step=1,
    ),
    "perhaps_bits": ThresholdWords(
        said("Perhaps the same picture up to"),
        said(
            "Most crops by 3 % lie below; of 62,621 pairs of different people's portraits none does. A larger"
            " number counts for pictures that are looked at from then on."
        ),
        unit=said("points"),
        most=256,
        step=1,
    ),
}
"""By the names of the fields of ``rules.Thresholds``; ``docs/accuracy.md`` holds the measurements."""

DETECTORS: Mapping[Detector, tuple[Said, Said]] = {
    "yunet": (
        said("YuNet, then further means"),
        said(
            "Finds small, turned, blurred and half hidden faces, too, and tries face_recognition's own way"
            " where it finds none. About 0.2 seconds a picture."
        ),
    ),
    "hog": (
        said("HOG, as face_recognition does"),
        said(
            "Upright faces from the front. It missed 7 of 19 faces in the campaign's own deepfakes."
            " About 0.4 seconds a picture."
        ),
    ),
    "cnn": (
        said("CNN of face_recognition"),
        said("Slow: about 10 seconds a picture, and 1 to 1.5 GB of memory for each worker."),
    ),
}
"""Name and what is to be known; the times are those of one processor core."""

RUNTIMES: Mapping[str, Said] = {
    "onnxruntime": said("onnxruntime, with the network of face_recognition"),
    "dlib": said("face_recognition itself (dlib): the same numbers, more slowly"),
}
"""What computes encodings."""


def size(count: int) -> str:
    """Bytes as people say them: ``820 kB``, ``1.3 GB``."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6)):
        if count >= factor:
            return f"{count / factor:,.1f} {unit}"
    return f"{count / 1e3:,.0f} kB"


def sizes_sentence(sizes: Sizes) -> str:
    """How much room a catalogue takes."""
    database, media = size(sizes.database), size(sizes.media)
    if not sizes.backups:
        return tr("{database} database, {media} pictures with their previews", database=database, media=media)
    return tr(
        "{database} database, {media} pictures with their previews, {backups} backups",
        database=database,
        media=media,
        backups=size(sizes.backups),
    )


def check_sentences(found: Verification) -> tuple[str, ...]:
    """How a check ended, the outcome first."""
    read = tr_of(found.pictures, "{n:,} picture", "{n:,} pictures")
    if not found.complaints:
        if not found.whole:
            return (
                tr(
                    "The check was cancelled. Nothing was wrong up to then, with {pictures} read.",
                    pictures=read,
                ),
            )
        all_well = tr("All is in order: the database, the decision log and {pictures}.", pictures=read)
        return (all_well, *(tr(one) for one in found.remarks))
    head = tr_of(
        len(found.complaints),
        "{n:,} complaint. Keep a copy of the folder before you change anything.",
        "{n:,} complaints. Keep a copy of the folder before you change anything.",
    )
    if not found.whole:
        head = f"{head} {tr('The check was cancelled.')}"
    more = len(found.complaints) - _COMPLAINTS
    tail = (
        tr_of(
            more, "And {n:,} more; “curator verify” lists all.", "And {n:,} more; “curator verify” lists all."
        ),
    )
    told = tuple(tr(one) for one in found.complaints[:_COMPLAINTS])
    if found.repairable:
        mendable = tr_of(
            len(found.repairable), "{n:,} of them can be repaired.", "{n:,} of them can be repaired."
        )
        head = f"{head} {mendable}"
    return (head, *told, *(tail if more > 0 else ()))


def repair_sentences(outcome: Repaired) -> tuple[str, ...]:
    """What a repair did, and what it could not do."""
    told = [tr(one) for one in (*outcome.done, *outcome.left[:_COMPLAINTS])]
    if not outcome.whole:
        told.append(tr("The repair was cancelled. What was done stays done."))
    if outcome.backup is not None:
        told.append(
            tr("The database as it was before is kept as the backup {file}.", file=outcome.backup.name)
        )
    return tuple(told) or (tr("There was nothing to repair."),)
