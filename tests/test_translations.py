"""Every sentence of the window can be translated, and the translations say what their files say."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QTranslator

from curator.engine import errors

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("de", "fr", "it")
ENGINE = sorted((ROOT / "curator" / "engine").rglob("*.py"))
UI = sorted((ROOT / "curator" / "ui").rglob("*.py"))


@pytest.fixture
def translations(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "tools")
    return importlib.import_module("translations")


# ---------------------------------------------------------------- nothing bypasses tr()

TRANSLATING = {"tr", "tr_of", "said", "said_of"}
LOGGING = {"debug", "info", "warning", "error", "exception", "critical"}
SHOWING = {
    *("text_label", "section_heading", "set_tip", "Section", "Chip", "KeyButton", "ToolButton", "EmptyState"),
    *("ChoiceButton", "ThinProgress", "StatusText", "Seen", "SaidLine", "tell", "show_placeholder"),
    *("setText", "setTitle", "setToolTip", "setStatusTip", "setWindowTitle", "setPlaceholderText"),
    *("setAccessibleName", "setAccessibleDescription", "set_label", "setSuffix", "setPrefix", "setPlainText"),
    *("QAction", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QToolButton", "QMenu"),
    *("addAction", "addMenu", "addButton", "addItem", "addTab", "addRow", "drawText"),
}
"""What shows its words: there even a single capitalised word is one to translate."""
NO_WORDS = {"key", "keys", "shortcut", "name_of_object"}
"""Arguments of those that hold names of keys."""
ALLOWED = {
    "Curator",  # the program's own name
    " — Curator",
    "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.heic *.heif *.avif *.csv *.json",
    "*.pem *.crt *.cer *.key",
}
"""What reads like words and is none."""

TYPES = re.compile(r"\w+(?: \| \w+)+")
"""Types in quotation marks, such as ``"Plan | None"``, of what is only imported when it is used."""


def bypassing(code: str) -> Iterator[tuple[int, str]]:
    """Words for people that are not given to ``tr`` or ``said``, each with its line.

    Every constant with a letter and a blank counts as words, and every capitalised word that is
    given to something that shows it. Docstrings, log lines and what is raised as a bug are not shown.
    """
    tree = ast.parse(code)
    yield from _words_in(tree, shown=False)


def _words_in(node: ast.AST, *, shown: bool) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Raise | ast.Assert):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Compare | ast.Subscript):
        shown = False
    if isinstance(node, ast.Call):
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called in TRANSLATING | LOGGING:
            return
        shown = called in SHOWING or (shown and called == "join")
    if isinstance(node, ast.keyword) and node.arg in NO_WORDS:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
        sentence = re.search(r"[^\W\d_]", text) and " " in text.strip()
        word = shown and re.match(r"[A-Z][^\W\d_]{2}", text)
        if (sentence or word) and text not in ALLOWED and not TYPES.fullmatch(text):
            yield node.lineno, text
    for child in ast.iter_child_nodes(node):
        yield from _words_in(child, shown=shown)


@pytest.mark.parametrize("path", UI, ids=lambda path: path.relative_to(ROOT / "curator" / "ui").as_posix())
def test_no_words_of_the_window_bypass_tr(path: Path) -> None:
    found = bypassing(path.read_text(encoding="utf-8"))
    told = [f"{path.name}:{line}: {text!r}" for line, text in found]
    assert not told, "\n".join(told)


def bare_errors(code: str) -> Iterator[int]:
    """Lines on which an error for people is made of a text that no translation can be found for."""
    names = {name for name, one in vars(errors).items() if isinstance(one, type)} | {"WorkersUnavailable"}
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in names:
            advice = [one.value for one in call.keywords if one.arg == "advice"]
            for text in (*call.args, *advice):
                if isinstance(text, ast.Constant | ast.JoinedStr | ast.BinOp) and ast.unparse(text) != "''":
                    yield text.lineno


@pytest.mark.parametrize(
    "path", ENGINE, ids=lambda path: path.relative_to(ROOT / "curator" / "engine").as_posix()
)
def test_errors_of_the_engine_can_be_said_in_another_language(path: Path) -> None:
    assert list(bare_errors(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('label = text_label("Approve")', ["Approve"]),
        ('label.setText(f"{n} faces found")', [" faces found"]),
        ('WORDS = {1: "look closer"}', ["look closer"]),
        ('def f():\n    """A docstring of words."""\n    return "No face"', ["No face"]),
        ('a.setText("Pause" if on else tr("Go on"))', ["Pause"]),
        ('text_label(tr("Approve"), role=Role.BODY)', []),
        ('KeyButton(tr("Approve"), key="Space")', []),
        ('W = said("look closer")\n_LOG.warning("a line of the log")', []),
        ('raise ValueError("a mistake of the program")', []),
        ('a.setObjectName("Approve")', []),
    ],
)
def test_words_that_bypass_tr_are_found(code: str, found: list[str]) -> None:
    assert [text for _line, text in bypassing(code)] == found


# ---------------------------------------------------------------- collecting


def collected(translations: Any, code: str) -> list[tuple[str, str | None]]:
    return [(one.source, one.one) for one in translations.collect_from(code, name="some.py")]


def test_all_four_functions_are_collected_from(translations: Any) -> None:
    code = """
W = {1: said("Look closer"), 2: said("no {what}")}
a = tr("{n} px wide", n=800) + tr(W[1]) + tr(error.sentence) + tr(text)
b = tr_of(n, "{n} face", "{n} faces")
c = said_of(n, "{n:,} face of {name}", "{n:,} faces of {name}", name=name)
d = tr("Pause" if on else "Go on")
"""
    assert collected(translations, code) == [
        ("Look closer", None),
        ("no {what}", None),
        ("{n} px wide", None),
        ("{n} faces", "{n} face"),
        ("{n:,} faces of {name}", "{n:,} face of {name}"),
        ("Pause", None),
        ("Go on", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        'tr(f"{n} faces")',
        'tr("one" + "two")',
        'tr("")',
        'tr_of(n, "{n} face", words)',
        'tr_of(n, "{n} faces")',
        'tr("{name} is here", nam=1)',
        'tr("is here", name=1)',
        'tr_of(n, "{n} face of {name}", "{n} faces")',
    ],
)
def test_what_cannot_be_translated_is_named_by_file_and_line(translations: Any, line: str) -> None:
    with pytest.raises(translations.Mistake, match=r"some\.py:2:"):
        collected(translations, f"\n{line}")


def test_the_code_of_the_project_can_be_collected(translations: Any) -> None:
    found = translations.collect()
    assert found["clear match"].files
    assert found["{n} faces"].one == "{n} face"


# ---------------------------------------------------------------- the files


def messages(translations: Any, *sources: str, counted: str = "") -> dict[str, Any]:
    found = {source: translations.Message(source, None, ["curator/a.py"]) for source in sources}
    if counted:
        found[counted] = translations.Message(counted, counted.removesuffix("s"), ["curator/b.py"])
    return found


def test_translations_are_kept_and_those_of_vanished_sentences_deleted(
    translations: Any, tmp_path: Path
) -> None:
    path = tmp_path / "curator_de.ts"
    before = messages(translations, "Approve", "Gone", counted="{n} faces")
    told = {"Approve": ("Freigeben",), "Gone": ("Weg",), "{n} faces": ("{n} Gesicht", "{n} Gesichter")}
    translations.write(path, language="de", messages=before, told=told)
    assert translations.complaints(path, messages=before) == []
    after = messages(translations, "Approve", "New <&> “one”", counted="{n} faces")
    translations.write(path, language="de", messages=after, told=translations.read(path))
    assert translations.read(path) == {key: told[key] for key in ("Approve", "{n} faces")}
    assert translations.unfinished(path) == {"New <&> “one”"}
    assert translations.complaints(path, messages=after) == [
        "curator_de.ts: unfinished: 'New <&> “one”'",
    ]


def test_writing_the_same_twice_changes_nothing(translations: Any, tmp_path: Path) -> None:
    path = tmp_path / "curator_de.ts"
    some = messages(translations, "Approve", counted="{n} faces")
    translations.write(path, language="de", messages=some, told={"Approve": ("Freigeben",)})
    first = path.read_bytes()
    translations.write(path, language="de", messages=some, told=translations.read(path))
    assert path.read_bytes() == first
    assert b"line=" not in first


@pytest.mark.parametrize(
    ("told", "flaw"),
    [
        ("{nam} ist da", "other values"),
        ("ist da", "other values"),
        ("{name} ist {name:.2f} da", "other values"),
        ("{name ist da", "braces do not pair"),
        ("{name} ist da ", "blanks at its ends"),
    ],
)
def test_flaws_of_a_translation_are_told(translations: Any, tmp_path: Path, told: str, flaw: str) -> None:
    path = tmp_path / "curator_de.ts"
    some = messages(translations, "{name} is here")
    translations.write(path, language="de", messages=some, told={"{name} is here": (told,)})
    (line,) = translations.complaints(path, messages=some)
    assert flaw in line


def test_french_says_the_number_of_none_and_of_one(translations: Any, tmp_path: Path) -> None:
    path = tmp_path / "curator_fr.ts"
    some = messages(translations, counted="{n} faces")
    translations.write(path, language="fr", messages=some, told={"{n} faces": ("un visage", "{n} visages")})
    (line,) = translations.complaints(path, messages=some)
    assert "other values" in line


def test_compiled_forms_follow_the_number(translations: Any, tmp_path: Path) -> None:
    some = messages(translations, "Approve", "Later", counted="{n} faces")
    for language, forms, of_none in (("de", ("{n} Gesicht", "{n} Gesichter"), 1), ("fr", ("v", "vv"), 0)):
        path = tmp_path / f"curator_{language}.ts"
        told = {"Approve": ("Gut",), "{n} faces": forms}
        translations.write(path, language=language, messages=some, told=told)
        translations.compile_all([path])
        translator = QTranslator()
        assert translator.load(str(path.with_suffix(".qm")))
        assert translator.translate(translations.CONTEXT, "Approve") == "Gut"
        assert not translator.translate(translations.CONTEXT, "Later")
        by_number = [translator.translate(translations.CONTEXT, "{n} faces", None, n) for n in (0, 1, 2)]
        assert by_number == [forms[of_none], forms[0], forms[1]]


def test_the_form_for_one_needs_no_number(translations: Any, tmp_path: Path) -> None:
    path = tmp_path / "curator_de.ts"
    some = messages(translations, counted="{n} faces")
    translations.write(
        path, language="de", messages=some, told={"{n} faces": ("ein Gesicht", "{n} Gesichter")}
    )
    assert translations.complaints(path, messages=some) == []


def test_sentences_not_entered_and_no_longer_said_are_told(translations: Any, tmp_path: Path) -> None:
    path = tmp_path / "curator_de.ts"
    translations.write(path, language="de", messages=messages(translations, "Old"), told={"Old": ("Alt",)})
    assert translations.complaints(path, messages=messages(translations, "New")) == [
        "curator_de.ts: not entered: 'New'",
        "curator_de.ts: said no longer: 'Old'",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_translations_say_what_their_sources_say(translations: Any, language: str) -> None:
    path = translations.folder() / f"curator_{language}.ts"
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    entries = translations.entered(path)
    assert entries
    told = translations.read(path)
    for source, counted in entries.items():
        forms = (1, 2) if counted else (-1,)
        said = tuple(translator.translate(translations.CONTEXT, source, None, n) or "" for n in forms)
        assert said == told.get(source, ("",) * len(forms)), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(translations: Any, language: str) -> None:
    path = translations.folder() / f"curator_{language}.ts"
    assert translations.complaints(path, messages=translations.collect()) == []
