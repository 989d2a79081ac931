"""Reads from the catalogue what an export would hold: the dry run."""

import json
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from curator.engine.bands import bands_of
from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.countries import find_country
from curator.engine.declarations import Declaration, declared_making, declares_ai
from curator.engine.errors import NotFound
from curator.engine.export import certificates
from curator.engine.export.certificate_check import SigningError, missing_package
from curator.engine.export.certificates import identity_of
from curator.engine.export.comparing import compare
from curator.engine.export.contents import Entry, ExportPlan, ExportSummary, LeftOut
from curator.engine.export.labels import label_of
from curator.engine.export.marks import guid_of, key_of, state_of
from curator.engine.export.options import ExportOptions, options_of
from curator.engine.export.pictures import RECIPE, can_bear_mark
from curator.engine.export.staging import refuse_inside
from curator.engine.records import (
    USUAL_MAKING,
    AnalysisState,
    DecisionId,
    Face,
    Kind,
    Making,
    Politician,
    PoliticianId,
    Reason,
    Submission,
    SubmissionId,
    Verdict,
    Word,
)
from curator.engine.rules import Thresholds, main_face, match_of
from curator.engine.said import joined, said
from curator.engine.text import clean_line, clean_text
from curator.engine.wording import REASON_WORDS, VERDICT_WORDS, verdict_line

LONGEST_NAME = 120
"""Characters of a name in an export; the longest in the index has 40."""

LONGEST_DESCRIPTION = 2000
"""Characters of a description in an export."""

_MATCHING = frozenset({Word.STRONG, Word.GOOD, Word.POSSIBLE})
"""Words of a face that shows the claimed politician, as in a collage; others are bystanders."""


_SIGNING = "signing"
"""Folder of the signing certificate in the catalogue's own, so that it travels with the catalogue."""

_STRENGTH = {Making.MONTAGE: 0, Making.FACE_SWAP: 1, Making.GENERATED: 2}
"""How much of a picture a label says was made with AI: nothing for sure, a part, all of it."""


def plan(
    catalogue: Catalogue, *, folder: Path | None = None, options: ExportOptions | None = None
) -> ExportPlan:
    """Gathers the approved set and compares it with what stands in the folder; writes nothing.

    Three to five short queries for each approved submission: on the thread that opened
    the catalogue, or on another one with a catalogue of its own from ``Catalogue.read``.

    Args:
        catalogue: whose approved set it is.
        folder: where it would be written; that of the last export unless given.
        options: what a person chose for this export; those that the catalogue keeps unless given.

    Raises:
        CatalogueError: the catalogue cannot be read.
        ExportError: the folder lies inside the catalogue's.
    """
    if folder is not None:
        refuse_inside(folder, home=catalogue.folder)
    chosen = options_of(catalogue) if options is None else options
    # Read first: a decision that comes between is then later than what the manifest notes.
    head, last_decision = _newest(catalogue)
    key, thresholds = key_of(catalogue), bands_of(catalogue)
    politicians = catalogue.politicians.all()
    indexed = {one.id: one for one in politicians}
    entries: list[Entry] = []
    skipped: list[LeftOut] = []
    understated: list[SubmissionId] = []
    approved = SubmissionFilter(verdicts=frozenset({Verdict.APPROVED}))
    for submission_id in sorted(catalogue.submissions.ids(approved)):
        submission = catalogue.submissions.get(submission_id)
        declared = catalogue.submissions.declarations(submission_id)
        why = _unfit(submission, declared=declared)
        who = None if submission.claimed_id is None else indexed.get(submission.claimed_id)
        if why:
            skipped.append(_without(submission, who=who, why=why))
        else:
            faces = [face for face in catalogue.faces.of(submission_id) if not face.dismissed]
            guid = guid_of(submission_id, digest=submission.digest, key=key)
            entry = _entry(submission, faces=faces, who=who, thresholds=thresholds, guid=guid)
            facts = _facts(entry, options=chosen)
            entries.append(replace(entry, fingerprint=state_of(facts, key=key)))
            if _says_less(entry.making, declared=declared):
                understated.append(submission_id)

    def known(submission_id: SubmissionId) -> Submission | None:
        try:
            return catalogue.submissions.get(submission_id)
        except NotFound:
            return None

    compared = compare(catalogue, entries, folder=folder, known=known, key=key)
    unfit = {one.id: one for one in skipped}

    def removed(submission_id: SubmissionId) -> LeftOut:
        submission = known(submission_id)
        if submission_id in compared.foreign:
            return LeftOut(submission_id, "", said("not in this copy of the catalogue"))
        if submission is None:
            return LeftOut(submission_id, "", said("erased from the catalogue"))
        who = None if submission.claimed_id is None else indexed.get(submission.claimed_id)
        return _without(submission, who=who, why=verdict_line(submission.verdict, reason=submission.reason))

    signing = signing_folder(catalogue)
    return ExportPlan(
        entries=tuple(entries),
        added=compared.added,
        changed=compared.changed,
        unchanged=compared.unchanged,
        removed=tuple(unfit.get(one) or removed(one) for one in compared.gone),
        skipped=tuple(skipped),
        left_out=_left_out(catalogue),
        not_indexed=tuple(entry.id for entry in entries if not entry.indexed),
        politicians=politicians,
        decisions_head=head,
        catalogue_id=catalogue.fact("catalogue_id"),
        previous=compared.previous,
        understated=tuple(understated),
        last_decision=last_decision,
        options=chosen,
        signing=signing,
        unsignable=_unsignable(signing) if chosen.signed else "",
        home=catalogue.folder,
        compared_with=compared.manifest_digest,
        estranged=compared.estranged,
        replaced=compared.replaced,
    )


def signing_folder(catalogue: Catalogue) -> Path:
    """Where the certificate lies that deepfakes are signed with, also before there is one."""
    return catalogue.folder / _SIGNING


def decided_since(catalogue: Catalogue, export: ExportPlan | ExportSummary) -> bool:
    """Whether anything was decided after the export was planned, so that it lacks it."""
    return catalogue.decisions.head() != export.decisions_head


def _newest(catalogue: Catalogue) -> tuple[str, DecisionId | None]:
    """The log's head and the number of its row, also while somebody else decides."""
    head = catalogue.decisions.head()
    while True:
        number = next((one.id for one in catalogue.decisions.latest(limit=1)), None)
        again = catalogue.decisions.head()
        if again == head:
            return head, number
        head = again


def _unsignable(signing: Path) -> str:
    """Why nothing can be signed, as far as that shows without making a certificate."""
    try:
        if find_spec("c2pa") is None:
            raise missing_package(ModuleNotFoundError("c2pa"))
        if identity_of(signing):
            certificates.read(signing)
    except SigningError as error:
        return joined((error.sentence, error.advice))
    return ""


def _unfit(submission: Submission, *, declared: tuple[Declaration, ...]) -> str:
    """Why an approved submission cannot be published all the same; empty when it can."""
    if submission.verdict is not Verdict.APPROVED:
        # Decided about between the list of the approved and this row.
        return said("{verdict} by now", verdict=VERDICT_WORDS[submission.verdict])
    if submission.state is AnalysisState.UNREADABLE:
        return said("the file could not be read")
    facts = submission.facts
    if facts is None:
        return said("not analysed yet")
    if submission.kind is Kind.PORTRAIT and declares_ai(declared):
        # Portraits leave unlabelled: what its own file says would be wiped off.
        return said("its file says that it was made with AI; correct its kind or reject it")
    if submission.kind is Kind.DEEPFAKE and not can_bear_mark(facts.width, facts.height):
        return said("too small for the mark that says that it was made with AI")
    return ""


def _says_less(making: Making | None, *, declared: tuple[Declaration, ...]) -> bool:
    """Whether a deepfake's label admits to less than its own file does."""
    told = declared_making(declared)
    return making is not None and told is not None and _STRENGTH[making] < _STRENGTH[told]


def _entry(
    submission: Submission,
    *,
    faces: list[Face],
    who: Politician | None,
    thresholds: Thresholds,
    guid: str,
) -> Entry:
    claim = submission.claim
    country = claim.country if who is None else who.country
    known = find_country(country)
    shown, word = _shown_faces(faces, claimed_id=None if who is None else who.id, thresholds=thresholds)
    facts = submission.facts
    assert facts is not None, "only analysed submissions are published"
    size = {"width": facts.width, "height": facts.height}
    framed = [(box, face.landmarks) for face in shown if (box := face.box.clipped(**size))]
    return Entry(
        id=submission.id,
        digest=submission.digest,
        kind=submission.kind,
        given_name=clean_line(claim.given_name if who is None else who.given_name, limit=LONGEST_NAME),
        surname=clean_line(claim.surname if who is None else who.surname, limit=LONGEST_NAME),
        country=clean_line(country, limit=LONGEST_NAME) if known is None else known.name,
        role=clean_line(claim.role if who is None else who.role, limit=LONGEST_NAME),
        indexed=who is not None,
        description=clean_text(submission.note, limit=LONGEST_DESCRIPTION),
        received_at=submission.received_at,
        analysed=submission.state is AnalysisState.DONE,
        width=facts.width,
        height=facts.height,
        turn=facts.turn,
        boxes=tuple(box for box, _ in framed),
        landmarks=tuple(points for _, points in framed),
        making=None if submission.kind is Kind.PORTRAIT else submission.making or USUAL_MAKING,
        guid=guid,
        word=word,
        fingerprint="",
    )


def _shown_faces(
    faces: list[Face], *, claimed_id: PoliticianId | None, thresholds: Thresholds
) -> tuple[tuple[Face, ...], Word | None]:
    """The faces that get a box, main one first, and the word for the main one's distance.

    A collage shows the claimed politician several times; nobody else's face is pointed at.
    A face too small to be compared gets no word.
    """
    main = main_face(faces, claimed_id=claimed_id, thresholds=thresholds)
    if main is None:
        return (), None
    match = match_of(main, claimed_id) if main.box.size >= thresholds.nameless_size else None
    if match is None:
        return (main,), None
    others = [face for face in faces if face is not main and face.box.size >= thresholds.nameless_size]
    alike = [face for face in others if (one := match_of(face, claimed_id)) and one.word in _MATCHING]
    return (main, *alike), match.word


def _facts(entry: Entry, *, options: ExportOptions) -> str:
    """Everything that is published of a submission, and how it is drawn, in one text.

    Of the options those that change a picture: what its label says, and whether it is signed.
    """
    label = label_of(entry, options)
    facts = [
        RECIPE,
        entry.digest,
        entry.kind,
        [entry.given_name, entry.surname, entry.country, entry.role, entry.indexed],
        entry.description,
        entry.received_at.isoformat(),
        entry.analysed,
        [entry.width, entry.height, entry.turn],
        [[box.left, box.top, box.width, box.height] for box in entry.boxes],
        [[[one.x, one.y] for one in points] for points in entry.landmarks],
        entry.making,
        entry.guid,
        entry.word,
        None if label is None else [label.making, label.credit, label.licence, label.alt, label.guid],
        entry.is_deepfake and options.signed,
    ]
    return json.dumps(facts, ensure_ascii=False)


def _without(submission: Submission, *, who: Politician | None, why: str) -> LeftOut:
    """A submission that an export does without, under the name that an entry of it would have."""
    named = submission.claim if who is None else who
    known = find_country(named.country)
    country = named.country if known is None else known.name
    return LeftOut(submission.id, named.full_name, why, submission.verdict, named.role, country)


def _left_out(catalogue: Catalogue) -> dict[str, int]:
    """How many stay behind for what, each counted once."""
    counts = dict(catalogue.submissions.counts().verdicts)
    unsafe = len(
        catalogue.submissions.ids(
            SubmissionFilter(verdicts=frozenset({Verdict.REJECTED}), reasons=frozenset({Reason.UNSAFE}))
        )
    )
    told: dict[str, int] = {VERDICT_WORDS[verdict]: counts.get(verdict, 0) for verdict in Verdict}
    told[VERDICT_WORDS[Verdict.REJECTED]] -= unsafe
    told[REASON_WORDS[Reason.UNSAFE]] = unsafe
    del told[VERDICT_WORDS[Verdict.APPROVED]]
    return {words: count for words, count in told.items() if count}
