"""What another copy decided, on the desk: plain text, said in full to a screen reader, gone when settled."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders import CAST, HOSTILE, FakePictures, dossier
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from curator.engine.catalogue.elsewhere import DecidedElsewhere
from curator.engine.records import Claim, Kind, Reason, SubmissionId, Verdict
from curator.engine.rules import Thresholds
from curator.ui.review.evidence import NARROW, EvidencePanel
from curator.ui.review.findings import SaidLine
from curator.ui.review.long_words import BREAK
from curator.ui.theme import Scheme, apply_theme

SENT = Claim("Odalys", "Quent", "Italy", "Interior Minister")


def decided(
    verdict: Verdict,
    reason: Reason | None = None,
    *,
    curator: str = "Anna",
    note: str = "",
    kind: Kind = Kind.DEEPFAKE,
    claim: Claim = SENT,
    faces: bool = False,
) -> DecidedElsewhere:
    at = datetime(2024, 11, 3, 12, tzinfo=UTC)
    return DecidedElsewhere(SubmissionId(7), curator, at, verdict, reason, note, kind, claim, faces)


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> EvidencePanel:
    apply_theme(qapp, Scheme.LIGHT)
    made = EvidencePanel(FakePictures())
    qtbot.addWidget(made)
    made.resize(NARROW, 680)
    with qtbot.waitExposed(made):
        made.show()
    return made


def lines(panel: EvidencePanel, *found: DecidedElsewhere) -> list[SaidLine]:
    shown = replace(dossier(), elsewhere=found)
    panel.show_dossier(shown, thresholds=Thresholds(), politicians=CAST)
    rows = panel.elsewhere.rows()
    assert all(isinstance(row, SaidLine) and row.isVisibleTo(panel) for row in rows)
    return [row for row in rows if isinstance(row, SaidLine)]


def test_each_copy_has_a_line_with_verdict_reason_curator_and_day(panel: EvidencePanel) -> None:
    told = lines(
        panel,
        decided(Verdict.REJECTED, Reason.NOT_CLAIMED),
        decided(Verdict.SKIPPED, Reason.ASK, curator="Ben", note="who is that?"),
        decided(Verdict.APPROVED, claim=Claim("Ilka", "Brandwyn"), kind=Kind.PORTRAIT, faces=True),
        decided(Verdict.WITHDRAWN, Reason.REQUESTED, claim=Claim()),
    )
    assert [line.words for line in told] == [
        "Rejected: not the politician",
        "Set aside for a colleague\n“who is that?”",
        "Approved\nIts kind there: portrait\nIts claim there: Ilka Brandwyn\n"
        "Its faces are marked otherwise there.",
        "Withdrawn: asked to be taken down\nIts claim was another there.",
    ]
    assert [line.detail for line in told] == [f"{who}, 3 Nov 2024" for who in ("Anna", "Ben", "Anna", "Anna")]
    heading = "Decided otherwise in another copy"
    assert told[0].accessibleName() == f"{heading}: Rejected: not the politician"
    assert told[0].accessibleDescription() == "Anna, 3 Nov 2024"


def test_it_stands_over_the_faces_and_goes_when_it_is_settled(panel: EvidencePanel) -> None:
    assert lines(panel, decided(Verdict.APPROVED))
    assert panel.elsewhere.isVisibleTo(panel)
    assert panel.claim.geometry().bottom() < panel.elsewhere.y() < panel.faces.y()
    assert lines(panel) == []
    assert not panel.elsewhere.isVisibleTo(panel)


def test_what_others_wrote_is_shown_as_letters(panel: EvidencePanel) -> None:
    (line,) = lines(
        panel,
        decided(Verdict.APPROVED, curator=HOSTILE, note=HOSTILE, claim=Claim(HOSTILE, HOSTILE)),
    )
    labels = line.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    texts = "\n".join(label.text().replace(BREAK, "") for label in labels)
    assert f"“{HOSTILE}”" in texts
    assert f"Its claim there: {HOSTILE} {HOSTILE}" in texts
    assert f"{HOSTILE}, 3 Nov 2024" in texts
    assert not line.toolTip()
