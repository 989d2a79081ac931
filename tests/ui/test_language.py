"""The window speaks another language: single sentences, Qt's own dialogs, dates, whole views."""

import copy
import pickle
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from builders import CAST, FakePictures, decision, dossier, matches
from made_up import MadeUp
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from curator.engine.errors import CuratorError
from curator.engine.kept_sentences import KEPT, WITH_FACES, recognised
from curator.engine.receiving import NotReceived, Summary
from curator.engine.records import Finding, Outcome, Reason, Verdict
from curator.engine.resources import resources_dir
from curator.engine.rules import Thresholds
from curator.engine.said import joined, said, said_of
from curator.engine.wording import describe
from curator.ui import translators
from curator.ui.export.page import ExportPage
from curator.ui.intake.activity import Activity
from curator.ui.intake.refused import RefusedDialog
from curator.ui.language import CONTEXT, capital, figures, tr, tr_error, tr_of, tr_stored
from curator.ui.log.page import LogPage
from curator.ui.moments import day, day_and_time
from curator.ui.review.claim import ClaimHeading
from curator.ui.review.facts import FactsSection
from curator.ui.review.findings import FindingsSection
from curator.ui.review.history import HistorySection
from curator.ui.review.ranking import RankingSection
from curator.ui.review.side_by_side import SideBySide
from curator.ui.review.strip import StripPlot, bands_of
from curator.ui.session import Progress, Session
from curator.ui.start.page import StartPage
from curator.ui.theme import Scheme, apply_theme

# In this test some sentences are said twice: once to collect them, and once to ask for them.
GERMAN: dict[str, tuple[str, ...]] = {
    "no face": ("kein Gesicht",),
    "rejected": ("abgelehnt",),
    "{verdict}: {reason}": ("{verdict} ({reason})",),
    "{n} faces": ("{n} Gesicht", "{n} Gesichter"),
    "{name} is empty.": ("Die Datei {name} ist leer.",),
    "Ask the sender for the picture again.": ("Erneut anfordern.",),
    "The file is not a picture but {kind}.": ("Die Datei ist kein Bild, sondern {kind}.",),
    "a video": ("ein Video",),
    "Germany": ("Deutschland",),
    "Justice Minister": ("Justizministerium",),
    "{day} {month}": ("{day}. {month}",),
}


class Dictionary(QTranslator):
    """Translations by hand: of a number of things the first for one, the second for more."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if context != CONTEXT or source not in GERMAN:
            return None  # which is not the same to Qt as an empty translation
        forms = GERMAN[source]
        return forms[0] if n in (-1, 1) else forms[-1]


class Brackets(QTranslator):
    """Puts everything that goes through it in brackets."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return f"[{source}]" if context == CONTEXT else None


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[QTranslator], None]]:
    installed: list[QTranslator] = []

    def install(translator: QTranslator) -> None:
        installed.append(translator)
        QCoreApplication.installTranslator(translator)

    yield install
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture
def german(speaking: Callable[[QTranslator], None]) -> None:
    speaking(Dictionary())


# ---------------------------------------------------------------- sentences


def test_without_a_translation_sentences_are_english() -> None:
    assert tr("Approve") == "Approve"
    assert tr("{n} px wide", n=800) == "800 px wide"
    assert tr_of(1, "{n} mouse", "{n} mice") == "1 mouse"
    assert tr_of(0, "{n} mouse", "{n} mice") == "0 mice"
    assert tr(said("{what}: {n}", what=said_of(1, "one mouse", "mice"), n=2)) == "one mouse: 2"


def test_what_is_shown_is_a_plain_string() -> None:
    assert {type(tr(said("x"))), type(tr("{a}", a=said("x"))), type(tr_stored("Italy"))} == {str}


@pytest.mark.usefixtures("german")
def test_parts_and_numbers_are_translated_with_their_sentence() -> None:
    line = said("{verdict}: {reason}", verdict=said("rejected"), reason=said("no face"))
    assert line == "rejected: no face"
    assert tr(line) == "abgelehnt (kein Gesicht)"
    assert [tr_of(n, "{n} face", "{n} faces") for n in (1, 2)] == ["1 Gesicht", "2 Gesichter"]
    unknown_around = said("{n} of {what}", n=3, what=said("no face"))
    assert tr(unknown_around) == "3 of kein Gesicht"
    assert tr(joined((said("rejected"), "", said("no face")), between=", ")) == "abgelehnt, kein Gesicht"


@pytest.mark.usefixtures("german")
def test_errors_keep_what_they_are_translated_by() -> None:
    error = CuratorError(
        said("{name} is empty.", name='"a.jpg"'), advice=said("Ask the sender for the picture again.")
    )
    assert str(error) == '"a.jpg" is empty. Ask the sender for the picture again.'
    assert tr_error(error) == 'Die Datei "a.jpg" ist leer. Erneut anfordern.'
    assert tr_error(CuratorError("The file is not a picture but a video.")) == (
        "Die Datei ist kein Bild, sondern ein Video."
    )


@pytest.mark.usefixtures("german")
def test_stored_words_are_found_again() -> None:
    assert tr_stored("Germany") == "Deutschland"
    assert tr_stored("Justice Minister") == "Justizministerium"
    assert (
        tr_stored("The file is not a picture but a video.") == "Die Datei ist kein Bild, sondern ein Video."
    )
    assert tr_stored("Atlantis {x}") == "Atlantis {x}"


@pytest.mark.usefixtures("german")
def test_a_finding_says_why_a_picture_cannot_be_opened() -> None:
    numbers = {"text": "The file is not a picture but a video."}
    finding = Finding("unreadable", Outcome.REJECT, Reason.UNREADABLE, numbers)  # type: ignore[arg-type]
    assert tr(describe(finding)[1]) == "Die Datei ist kein Bild, sondern ein Video."


@pytest.mark.parametrize("sentence", KEPT, ids=lambda one: one.pattern[:40])
def test_every_kept_sentence_is_recognised(sentence: object) -> None:
    pattern = getattr(sentence, "pattern", "")
    text = pattern.format_map(
        {name: "7" for name in ("limit", "size", "seconds", "signal", "code", "faces")}
        | {name: "x y" for name in ("what", "kind", "reason", "detail", "deviation", "name")}
    )
    assert getattr(recognised(text), "pattern", None) == pattern
    assert recognised(text) == text


def test_said_sentences_survive_copying_and_pickling() -> None:
    sentence = said_of(1, "{n} face of {name}", "{n} faces of {name}", name=said("x"))
    for again in (copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence))):
        assert (again, again.pattern, again.number) == (sentence, sentence.pattern, 1)
        assert dict(again.values) == dict(sentence.values)
    assert WITH_FACES.filled(faces=3).startswith("It shows 3 faces.")


def test_only_the_first_letter_is_raised() -> None:
    assert capital("kein Gesicht") == "Kein Gesicht"
    assert capital("") == ""


# ---------------------------------------------------------------- a chosen language


@pytest.fixture
def own_language(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    yield qapp
    translators.install(qapp, "en")
    QLocale.setDefault(before)


def installed(app: QApplication) -> int:
    return len([one for one in app.findChildren(QTranslator) if one.objectName()])


def test_a_language_brings_qts_buttons_and_the_months(own_language: QApplication, qtbot: QtBot) -> None:
    moment = datetime(2025, 3, 4, 12).astimezone()
    today = date(2025, 12, 1)
    for code, cancel, month in (
        ("de", "Abbrechen", "März"),
        ("fr", "Annuler", "mars"),
        ("it", "Annulla", "mar"),
    ):
        translators.install(own_language, code)
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel
        assert day(moment, today=today).split()[1].startswith(month)
    translators.install(own_language, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert day(moment, today=today) == "4 Mar"
    qtbot.waitUntil(lambda: installed(own_language) == 0)


def test_another_language_replaces_the_first(own_language: QApplication, qtbot: QtBot) -> None:
    for code in ("de", "fr", "it", "de"):
        translators.install(own_language, code)
    qtbot.waitUntil(lambda: installed(own_language) == 2)


@pytest.mark.parametrize(
    ("system", "language", "chosen"),
    [
        ("de_CH", "", "de_CH"),
        ("de_CH", "de", "de_CH"),
        ("de_CH", "fr", "fr_FR"),
        ("pl_PL", "", "en_US"),
        ("pl_PL", "it", "it_IT"),
        ("fr_BE", "tlh", "en_US"),
    ],
)
def test_the_language_of_the_system_counts_where_it_is_known(
    own_language: QApplication, monkeypatch: pytest.MonkeyPatch, system: str, language: str, chosen: str
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(system)))
    translators.install(own_language, language)
    assert QLocale().name() == chosen


def test_every_language_has_its_files() -> None:
    codes = {code for code, _name in translators.languages()}
    own = resources_dir() / "languages"
    assert {path.stem for path in own.glob("*.qm")} == {f"curator_{code}" for code in codes - {"en"}}
    qts = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert [code for code in codes if not (qts / f"qtbase_{code}.qm").is_file()] == []


@pytest.mark.usefixtures("german")
def test_moments_are_put_together_as_the_language_wants(own_language: QApplication) -> None:
    QLocale.setDefault(QLocale("de"))
    at = datetime(2025, 11, 3, 14, 2).astimezone()
    assert day(at, today=date(2025, 12, 1)) == "3. Nov."
    assert day_and_time(at, today=date(2025, 12, 1)) == "3. Nov., 14:02"


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "12,500"), ("de", "12\u202f500"), ("fr", "12\u202f500"), ("it", "12\u202f500")],
)
def test_thousands_are_not_taken_for_decimals(own_language: QApplication, language: str, told: str) -> None:
    QLocale.setDefault(QLocale(language))
    assert figures(12500) == told
    assert tr("{n:,} of {name}", n=12500, name="Quent, Odalys") == f"{told} of Quent, Odalys"
    assert tr("{size:,.1f} MB", size=0.5) == "0.5 MB"


# ---------------------------------------------------------------- whole views


DATA = {"Curator", "Ada", "Anna", "minister_beach.jpg", "form.csv", "fox-12", "beach.jpg"} | {
    one.full_name for one in CAST
}
"""Names of people and files, which are nobody's to translate."""
DIGEST = re.compile(r"[0-9a-f\n]+")


def untranslated(view: QWidget) -> list[str]:
    """Whatever the widgets of a view say that has not gone through ``tr``."""
    told = []
    for widget in (view, *view.findChildren(QWidget)):
        told += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            told.append(widget.text())
        if isinstance(widget, QLineEdit):
            told.append(widget.placeholderText())
    return [
        text
        for text in told
        if "[" not in text
        and re.search(r"[^\W\d_]", text)
        and text not in DATA
        and not DIGEST.fullmatch(text)
    ]


@pytest.fixture
def brackets(qapp: QApplication, speaking: Callable[[QTranslator], None]) -> None:
    apply_theme(qapp, Scheme.DARK)
    speaking(Brackets())


@pytest.mark.usefixtures("brackets")
def test_the_start_page_speaks_the_language(qtbot: QtBot, tmp_path: Path) -> None:
    page = StartPage(curator="Ada", last=None)
    qtbot.addWidget(page)
    assert untranslated(page) == []


@pytest.mark.usefixtures("brackets")
def test_the_evidence_speaks_the_language(qtbot: QtBot) -> None:
    history = (decision(1, Verdict.REJECTED, reason=Reason.NO_FACE), decision(2, action="undo", undoes=1))
    shown = dossier(history=history)
    face = shown.main_face
    assert face is not None
    bands = bands_of(shown, thresholds=Thresholds())
    claim, findings, facts = ClaimHeading(), FindingsSection(), FactsSection()
    past, ranking, strip = HistorySection(), RankingSection(), StripPlot()
    side = SideBySide(pictures=FakePictures())
    claim.show_dossier(shown, matches=face.matches)
    findings.show_findings(shown.findings)
    facts.show_submission(shown.submission)
    past.show_history(history)
    names = {one.id: one for one in CAST}
    ranking.show_matches(matches((1, 0.58), (2, 0.7)), names=names, claimed_id=None, bands=bands)
    strip.show_strip(shown.strip, bands=bands)
    side.show_dossier(shown, face=face)
    views: tuple[QWidget, ...] = (claim, findings, facts, past, ranking, strip, side)
    for view in views:
        qtbot.addWidget(view)
    assert {type(view).__name__: untranslated(view) for view in views if untranslated(view)} == {}


@pytest.mark.usefixtures("brackets")
def test_log_export_and_loads_speak_the_language(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    first = made.submission(claimed=made.politician())
    made.decide(first)
    session = made.open()
    sessions.append(session)
    log, export, bar = LogPage(session), ExportPage(session), Activity(session)
    refused = RefusedDialog(
        Summary(refused=(NotReceived(Path("a.txt"), said("{name} is empty.", name="a")),))
    )
    log.model.start()
    log.table.selectRow(0)
    bar.show_progress(Progress(0, 9, 8, None, False))
    views: tuple[QWidget, ...] = (log, export, bar, refused)
    for view in views:
        qtbot.addWidget(view)
    assert {type(view).__name__: untranslated(view) for view in views if untranslated(view)} == {}
