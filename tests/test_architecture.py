"""The house rules that a machine can check: imports, size, style, types, texts, pins."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "curator"
LONGEST_MODULE = 500  # lines; past that a module hides something


def project_files() -> list[Path]:
    """Every file that belongs to the project: what git tracks or would add, else all but hidden folders."""
    if (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode()
        files = [ROOT / name for name in listing.split("\0") if name]
    else:
        made = {"build", "dist", "__pycache__", "uv.lock"}
        files = [
            path
            for path in ROOT.rglob("*")
            if not any(
                part in made or (part.startswith(".") and part not in {".ci", ".gitignore", ".gitattributes"})
                for part in path.relative_to(ROOT).parts
            )
        ]
    return [path for path in files if path.is_file()]


def calls_and_bases(source: str) -> list[tuple[int, str]]:
    """Line and last name of everything that a module calls or derives a class from."""
    found = []
    for node in ast.walk(ast.parse(source)):
        targets = (
            [node.func]
            if isinstance(node, ast.Call)
            else node.bases
            if isinstance(node, ast.ClassDef)
            else []
        )
        for target in targets:
            # QMessageBox.warning(...) counts as QMessageBox, QtWidgets.QLabel(...) as QLabel
            names = [part.id if isinstance(part, ast.Name) else part.attr for part in chain(target)]
            found += [(target.lineno, name) for name in names]
    return found


def chain(node: ast.expr) -> list[ast.Name | ast.Attribute]:
    """The names of a dotted expression, last first."""
    parts: list[ast.Name | ast.Attribute] = []
    current: ast.expr = node
    while isinstance(current, ast.Attribute):
        parts.append(current)
        current = current.value
    if isinstance(current, ast.Name):
        parts.append(current)
    return parts


def tool(*arguments: str) -> None:
    """Run a checking tool over the project; its words become the failure."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        pytest.fail(f"{' '.join(arguments)}\n{done.stdout}{done.stderr}", pytrace=False)


# ---------------------------------------------------------------- imports


def test_imports_point_one_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from importlinter.cli import lint_imports

    # import-linter configures logging for its own program, which would silence every logger of this one.
    monkeypatch.setattr("logging.config.dictConfig", lambda _config: None)
    monkeypatch.syspath_prepend(str(ROOT))
    monkeypatch.chdir(ROOT)
    exit_code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    if exit_code != 0:
        pytest.fail(capsys.readouterr().out, pytrace=False)


def test_starting_loads_neither_qt_nor_the_engine_before_it_knows_what_is_wanted() -> None:
    program = (
        "import sys; from curator.__main__ import main; code = main(['--version']);"
        "print(code, sorted({'PySide6', 'numpy', 'dlib', 'curator.engine', 'curator.ui'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    version, loaded = done.stdout.splitlines()
    assert version.startswith("Curator ")
    assert loaded == "0 []"


# ---------------------------------------------------------------- size, style, types


def test_no_module_is_too_long() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in PACKAGE.rglob("*.py")
    }
    assert lengths
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_module_says_in_its_first_line_what_it_is_for() -> None:
    silent = []
    for path in PACKAGE.rglob("*.py"):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        if not docstring.split("\n")[0].endswith((".", ":")):
            silent.append(path.relative_to(ROOT).as_posix())
    assert silent == []


def test_ruff_finds_nothing() -> None:
    tool("ruff", "check", "--quiet", "--output-format", "concise", ".")


def test_ruff_would_format_nothing() -> None:
    tool("ruff", "format", "--check", ".")


SYSTEMS = [
    # Those that this one is not are looked at before something lands, not each time.
    pytest.param(system, marks=[] if sys.platform == system else pytest.mark.slow)
    for system in ("linux", "darwin", "win32")
]


@pytest.mark.parametrize("system", SYSTEMS)
def test_types_hold(system: str) -> None:
    """On each system that Curator runs on: what only one of them has may only be asked for there."""
    cache = f"--cache-dir=.mypy_cache/{system}"  # one for all would be thrown away at each turn
    tool("mypy", "--strict", "--no-error-summary", "--platform", system, cache)


# ---------------------------------------------------------------- texts of strangers


def test_labels_are_made_by_the_one_helper_that_shows_plain_text() -> None:
    """A QLabel guesses that text is HTML and then loads local files that a submission names."""
    outside = [
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in (PACKAGE / "ui").rglob("*.py")
        for line, name in calls_and_bases(path.read_text(encoding="utf-8"))
        if name == "QLabel" and not path.relative_to(PACKAGE / "ui").parts[0].startswith("widgets")
    ]
    assert outside == []


def test_message_boxes_are_made_in_one_place() -> None:
    """A QMessageBox guesses as a QLabel does; its one-line functions cannot be told not to."""
    outside = [
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in PACKAGE.rglob("*.py")
        for line, name in calls_and_bases(path.read_text(encoding="utf-8"))
        if name == "QMessageBox" and not path.relative_to(PACKAGE).as_posix().startswith("ui/messages")
    ]
    assert outside == []


def test_modules_that_make_labels_and_boxes_ask_for_plain_text() -> None:
    guessing = []
    for path in (PACKAGE / "ui").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        makes_one = {name for _, name in calls_and_bases(source)} & {"QLabel", "QMessageBox"}
        if makes_one and "TextFormat.PlainText" not in source:
            guessing.append(path.relative_to(ROOT).as_posix())
    assert guessing == []


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("x = QLabel('a')", {"QLabel"}),
        ("x = QtWidgets.QLabel('a')", {"QtWidgets", "QLabel"}),
        ("class Big(QLabel): ...", {"QLabel"}),
        ("QMessageBox.warning(self, 'a', text)", {"QMessageBox", "warning"}),
        ("x: QLabel = label('a')", {"label"}),
        ("b = QMessageBox.StandardButton.Ok", set()),
    ],
)
def test_the_search_for_calls_sees_every_spelling(source: str, names: set[str]) -> None:
    assert {name for _, name in calls_and_bases(source)} == names


# ---------------------------------------------------------------- what may not be committed


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    places = "|".join(["work", "root", "tmp", "opt", "home", "Users", r"mnt", r"var/folders"])
    machine_path = re.compile(rf"(?<![\w.~:>/-])/(?:{places})(?:/\w|(?=[\s\"'`,;)]|$))", re.MULTILINE)
    assert machine_path.search("see /" + "tmp/brief")
    assert machine_path.search("'/" + "root'")
    found = []
    for path in project_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font
        lines = {text.count("\n", 0, match.start()) + 1 for match in machine_path.finditer(text)}
        found += [f"{path.relative_to(ROOT).as_posix()}:{line}" for line in sorted(lines)]
    assert found == []


def test_files_that_name_hosts_are_not_part_of_the_project() -> None:
    names = {path.name for path in project_files()}
    assert names.isdisjoint({"uv.lock", "pylock.toml", "pip.conf", "uv.toml"})


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_pins_are_versions_and_hashes_and_nothing_else(name: str) -> None:
    allowed = re.compile(r"[a-z0-9.-]+==[\w.]+(?: ; [^:/]+)? \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?")
    lines = (ROOT / "requirements" / name).read_text(encoding="ascii").splitlines()
    assert len(lines) > 100
    assert [line for line in lines if not allowed.fullmatch(line)] == []


def test_pins_fit_what_the_project_asks_for() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"]
    run, dev = pinned("run.txt"), pinned("dev.txt")
    assert [text for text in settings["project"]["dependencies"] if not fits(text, run)] == []
    assert [text for text in groups["test"] + groups["build"] if not fits(text, dev)] == []
    assert run <= dev, "requirements/dev.txt must hold all of run.txt at the same versions"


def pinned(name: str) -> set[tuple[str, str]]:
    """Names and versions of a pin file; a package may be there once for each kind of machine."""
    text = (ROOT / "requirements" / name).read_text(encoding="ascii")
    return set(re.findall(r"^([a-z0-9.-]+)==([\w.]+)", text, re.MULTILINE))


def fits(text: str, pins: set[tuple[str, str]]) -> bool:
    """Tell whether a pin satisfies a requirement, whatever its marker says."""
    wanted = Requirement(text)
    name = re.sub(r"[-_.]+", "-", wanted.name).lower()
    return any(name == pin and wanted.specifier.contains(version) for pin, version in pins)
