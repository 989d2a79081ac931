"""The evidence column: every kind of submission, faces at one size, corrected claims, told history."""

from datetime import date

import pytest
from builders import (
    CAST,
    HOSTILE,
    RECEIVED,
    FakePictures,
    advice,
    decision,
    digest,
    dossier,
    face,
    matches,
    plain_image,
    submission,
)
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from curator.engine.dossier import Dossier
from curator.engine.records import (
    AnalysisState,
    Arrival,
    Claim,
    DecisionId,
    FaceBox,
    FaceId,
    FaceOrigin,
    Finding,
    Outcome,
    PictureFacts,
    PoliticianId,
    Reason,
    Verdict,
)
from curator.engine.rules import Thresholds
from curator.ui.face_crop import face_crop, whole_crop
from curator.ui.pickers.politician_picker import choices, fits
from curator.ui.review.evidence import EvidencePanel
from curator.ui.review.face_pane import FacePane
from curator.ui.review.facts import facts_of, file_size
from curator.ui.review.findings import SaidLine
from curator.ui.review.folded import FoldedText
from curator.ui.review.history import in_force, tell
from curator.ui.review.long_words import BREAK, breakable
from curator.ui.review.strip import Bands
from curator.ui.theme import Scheme, apply_theme, tokens_of
from curator.ui.veil import Veil
from curator.ui.widgets import BarTrack, ElidedLabel

NARROW, WIDE = 350, 440
# The offscreen platform says this when a popup opens; there is nothing to raise or to grab there.
POPUPS = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
TODAY = date(2025, 12, 1)


class Desk:
    """A panel with pictures, as the desk would use it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.pictures = FakePictures()
        self.panel = EvidencePanel(self.pictures)
        qtbot.addWidget(self.panel)
        self.panel.resize(NARROW, 680)
        with qtbot.waitExposed(self.panel):
            self.panel.show()

    def show(self, shown: Dossier | None, **kwargs: object) -> None:
        values: dict[str, object] = {"thresholds": Thresholds(), "politicians": CAST}
        self.panel.show_dossier(shown, **(values | kwargs))  # type: ignore[arg-type]

    def texts(self) -> list[str]:
        return texts_of(self.panel)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Desk:
    apply_theme(qapp, Scheme.DARK)
    return Desk(qtbot)


def texts_of(widget: QWidget) -> list[str]:
    """Every text of a label that a person could scroll to."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return [label.text().replace(BREAK, "") for label in labels]


def settle() -> None:
    """Let layouts take hold of what was changed."""
    for _ in range(3):
        QApplication.sendPostedEvents()


def lines_of(section: QWidget) -> list[SaidLine]:
    return [line for line in section.findChildren(SaidLine) if line.isVisibleTo(section)]


# ---------------------------------------------------------------- claim


def test_a_claim_is_told_with_office_and_portraits(desk: Desk) -> None:
    desk.show(dossier())
    assert desk.panel.claim.name == "Odalys Quent"
    assert desk.panel.claim.about == "Interior Minister · Italy · 4 reference portraits"
    assert "sent in as a deepfake" in desk.texts()


@pytest.mark.parametrize(
    ("changed", "name", "about"),
    [
        ({"claim": Claim(), "claimed_id": None, "faces": ()}, "Nobody is claimed", "Correct the claim if"),
        ({"claim": Claim(), "claimed_id": None}, "Nobody is claimed", "Compared with the nearest, Odalys"),
        ({"claim": Claim("Zed", "Far"), "claimed_id": None, "faces": ()}, "Zed Far", "Not in the index"),
        ({"portraits": 0}, "Odalys Quent", "Interior Minister · Italy · no reference portraits"),
        ({"portraits": 1}, "Odalys Quent", "Interior Minister · Italy · 1 reference portrait"),
    ],
)
def test_a_claim_that_cannot_be_compared_is_told_plainly(
    desk: Desk, changed: dict[str, object], name: str, about: str
) -> None:
    desk.show(dossier(**changed))  # type: ignore[arg-type]
    assert desk.panel.claim.name == name
    assert desk.panel.claim.about.startswith(about)


def test_nearest_politicians_are_offered_first() -> None:
    offered = choices(CAST, matches=matches((1, 0.8), (3, 0.41), (2, 0.6)), claimed_id=PoliticianId(1))
    assert [choice.name for choice in offered] == [
        "Ilka Brandwyn",
        "Nerys Valdoon",
        "Cosmo Treadgold",
        "Ferris Molander",
        "Nobody: nothing is claimed",
    ]
    assert offered[0].distance == "0.41 good"
    assert offered[2].distance == ""


def test_the_picker_says_the_words_of_the_ranking() -> None:
    near = matches((3, 0.62))
    assert choices(CAST, matches=near, claimed_id=None)[0].distance == "0.62 weak"
    told = choices(CAST, matches=near, claimed_id=None, word_of=Bands(0.5, 0.6).word_of)
    assert told[0].distance == "0.62 no match"


def test_without_a_claim_there_is_none_to_take_away() -> None:
    offered = choices(CAST, matches=(), claimed_id=None)
    assert len(offered) == len(CAST)
    assert all(choice.politician_id is not None for choice in offered)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("il", True),
        ("BRAND il", True),
        ("finl", True),
        ("justice brand", True),
        ("randwyn", False),
        ("", True),
    ],
)
def test_words_are_looked_up_by_how_they_begin(typed: str, found: bool) -> None:
    ilka = next(one for one in choices(CAST, matches=(), claimed_id=None) if one.name == "Ilka Brandwyn")
    assert fits(ilka, typed) is found


@POPUPS
def test_the_claim_is_corrected_with_the_keyboard_alone(qtbot: QtBot, desk: Desk) -> None:
    desk.show(dossier())
    desk.panel.correct_claim()
    picker = desk.panel.claim.picker
    qtbot.keyClicks(picker.field, "mini")
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    second = picker.offered()[1]
    with qtbot.waitSignal(desk.panel.claim_corrected) as said:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert said.args == [second.politician_id]
    assert not picker.isVisible()


@POPUPS
def test_the_claim_can_be_taken_away(qtbot: QtBot, desk: Desk) -> None:
    desk.show(dossier())
    qtbot.mouseClick(desk.panel.claim.button, Qt.MouseButton.LeftButton)
    picker = desk.panel.claim.picker
    qtbot.keyClicks(picker.field, "nobody")
    with qtbot.waitSignal(desk.panel.claim_corrected) as said:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert said.args == [None]


@POPUPS
def test_leaving_the_picker_corrects_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.show(dossier())
    desk.panel.correct_claim()
    picker = desk.panel.claim.picker
    qtbot.keyClicks(picker.field, "zzz")
    assert picker.offered() == ()
    assert any("Nobody of that name" in text for text in texts_of(picker))
    with qtbot.assertNotEmitted(desk.panel.claim_corrected):
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
        qtbot.keyClick(picker.field, Qt.Key.Key_Escape)
    assert not picker.isVisible()


@POPUPS
def test_a_click_in_the_picker_chooses(qtbot: QtBot, desk: Desk) -> None:
    desk.show(dossier())
    desk.panel.correct_claim()
    picker = desk.panel.claim.picker
    place = picker.list.visualRect(picker.list.model().index(1, 0)).center()
    with qtbot.waitSignal(desk.panel.claim_corrected) as said:
        qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said.args == [PoliticianId(3)]


# ---------------------------------------------------------------- faces side by side


def face_image(*, size: QSize, box: FaceBox) -> QImage:
    """A picture with a white square for a face."""
    image = plain_image(width=size.width(), height=size.height(), color="#102030")
    painter = QPainter(image)
    painter.fillRect(box.left, box.top, box.width, box.height, QColor("white"))
    painter.end()
    return image


def face_height(crop: QImage) -> int:
    """Rows of a crop whose middle is white."""
    middle = crop.width() // 2
    return sum(crop.pixelColor(middle, row).lightness() > 128 for row in range(crop.height()))


@pytest.mark.parametrize("full", [QSize(800, 1000), QSize(3200, 4000)])
@pytest.mark.parametrize("size", [60, 200, 400])
def test_faces_are_equally_high_whatever_the_picture(full: QSize, size: int) -> None:
    scale = full.width() // 800
    seen = FaceBox(300, 400, size, size)
    box = FaceBox(300 * scale, 400 * scale, size * scale, size * scale)
    crop = face_crop(face_image(size=QSize(800, 1000), box=seen), box=box, full_size=full, side=160)
    assert abs(face_height(crop) - 100) <= 3


@pytest.mark.parametrize(
    "box", [FaceBox(0, 0, 100, 100), FaceBox(700, 900, 100, 100), FaceBox(-20, 400, 100, 100)]
)
def test_a_face_at_the_edge_is_cut_from_inside_the_picture(box: FaceBox) -> None:
    image = plain_image(width=800, height=1000)
    crop = face_crop(image, box=box, full_size=QSize(800, 1000), side=64)
    corners = [crop.pixelColor(x, y) for x in (1, 62) for y in (1, 62)]
    assert all(corner == QColor("#406080") for corner in corners)


def test_a_picture_smaller_than_the_square_keeps_its_proportions() -> None:
    image = plain_image(width=100, height=200)
    crop = face_crop(image, box=FaceBox(0, 50, 100, 100), full_size=QSize(100, 200), side=160)
    assert crop.pixelColor(10, 80).alpha() == 0
    assert crop.pixelColor(80, 80) == QColor("#406080")


def test_a_face_whose_place_is_unknown_is_shown_with_its_whole_picture() -> None:
    assert whole_crop(plain_image(width=1280, height=1600), side=64).pixelColor(32, 32).alpha() == 255


def test_faces_appear_when_their_pictures_have_been_loaded(desk: Desk) -> None:
    shown = dossier()
    desk.show(shown)
    faces = desk.panel.faces
    assert faces.face_pane.message == "Loading …"
    assert faces.portrait_pane.message == "Loading …"
    desk.pictures.arrive(shown.submission.digest, plain_image(width=1280, height=1600, color="#808000"))
    desk.pictures.arrive(shown.portraits[0].digest, plain_image())
    assert faces.face_pane.message == ""
    assert faces.portrait_pane.message == ""
    assert faces.face_pane.crop(64).pixelColor(32, 32) == QColor("#808000")


def test_portraits_are_stepped_through_round_and_round(qtbot: QtBot, desk: Desk) -> None:
    desk.show(dossier(portraits=3))
    faces = desk.panel.faces
    assert faces.captions() == ("this face · 214 px", "portrait 1 of 3")
    desk.panel.step_portrait(-1)
    assert faces.captions()[1] == "portrait 3 of 3"
    desk.panel.step_portrait(1)
    desk.panel.step_portrait(1)
    assert faces.captions()[1] == "portrait 2 of 3"
    following = next(
        one for one in faces.findChildren(QToolButton) if one.accessibleName() == "Next portrait"
    )
    qtbot.mouseClick(following, Qt.MouseButton.LeftButton)
    assert faces.captions()[1] == "portrait 3 of 3"


def test_a_refreshed_submission_keeps_its_portrait_and_its_face(desk: Desk) -> None:
    several = [
        face(1, ranking=matches((1, 0.5))),
        face(2, box=FaceBox(10, 10, 96, 96), ranking=matches((2, 0.4), (1, 0.9))),
    ]
    desk.show(dossier(faces=several))
    desk.panel.step_portrait(1)
    desk.panel.show_face(FaceId(2))
    desk.show(dossier(faces=several))
    assert desk.panel.faces.captions() == ("face 2 of 2 · 96 px", "portrait 2 of 4")


def test_one_portrait_needs_no_steps(desk: Desk) -> None:
    desk.show(dossier(portraits=1))
    steps = [one for one in desk.panel.faces.findChildren(QToolButton) if one.isVisible()]
    assert steps == []


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"faces": ()}, "No face"),
        ({"faces": (), "state": AnalysisState.PENDING, "facts": None}, "Not analysed yet"),
        (
            {"faces": (), "state": AnalysisState.UNREADABLE, "facts": None, "unreadable": "Cut off."},
            "No picture",
        ),
        ({"verdict": Verdict.REJECTED, "reason": Reason.UNSAFE}, "Hidden: marked as unsafe"),
    ],
)
def test_a_face_that_cannot_be_shown_says_why(desk: Desk, changed: dict[str, object], message: str) -> None:
    desk.show(dossier(**changed))  # type: ignore[arg-type]
    assert desk.panel.faces.face_pane.message == message


def test_without_portraits_there_is_a_placeholder(desk: Desk) -> None:
    desk.show(dossier(portraits=0))
    assert desk.panel.faces.portrait_pane.message == "No reference portraits"
    desk.show(dossier(faces=(), claim=Claim(), claimed_id=None))
    assert desk.panel.faces.portrait_pane.message == "Nobody to compare with"


def test_an_unsafe_picture_is_not_even_asked_for(desk: Desk) -> None:
    desk.show(dossier(verdict=Verdict.REJECTED, reason=Reason.UNSAFE))
    assert digest(7) not in desk.pictures.asked


def test_a_veil_takes_the_features_and_the_colours(desk: Desk) -> None:
    shown = dossier(faces=[face(box=FaceBox(100, 100, 200, 200), ranking=matches((1, 0.4)))])
    desk.pictures.images[shown.submission.digest] = plain_image(width=1280, height=1600, color="#ff0000")
    desk.panel.set_veil(Veil.BLUR)
    desk.show(shown)
    color = desk.panel.faces.face_pane.crop(64).pixelColor(32, 32)
    assert color.red() == color.green() == color.blue()
    desk.panel.set_veil(Veil.NONE)
    assert desk.panel.faces.face_pane.crop(64).pixelColor(32, 32) == QColor("#ff0000")


def test_a_drawn_face_is_called_so(desk: Desk) -> None:
    desk.show(dossier(faces=[face(origin=FaceOrigin.DRAWN)]))
    assert desk.panel.faces.captions()[0] == "this face · 214 px, drawn by hand"


# ---------------------------------------------------------------- findings and ranking


def test_each_finding_is_a_line_with_its_tone_words_and_number(desk: Desk) -> None:
    desk.show(dossier(faces=[face(ranking=matches((1, 0.36), (2, 0.66)))]))
    lines = lines_of(desk.panel.findings)
    assert [line.words for line in lines] == [
        "One face",
        "The face matches the claim",
        "Nobody else is as near",
    ]
    assert lines[0].detail == "214 px"
    assert lines[0].accessibleName() == "Kept: One face"


def test_twelve_findings_all_have_room(desk: Desk) -> None:
    many = tuple(
        Finding("several_faces", Outcome.REJECT, Reason.SEVERAL_FACES, {"n": number + 2})
        for number in range(12)
    )
    desk.show(dossier(findings=many, advice=advice(Outcome.REJECT, Reason.SEVERAL_FACES)))
    settle()
    lines = lines_of(desk.panel.findings)
    assert len(lines) == 12
    for line in lines:
        assert line.height() >= line.heightForWidth(line.width())
        for label in line.findChildren(QLabel):
            assert line.rect().contains(label.geometry()) or not label.isVisibleTo(line)


def test_a_long_line_breaks_instead_of_being_cut(qtbot: QtBot, qapp: QApplication) -> None:
    line = SaidLine("Not Odalys Quent", detail="0.81, rank 5; Bartholomew Featherstonehaugh is nearer, 0.41")
    qtbot.addWidget(line)
    one_line = SaidLine("One face", detail="214 px")
    qtbot.addWidget(one_line)
    assert line.heightForWidth(318) > one_line.heightForWidth(318)
    assert line.heightForWidth(900) == one_line.heightForWidth(900)


def test_before_the_analysis_the_panel_says_so(desk: Desk) -> None:
    desk.show(dossier(faces=(), state=AnalysisState.PENDING, facts=None))
    assert [line.words for line in lines_of(desk.panel.findings)] == [
        "The picture has not been analysed yet."
    ]
    assert not desk.panel.ranking.isVisibleTo(desk.panel)
    assert not desk.panel.far.isVisibleTo(desk.panel)


def test_a_duplicate_leads_to_the_other_submission(qtbot: QtBot, desk: Desk) -> None:
    finding = Finding("duplicate", Outcome.REJECT, Reason.DUPLICATE, {"of": 12, "bits": 14, "limit": 80})
    desk.show(dossier(findings=(finding,), advice=advice(Outcome.REJECT, Reason.DUPLICATE)))
    link = next(one for one in desk.panel.findings.findChildren(QToolButton) if "12" in one.text())
    with qtbot.waitSignal(desk.panel.submission_requested) as said:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert said.args == [12]


def test_the_ranking_shows_raw_distances_with_words_and_the_claim_in_bold(desk: Desk) -> None:
    desk.show(dossier(faces=[face(ranking=matches((2, 0.41), (1, 0.58), (3, 0.74)))]))
    table = desk.panel.ranking
    assert texts_of(table) == [
        "Nearest politicians",
        "",
        *("1", "Nerys Valdoon", "0.41", "good"),
        *("2", "Odalys Quent", "0.58", "weak"),
        *("3", "Ilka Brandwyn", "0.74", "no match"),
    ]
    bold = {label.text() for label in table.findChildren(QLabel) if label.property("role") == "strong"}
    assert bold == {"Odalys Quent", "0.58"}


def test_names_have_their_room_before_words_and_bars(desk: Desk) -> None:
    desk.show(dossier(faces=[face(ranking=matches((2, 0.41), (1, 0.58), (3, 0.74)))]))
    table = desk.panel.ranking
    (name,) = (one for one in table.findChildren(ElidedLabel) if one.text() == "Odalys Quent")
    (word,) = (one for one in table.findChildren(ElidedLabel) if one.text() == "no match")
    bar = table.findChild(BarTrack)
    shown = []
    for width in range(WIDE, 230, -10):
        desk.panel.setMinimumWidth(width)
        desk.panel.resize(width, 680)
        QApplication.processEvents()
        shown.append((bar.isVisibleTo(table), word.width() >= word.sizeHint().width()))
        assert name.width() >= name.sizeHint().width()
    assert (shown[0], shown[-1]) == ((True, True), (False, False))
    assert set(shown) == {(True, True), (False, True), (False, False)}, "bars go first, then words"


def test_people_of_one_name_are_told_apart_by_country(desk: Desk) -> None:
    shown = dossier(faces=[face(ranking=matches((1, 0.5), (2, 0.6)))])
    twin = type(CAST[1])(PoliticianId(2), "Odalys", "Quent", "Malta", "Prime Minister")
    shown.names[PoliticianId(2)] = twin  # type: ignore[index]
    desk.show(shown)
    names = texts_of(desk.panel.ranking)
    assert "Odalys Quent, Italy" in names
    assert "Odalys Quent, Malta" in names


def test_another_face_changes_ranking_plot_and_crop(desk: Desk) -> None:
    faces = [
        face(1, ranking=matches((1, 0.5), (2, 0.8))),
        face(2, box=FaceBox(10, 10, 96, 96), ranking=matches((2, 0.44), (1, 0.91))),
    ]
    desk.show(dossier(faces=faces))
    desk.panel.show_face(FaceId(2))
    assert desk.panel.face is faces[1]
    assert "0.91" in texts_of(desk.panel.ranking)
    assert "This face is at 0.91: no match." in desk.panel.plot.in_words()
    desk.panel.show_face(None)
    assert desk.panel.face is faces[0]
    assert "This face is at 0.50: match." in desk.panel.plot.in_words()


def test_a_claim_and_no_claim_have_bands_of_their_own(desk: Desk) -> None:
    ranking = matches((1, 0.53), (2, 0.8))
    desk.show(dossier(faces=[face(ranking=ranking)]))
    assert "0.53: match." in desk.panel.plot.in_words()
    desk.show(dossier(faces=[face(ranking=ranking)], claim=Claim(), claimed_id=None))
    assert "0.53: look closer." in desk.panel.plot.in_words()


def test_there_is_never_a_percent_sign(desk: Desk) -> None:
    desk.show(dossier())
    assert not any("%" in text for text in desk.texts())


# ---------------------------------------------------------------- facts and history


def test_facts_tell_where_it_came_from_and_what_is_odd_about_the_file() -> None:
    facts = PictureFacts("GIF", 640, 480, turn=1, truncated=True, frames=12)
    told = dict(facts_of(submission(facts=facts), today=TODAY))
    assert told["Sent by"] == "fox-12"
    assert told["Source"] == "form.csv"
    assert told["Received"].startswith("3 Nov")
    assert told["Picture"] == "GIF, 640 × 480 px"
    assert told["Shown"] == (
        "the first of 12 frames of an animation; only as far as the file goes, the rest is missing;"
        " turned by 90° so that the face is upright"
    )


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1 kB"), (999_499, "999 kB"), (999_500, "1.0 MB")],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert file_size(size) == words


def test_times_are_local_and_say_the_year_only_when_it_is_another() -> None:
    local = RECEIVED.astimezone()
    expected = f"{local.day} Nov, {local:%H:%M}"
    assert dict(facts_of(submission(), today=TODAY))["Received"] == expected
    later = dict(facts_of(submission(), today=date(2026, 1, 1)))["Received"]
    assert later == f"{local.day} Nov 2025, {local:%H:%M}"


def test_other_arrivals_of_the_same_picture_are_listed(desk: Desk) -> None:
    def arrival(number: int) -> Arrival:
        claim = Claim("Nerys", "Valdoon")
        return Arrival(digest(7), 9, f"{number}.jpg", "form", claim=claim, sender="owl-3", note="again")

    desk.show(dossier(arrivals=tuple(arrival(number) for number in range(10))))
    lines = lines_of(desk.panel.arrivals)
    assert lines[0].words == "Nerys Valdoon, deepfake\n“again”"
    assert lines[0].detail == "owl-3 · form · 1.jpg"
    assert lines[-1].words == "and 3 more"
    desk.show(dossier(arrivals=(arrival(0),)))
    assert not desk.panel.arrivals.isVisibleTo(desk.panel)


HISTORY = (
    decision(1, Verdict.REJECTED, reason=Reason.NO_FACE, curator="Ben", note="too dark"),
    decision(2, Verdict.UNDECIDED, action="undo", undoes=DecisionId(1)),
    decision(3, Verdict.REJECTED, reason=Reason.NO_FACE, action="redo", undoes=DecisionId(2)),
    decision(
        4,
        Verdict.REJECTED,
        reason=Reason.NO_FACE,
        action="claim",
        change={"before": {"given_name": "", "surname": ""}, "after": {"given_name": "Ilka", "surname": "B"}},
    ),
    decision(5, Verdict.SKIPPED, reason=Reason.ASK),
)


def test_history_is_told_plainly_and_the_newest_first(desk: Desk) -> None:
    desk.show(dossier(history=HISTORY, verdict=Verdict.SKIPPED, reason=Reason.ASK))
    assert [line.words for line in lines_of(desk.panel.history)] == [
        "Set aside for a colleague",
        "Claim corrected: nobody → Ilka B",
        "Did again “rejected: no face”",
        "Took back “rejected: no face”",
        "Rejected: no face\n“too dark”",
    ]


def test_a_told_row_says_who_and_when() -> None:
    told = tell(HISTORY[0], history=HISTORY, today=TODAY)
    local = HISTORY[0].decided_at.astimezone()
    assert told.detail == f"Ben, {local.day} Nov, {local:%H:%M}"


@pytest.mark.parametrize(("rows", "standing"), [(0, None), (1, 1), (2, None), (3, 1), (4, 1), (5, 5)])
def test_the_row_in_force_survives_undo_and_redo(rows: int, standing: int | None) -> None:
    found = in_force(HISTORY[:rows])
    assert (None if found is None else found.id) == standing


# ---------------------------------------------------------------- the whole panel


def test_without_a_submission_the_panel_says_what_it_is_for(desk: Desk) -> None:
    desk.show(dossier())
    desk.show(None)
    assert any("Choose a submission" in text for text in desk.texts())
    assert "Odalys Quent" not in desk.texts()
    desk.panel.show_face(FaceId(1))
    assert desk.panel.face is None


def test_submitted_text_is_shown_as_letters(desk: Desk) -> None:
    history = (decision(1, note=HOSTILE, curator=HOSTILE),)
    arrivals = (Arrival(digest(7), 9, "a", "b"), Arrival(digest(7), 9, HOSTILE, HOSTILE, note=HOSTILE))
    desk.show(
        dossier(
            note=HOSTILE,
            sender=HOSTILE,
            source=HOSTILE,
            file_name=HOSTILE,
            claim=Claim(HOSTILE, HOSTILE),
            claimed_id=None,
            history=history,
            arrivals=arrivals,
        )
    )
    texts = desk.texts()
    assert f"“{HOSTILE}”" in texts
    assert f"{HOSTILE} {HOSTILE}" in texts
    assert HOSTILE in texts
    labels = desk.panel.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert not any("<img" in widget.toolTip() for widget in desk.panel.findChildren(QWidget))


def test_the_first_screen_holds_claim_faces_findings_and_ranking(desk: Desk) -> None:
    desk.panel.resize(NARROW, 640)
    desk.show(dossier(faces=[face(ranking=matches((2, 0.5), (1, 0.52), (3, 0.7), (4, 0.8), (5, 0.9)))]))
    settle()
    ranking = desk.panel.ranking
    bottom = ranking.mapTo(desk.panel, ranking.rect().bottomLeft()).y()
    assert 0 < bottom <= 640


@pytest.mark.parametrize("length", [24, 25, 48, 49, 100])
def test_only_words_that_are_too_long_are_broken(length: int) -> None:
    text = f"see {'x' * length} there"
    assert breakable(text).replace(BREAK, "") == text
    assert max(len(word) for part in breakable(text).split() for word in part.split(BREAK)) <= 24
    assert (breakable(text) == text) is (length <= 24)


def test_a_note_with_a_long_address_is_copied_as_it_was_sent(qtbot: QtBot, desk: Desk) -> None:
    note = "See https://example.org/" + "a" * 80
    desk.show(dossier(note=note))
    buttons = desk.panel.note.findChildren(QToolButton)
    button = next(one for one in buttons if one.accessibleName() == "Copy the note")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == note


def test_a_long_note_is_folded_until_somebody_wants_all_of_it(qtbot: QtBot, desk: Desk) -> None:
    desk.show(dossier(note="He was never there. " * 100))
    settle()
    (folded,) = desk.panel.note.findChildren(FoldedText)
    assert folded.folded
    low = folded.height()
    qtbot.mouseClick(folded.button, Qt.MouseButton.LeftButton)
    assert not folded.folded
    qtbot.waitUntil(lambda: folded.height() > 2 * low)


def test_a_short_note_offers_nothing_more(desk: Desk) -> None:
    desk.show(dossier(note="He was never there."))
    settle()
    (folded,) = desk.panel.note.findChildren(FoldedText)
    assert not folded.folded
    assert not folded.button.isVisible()


def test_why_a_picture_cannot_be_opened_is_left_to_the_canvas(desk: Desk) -> None:
    desk.show(dossier(faces=(), state=AnalysisState.UNREADABLE, facts=None, unreadable="Cut off."))
    assert not any("Cut off." in text for text in desk.texts())
    assert "Reject it as unreadable, or ask the sender for another copy." in desk.texts()


def test_without_a_claim_words_follow_the_narrower_bands(desk: Desk) -> None:
    ranking = matches((1, 0.63), (2, 0.8))
    desk.show(dossier(faces=[face(ranking=ranking)]))
    assert "weak" in desk.texts()
    desk.show(dossier(faces=[face(ranking=ranking)], claim=Claim(), claimed_id=None))
    assert "weak" not in desk.texts()
    assert "0.63: no match." in desk.panel.plot.in_words()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_nothing_reaches_over_the_side(desk: Desk, width: int) -> None:
    desk.panel.resize(width, 680)
    desk.show(dossier(note="x" * 300, file_name="y" * 200 + ".jpg", sender="z" * 90))
    settle()
    assert desk.panel.width() == width
    panel = desk.panel
    for part in (panel.claim, panel.faces, panel.findings, panel.ranking, panel.note, panel.facts):
        right = part.mapTo(desk.panel, part.rect().topRight()).x()
        assert right <= width - 4


def test_in_a_pane_that_is_no_square_the_face_is_painted_once(qtbot: QtBot) -> None:
    pane = FacePane()
    qtbot.addWidget(pane)
    pane.resize(120, 200)
    image = QImage(80, 80, QImage.Format.Format_RGB888)
    image.fill(QColor("orange"))
    pane.show_face(image, box=None, full_size=QSize(80, 80))
    seen = pane.grab().toImage()
    assert seen.pixelColor(60, 100) == QColor("orange")
    assert seen.pixelColor(60, 20) == seen.pixelColor(60, 180) == QColor(tokens_of(pane).raised)


def test_a_new_submission_is_read_from_the_top(desk: Desk) -> None:
    desk.panel.resize(NARROW, 400)
    desk.show(dossier())
    settle()
    bar = desk.panel.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    desk.show(dossier(id=8))
    claim = desk.panel.claim
    assert claim.mapTo(desk.panel, claim.rect().topLeft()).y() >= 0
