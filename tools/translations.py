"""Keeps the translations in step with the code: collects sentences, lists gaps, compiles.

    python tools/translations.py            write resources/languages/curator_*.ts and *.qm anew
    python tools/translations.py --check    only tell what is missing, and end with 1 if anything is

Every constant that is given to ``tr``, ``tr_of``, ``said`` or ``said_of`` in ``curator/`` is a
sentence to translate. Those of a number of things are found under the form for several; a comment
shows the form for one. A translation that stands in a .ts file is kept for as long as the code says
its sentence, a new sentence is entered as unfinished, one that is gone is deleted.

The compiled .qm files are committed: then a checkout, a wheel and the frozen program all speak every
language without a build step and without Qt's tools, and ``tests/test_translations.py`` proves that
they say what the .ts files say.
"""

import argparse
import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("de", "fr", "it")
CONTEXT = "curator"
SINGLE = frozenset({"tr", "said"})
COUNTED = frozenset({"tr_of", "said_of"})
FORMS = 2
"""Of one thing, and of several: German, French and Italian know no more."""

DEFINING = frozenset({"curator/engine/said.py", "curator/ui/language.py"})
"""Where the functions themselves stand, which pass on what they are given."""

PASSED_ON = (ast.Name, ast.Attribute, ast.Call, ast.Subscript)


class Mistake(Exception):
    """A sentence that cannot be collected; names file and line."""


@dataclass(slots=True)
class Message:
    """A sentence to translate.

    Attributes:
        source: its pattern; of a number of things that for several.
        one: the pattern for one thing, or None where no number changes the words.
        files: where it is said, below the project's folder.
    """

    source: str
    one: str | None
    files: list[str] = field(default_factory=list)


# ---------------------------------------------------------------- what the code says


def collect(root: Path = ROOT) -> dict[str, Message]:
    """All sentences of ``curator/`` by their source, in the order of files and lines.

    Raises:
        Mistake: something that is no constant is to be translated, or values do not fit.
    """
    found: dict[str, Message] = {}
    for path in sorted((root / "curator").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if name in DEFINING:
            continue
        for message in collect_from(path.read_text(encoding="utf-8"), name=name):
            known = found.setdefault(message.source, message)
            if (known.one is None) != (message.one is None):
                raise Mistake(f"{name}: {message.source!r} is said both with and without a number.")
            if name not in known.files:
                known.files.append(name)
    return found


def collect_from(code: str, *, name: str) -> Iterator[Message]:
    """The sentences of one module.

    Args:
        code: its text.
        name: what mistakes are reported of.

    Raises:
        Mistake: see ``collect``.
    """
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        called = call.func.id if isinstance(call.func, ast.Name) else ""
        if called not in SINGLE | COUNTED:
            continue
        where = f"{name}:{call.lineno}"
        if called in SINGLE:
            if len(call.args) != 1:
                raise Mistake(f"{where}: {called} takes one sentence.")
            for source in _constants(call.args[0], where=where):
                _check_values(call, source, where=where, given=frozenset())
                yield Message(source, None, [name])
        else:
            if len(call.args) != 3:
                raise Mistake(f"{where}: {called} takes a number and two sentences.")
            one, several = (_constant(arg, where=where) for arg in call.args[1:])
            for source in (one, several):
                _check_values(call, source, where=where, given=frozenset({"n"}))
            yield Message(several, one, [name])


def _constants(node: ast.expr, *, where: str) -> Iterator[str]:
    """The sentence; both of a choice; none of one that is passed on."""
    if isinstance(node, ast.IfExp):
        yield from _constants(node.body, where=where)
        yield from _constants(node.orelse, where=where)
    elif not isinstance(node, PASSED_ON):
        yield _constant(node, where=where)


def _constant(node: ast.expr, *, where: str) -> str:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or not node.value.strip():
        raise Mistake(f"{where}: only a constant sentence can be translated; what varies is a value.")
    return node.value


def _check_values(call: ast.Call, source: str, *, where: str, given: frozenset[str]) -> None:
    """Values have to be those that the sentence names; a pattern without any is filled elsewhere."""
    names = {keyword.arg for keyword in call.keywords}
    wanted = {name for name, _format in placeholders(source)}
    unfilled = (
        call.keywords == [] and not given and isinstance(call.func, ast.Name) and call.func.id == "said"
    )
    if None in names or unfilled:
        return
    if not wanted <= names | given or not names <= wanted:
        raise Mistake(f"{where}: {source!r} does not name the values {sorted(map(str, names))}.")


def placeholders(pattern: str) -> frozenset[tuple[str, str]]:
    """Names and format codes of a pattern's values.

    Raises:
        ValueError: its braces do not pair.
    """
    return frozenset(
        (name, f"{'!' + conversion if conversion else ''}{code or ''}")
        for _text, name, code, conversion in Formatter().parse(pattern)
        if name is not None
    )


# ---------------------------------------------------------------- what the translators say


def read(path: Path) -> dict[str, tuple[str, ...]]:
    """The translations of a .ts file by their source; of unfinished ones those that hold anything.

    Args:
        path: the file; one that is not there holds none.

    Returns:
        One text each, or one for each form.
    """
    if not path.exists():
        return {}
    told = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is None:
            continue
        forms = translation.findall("numerusform")
        texts = tuple(one.text or "" for one in forms) if forms else (translation.text or "",)
        if any(texts):
            told[message.findtext("source", "")] = texts
    return told


def entered(path: Path) -> dict[str, bool]:
    """The sources that a .ts file holds, translated or not, and whether a number changes their words."""
    return {
        message.findtext("source", ""): message.get("numerus") == "yes"
        for message in ElementTree.parse(path).getroot().iter("message")
    }


def unfinished(path: Path) -> frozenset[str]:
    """The sources whose translation is marked as not finished."""
    return frozenset(
        message.findtext("source", "")
        for message in ElementTree.parse(path).getroot().iter("message")
        if (told := message.find("translation")) is not None and told.get("type") == "unfinished"
    )


def write(
    path: Path,
    *,
    language: str,
    messages: Mapping[str, Message],
    told: Mapping[str, Sequence[str]],
    doubtful: frozenset[str] = frozenset(),
) -> None:
    """Writes a .ts file: without line numbers, so that it changes only where sentences do.

    Args:
        path: the file.
        language: its ISO 639 code.
        messages: what is to be translated.
        told: the translations by source; others are entered as unfinished.
        doubtful: sources whose translation stays marked as unfinished.
    """
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source, message in messages.items():
        entry = ElementTree.SubElement(context, "message")
        if message.one is not None:
            entry.set("numerus", "yes")
        for file in message.files:
            ElementTree.SubElement(entry, "location", filename=f"../../{file}")
        ElementTree.SubElement(entry, "source").text = source
        if message.one is not None:
            ElementTree.SubElement(entry, "extracomment").text = f"One: {message.one}"
        forms = 1 if message.one is None else FORMS
        texts = tuple(told.get(source, ()))
        # A sentence that has become one of a number, or is one no longer, is translated anew.
        whole = len(texts) == forms and all(texts)
        translation = ElementTree.SubElement(entry, "translation")
        if not whole or source in doubtful:
            translation.set("type", "unfinished")
        if len(texts) != forms:
            texts = ("",) * forms
        if message.one is None:
            translation.text = texts[0]
        else:
            for text in texts:
                ElementTree.SubElement(translation, "numerusform").text = text
    ElementTree.indent(root, space="    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    body = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    path.write_text(f"{head}{body}\n", encoding="utf-8", newline="\n")


def complaints(path: Path, *, messages: Mapping[str, Message]) -> list[str]:
    """What keeps a .ts file from being complete, one line each; empty when it is."""
    if not path.exists():
        return [f"{path.name}: is missing"]
    told, marked, there = read(path), unfinished(path), entered(path)
    language = ElementTree.parse(path).getroot().get("language", "")
    lines = [f"{path.name}: not entered: {source!r}" for source in messages if source not in there]
    lines += [f"{path.name}: said no longer: {source!r}" for source in there if source not in messages]
    for source, message in messages.items():
        if source not in there:
            continue
        texts = told.get(source, ())
        if source in marked or len(texts) != (1 if message.one is None else FORMS) or not all(texts):
            lines.append(f"{path.name}: unfinished: {source!r}")
            continue
        flaws = _flaws(message, texts, language=language)
        lines += [f"{path.name}: {flaw}: {source!r}" for flaw in flaws]
    return lines


def _flaws(message: Message, texts: Sequence[str], *, language: str) -> Iterator[str]:
    wanted = placeholders(message.source)
    # "One face" needs no number, but French says of none what it says of one.
    counted = {one for one in wanted if one[0] == "n"}
    if language == "fr" and message.one is not None:
        counted -= placeholders(message.one)
    for place, text in enumerate(texts):
        try:
            has = placeholders(text)
        except ValueError as error:
            yield f"braces do not pair ({error})"
            continue
        optional = counted if message.one is not None and place == 0 else set()
        if not wanted - optional <= has <= wanted:
            yield "other values than the sentence has"
        if (text[:1].isspace(), text[-1:].isspace()) != (
            message.source[:1].isspace(),
            message.source[-1:].isspace(),
        ):
            yield "blanks at its ends"


# ---------------------------------------------------------------- files


def folder(root: Path = ROOT) -> Path:
    """Where the translations lie."""
    return root / "resources" / "languages"


def compile_all(paths: Sequence[Path]) -> None:
    """Compiles .ts files to .qm files beside them, with the tool that PySide6 brings."""
    suffix = ".exe" if sys.platform == "win32" else ""
    tool = Path(PySide6.__file__).parent / f"lrelease{suffix}"
    for path in paths:
        subprocess.run([tool, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


def update(root: Path = ROOT) -> dict[str, Message]:
    """Brings all .ts and .qm files up to date with the code."""
    messages = collect(root)
    folder(root).mkdir(parents=True, exist_ok=True)
    paths = [folder(root) / f"curator_{language}.ts" for language in LANGUAGES]
    for language, path in zip(LANGUAGES, paths, strict=True):
        told = read(path)
        doubtful = unfinished(path) if path.exists() else frozenset()
        write(path, language=language, messages=messages, told=told, doubtful=doubtful & told.keys())
    compile_all(paths)
    return messages


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, tell what is missing")
    options = parser.parse_args(arguments)
    try:
        if not options.check:
            messages = update()
            print(f"{len(messages)} sentences, {', '.join(LANGUAGES)}.")
            return 0
        messages = collect()
    except Mistake as mistake:
        print(mistake, file=sys.stderr)
        return 1
    lines = [
        line
        for language in LANGUAGES
        for line in complaints(folder() / f"curator_{language}.ts", messages=messages)
    ]
    print("\n".join(lines) or f"{len(messages)} sentences, all translated.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
