"""Installs the translations of a language: Curator's own, and Qt's for the buttons of its dialogs."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from curator.engine.resources import resources_dir

_OWN, _QT = "curator-translator", "qt-translator"


def languages() -> tuple[tuple[str, str], ...]:
    """The languages to choose from, each as its ISO 639 code and its own name."""
    return (("en", "English"), ("de", "Deutsch"), ("fr", "Français"), ("it", "Italiano"))


def install(app: QCoreApplication, language: str) -> None:
    """Says everything in a language from now on: words that are made after this, dates and numbers.

    What is on the screen already keeps its words. The translators are children of the program's
    object; those of the language before are taken out.

    Args:
        app: the program's object.
        language: a code of `languages`, or an empty string for the language of the system, which
            is English where there is no translation.

    Raises:
        CuratorError: the installation is damaged.
    """
    locale = _locale(language)
    for name in (_OWN, _QT):
        for before in app.findChildren(QTranslator, name):
            app.removeTranslator(before)
            before.deleteLater()
    QLocale.setDefault(locale)
    code = _code(locale)
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # English has none of its own: its sentences are the patterns.
    if code != "en":
        _add(app, qt_folder / f"qtbase_{code}.qm", name=_QT)
        _add(app, resources_dir() / "languages" / f"curator_{code}.qm", name=_OWN)


def _add(app: QCoreApplication, file: Path, *, name: str) -> None:
    translator = QTranslator(app)
    translator.setObjectName(name)
    # Read, not mapped into memory: a file that an update replaces would take the program with it.
    words = file.read_bytes() if file.is_file() else b""
    translator.setProperty("words", words)
    if translator.load(words):
        app.installTranslator(translator)
    else:
        translator.deleteLater()


def _locale(language: str) -> QLocale:
    """The locale of a language; of the system's own with the conventions of its country."""
    system = QLocale.system()
    if language in ("", _code(system)):
        return system if _code(system) in dict(languages()) else QLocale("en")
    return QLocale(language if language in dict(languages()) else "en")


def _code(locale: QLocale) -> str:
    return QLocale.languageToCode(locale.language())
