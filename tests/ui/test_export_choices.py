"""What goes along with an export: kept at once, half typed or not, and signed where that is possible."""

import json
import sys
from pathlib import Path

import pytest
from made_up import MadeUp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue
from curator.engine.export import ExportOptions, certificates, options_of
from curator.engine.records import Kind, SubmissionId
from curator.ui.export.page import ExportPage
from curator.ui.session import Session


@pytest.fixture
def ids(made: MadeUp, tmp_path: Path) -> list[SubmissionId]:
    """What is approved."""
    who = made.politician()
    found = []
    for number in range(2):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", (160, 120), (number * 90, 120, 90)).save(path)
        found.append(made.submission(path.name, claimed=who, original=path))
    made.decide(*found)
    return found


@pytest.fixture
def session(made: MadeUp, ids: list[SubmissionId], sessions: list[Session]) -> Session:
    opened = made.open()
    sessions.append(opened)
    return opened


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ExportPage:
    """A page that has made its first dry run, and shows what goes along."""
    shown = ExportPage(session)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    with qtbot.waitSignal(session.exports.planned):
        shown.show()
    shown.site.side.change.click()
    return shown


def kept(session: Session) -> ExportOptions:
    """What another program would read."""
    with Catalogue.read(session.folder) as catalogue:
        return options_of(catalogue)


def told(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def bring(page: ExportPage, folder: Path, monkeypatch: pytest.MonkeyPatch, *, key: str = "key.pem") -> None:
    """Chooses the files of a folder, and presses the button."""
    signing = page.site.options.signing
    signing.bring.click()
    for button, name in ((signing.chain, "certificate.pem"), (signing.key, key)):
        answer = (str(folder / name), "")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, answer=answer: answer)
        button.click()
    signing.use.click()


# ---------------------------------------------------------------- gallery, credit, licence


def test_what_is_typed_is_kept_and_brings_a_new_dry_run(
    page: ExportPage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.exports.planned):
        qtbot.keyClicks(page.site.options.credit, " Hermes  Center ")
        qtbot.keyClick(page.site.options.credit, Qt.Key.Key_Return)
    assert kept(session).credit == "Hermes Center"
    assert "Credit: Hermes Center" in page.site.side.along.facts


def test_what_is_half_typed_goes_along(
    page: ExportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    page.site.side.set_folder(folder)
    qtbot.keyClicks(page.site.options.credit, "Herm")
    with qtbot.waitSignal(session.exports.finished):
        page.site.side.write.click()
        assert not page.site.options.isEnabled()
    assert page.site.options.isEnabled()
    assert told(folder)["credit"] == "Herm"


def test_whoever_leaves_the_page_loses_nothing(page: ExportPage, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.site.options.licence, "CC BY 4.0")
    page.hide()
    assert kept(session).licence == "CC BY 4.0"


def test_a_dry_run_takes_nothing_from_under_the_hands(
    page: ExportPage, session: Session, qtbot: QtBot
) -> None:
    title = page.site.options.title
    with qtbot.waitActive(page):
        page.activateWindow()
    title.setFocus()
    qtbot.keyClicks(title, "Faces ")
    with qtbot.waitSignal(session.exports.planned):
        session.exports.plan()
    assert title.text() == "Faces "


def test_a_licence_says_where_it_leads(page: ExportPage, qtbot: QtBot) -> None:
    options = page.site.options
    assert options._leads_to.isHidden()
    qtbot.keyClicks(options.licence, "CC BY-SA 4.0")
    assert options._leads_to.text() == "The licence leads to https://creativecommons.org/licenses/by-sa/4.0/"
    options.licence.clear()
    qtbot.keyClicks(options.licence, "ask us")
    assert options._leads_to.text() == "The licence is a name without an address."


def test_a_gallery_has_at_least_one_language(page: ExportPage, session: Session) -> None:
    options = page.site.options
    for code in ("en", "de", "fr"):
        options.languages[code].click()
    assert kept(session).languages == ("it",)
    options.languages["it"].click()
    assert options.languages["it"].isChecked()
    assert options._lacks_language.words == "A gallery needs at least one language."
    assert kept(session).languages == ("it",)


def test_without_a_gallery_there_is_none(
    page: ExportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    page.site.options.gallery.click()
    assert not page.site.options.title.isEnabled()
    folder = tmp_path / "site"
    page.site.side.set_folder(folder)
    with qtbot.waitSignal(session.exports.finished):
        page.site.side.write.click()
    assert not (folder / "gallery").exists()
    assert page.site.side.open_gallery.isHidden()
    assert not page.site.side.open_folder.isHidden()


def test_portraits_that_would_bear_the_credit_are_pointed_out(
    page: ExportPage, session: Session, ids: list[SubmissionId], qtbot: QtBot
) -> None:
    assert page.site.side.notices == ()
    with qtbot.waitSignal(session.exports.planned):
        session.hand.correct_kind(ids[0], Kind.PORTRAIT)
    assert page.site.side.notices == ()
    with qtbot.waitSignal(session.exports.planned):
        qtbot.keyClicks(page.site.options.credit, "Hermes Center")
        qtbot.keyClick(page.site.options.credit, Qt.Key.Key_Return)
    assert page.site.side.notices == (
        "Credit and licence also go onto 1 portrait. Is it the campaign's own?",
    )


def test_escape_goes_back_to_the_dry_run(page: ExportPage, qtbot: QtBot) -> None:
    assert page.site.options.isVisible()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.site.options.gallery.setFocus()
    qtbot.keyClick(page.site.options.gallery, Qt.Key.Key_Escape)
    assert page.site.lines.isVisible()
    assert page.site.side.change.hasFocus()


# ---------------------------------------------------------------- signatures


def test_without_the_extra_package_nothing_can_be_signed(
    page: ExportPage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    with qtbot.waitSignal(session.exports.planned):
        session.exports.plan()
    signing = page.site.options.signing
    assert signing.state.startswith("Pictures cannot be signed: the extra package for C2PA is not installed.")
    assert not signing.signed.isEnabled()
    assert not signing.bring.isVisible()


def test_what_was_switched_on_elsewhere_can_be_switched_off(
    page: ExportPage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    with qtbot.waitSignal(session.exports.planned):
        session.exports.keep_options(ExportOptions(signed=True))
    assert "Signature: not possible" in page.site.side.along.facts
    assert [one for one in page.site.side.notices if one.startswith("Pictures cannot be signed: ")]
    assert page.site.options.signing.signed.isEnabled()
    page.site.options.signing.signed.click()
    assert not kept(session).signed


def test_a_first_signed_export_makes_the_certificate(
    page: ExportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    options, folder = page.site.options, tmp_path / "site"
    qtbot.keyClicks(options.credit, "Hermes Center")
    with qtbot.waitSignal(session.exports.planned):
        options.signing.signed.click()
    assert "It names Hermes Center" in options.signing.state
    assert "Signature: deepfakes, with a new certificate" in page.site.side.along.facts
    page.site.side.set_folder(folder)
    with qtbot.waitSignals([session.exports.finished, session.exports.planned]):
        page.site.side.write.click()
    assert page.site.side.result.endswith("6 of the files are signed.")
    assert options.signing.state.startswith("The certificate names Hermes Center and holds until ")
    assert "Signature: deepfakes, by Hermes Center" in page.site.side.along.facts
    assert told(folder)["signed_by"] == certificates.identity_of(session.folder / "signing")


def test_a_certificate_can_be_brought(
    page: ExportPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought = certificates.make(tmp_path / "theirs", organisation="The campaign")
    signing = page.site.options.signing
    with qtbot.waitSignal(session.exports.planned):
        bring(page, tmp_path / "theirs", monkeypatch)
    assert signing.refused.words == ""
    assert signing.bring.isVisible()
    assert not signing.use.isVisible()
    assert signing.state.startswith("The certificate names The campaign and holds until ")
    assert certificates.read(session.folder / "signing").identity == brought.identity


def test_there_is_a_way_back_to_a_certificate_from_curator(
    page: ExportPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificates.make(tmp_path / "theirs", organisation="The campaign")
    signing = page.site.options.signing
    page.site.side.change.click()
    assert not signing.back.isVisible()
    with qtbot.waitSignal(session.exports.planned):
        bring(page, tmp_path / "theirs", monkeypatch)
    assert signing.back.isVisible()
    signing.back.click()
    assert signing.go_back.isVisible()
    assert not signing.bring.isVisible()
    signing.stay.click()
    assert (signing.back.isVisible(), signing.go_back.isVisible()) == (True, False)
    assert certificates.is_brought(session.folder / "signing")
    signing.back.click()
    with qtbot.waitSignal(session.exports.planned):
        signing.go_back.click()
    assert not certificates.identity_of(session.folder / "signing")
    assert (signing.back.isVisible(), signing.go_back.isVisible()) == (False, False)
    assert signing.state.startswith("Curator makes a certificate with the first signed export.")


def test_a_certificate_can_be_brought_before_anything_was_planned(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    brought = certificates.make(tmp_path / "theirs")
    with qtbot.waitSignal(session.exports.planned):
        session.exports.bring_certificate(
            chain=tmp_path / "theirs/certificate.pem", key=tmp_path / "theirs/key.pem"
        )
    assert certificates.read(session.folder / "signing").identity == brought.identity


def test_a_certificate_that_does_not_serve_is_refused_in_its_place(
    page: ExportPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificates.make(tmp_path / "theirs")
    certificates.make(tmp_path / "other")
    (tmp_path / "other/key.pem").rename(tmp_path / "theirs/wrong.pem")
    bring(page, tmp_path / "theirs", monkeypatch, key="wrong.pem")
    signing = page.site.options.signing
    assert signing.refused.words.startswith("The private key does not belong to the certificate.")
    assert signing.use.isVisible()
    assert not (session.folder / "signing").exists()
    signing.leave.click()
    assert signing.refused.words == ""
    assert not signing.use.isVisible()


def test_files_that_are_not_chosen_change_nothing(page: ExportPage, monkeypatch: pytest.MonkeyPatch) -> None:
    signing = page.site.options.signing
    signing.bring.click()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    signing.chain.click()
    assert not signing.use.isEnabled()
