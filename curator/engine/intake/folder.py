"""Find the pictures in files and folders that were chosen, with what is claimed of each."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from curator.engine.countries import find_country
from curator.engine.errors import RefusedFile
from curator.engine.intake.claims import RowClaim, read_claims
from curator.engine.intake.contents import (
    MOST_FOLDERS_DEEP,
    NameLookup,
    Refused,
    Sort,
    list_folder,
    sort_file,
    told,
)
from curator.engine.intake.names import NameIndex, claim_of, kind_of_folder, looks_like_name, split_name
from curator.engine.intake.tables import row_of
from curator.engine.ordinary_files import shown_name
from curator.engine.records import Claim, Kind, Politician
from curator.engine.said import said, said_of
from curator.engine.text import clean_line

MOST_PICTURES = 100_000
"""Pictures of one scan: as many as a whole catalogue is made for."""

LONGEST_FILE_NAME = 255
"""Characters of a file name that are kept: what file systems allow."""

_LONGEST_SOURCE = 200
_MOST_SAID_ABOUT_A_TABLE = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A picture that was found and may become a submission.

    Attributes:
        path: where it lies; may hold bytes that are no text.
        file_name: its name, cleaned, for showing.
        source: the folder or the row of a table, for people; never a whole path, which
            would hold the name of the person at the computer.
    """

    path: Path
    file_name: str
    kind: Kind
    claim: Claim
    note: str
    sender: str
    source: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found.

    Attributes:
        candidates: in the order of the paths given, then by folder and name.
        refused: files, folders and rows that are not taken in.
        warnings: sentences about what was taken in but is doubtful.
    """

    candidates: tuple[Candidate, ...]
    refused: tuple[Refused, ...]
    warnings: tuple[str, ...] = ()


def scan(
    paths: Sequence[Path],
    *,
    politicians: Sequence[Politician],
    kind: Kind = Kind.DEEPFAKE,
    most: int = MOST_PICTURES,
) -> Scan:
    """Find pictures, without opening more of them than their first bytes.

    What is claimed comes from a table with a column ``file`` beside the pictures (the
    nearest table counts) or among ``paths``; else from the names of the folders; else
    nothing is claimed. No path that is in order is ever an error: what cannot be taken
    in is listed with a sentence.

    Args:
        paths: files, folders and tables that a person chose.
        politicians: the index, whose names are recognised in folders and tables.
        kind: of pictures that neither a table nor a folder gives one.
        most: pictures that are taken at most.
    """
    index = NameIndex(politicians)
    found = _Found(most=most)
    for path in paths:
        found.add_chosen(Path(os.path.abspath(path)))  # resolve() would follow links
    rows = _Rows(index)
    # Nearest first; a table that was chosen by itself may speak of pictures elsewhere, so it is last.
    for table in sorted(found.tables, key=lambda table: (table in found.chosen_tables, -len(table.parts))):
        rows.read(table, found=found)
    candidates = tuple(
        _candidate(path, root=root, row=rows.by_picture.get(path), index=index, kind=kind)
        for path, root in found.pictures.items()
    )
    return Scan(candidates, (*found.refused, *rows.refused), tuple(rows.warnings))


@dataclass(slots=True)
class _Found:
    """Files found so far; pictures and tables with the folder that was chosen."""

    most: int
    pictures: dict[Path, Path] = field(default_factory=dict)
    tables: dict[Path, Path] = field(default_factory=dict)
    chosen_tables: set[Path] = field(default_factory=set)
    refused: list[Refused] = field(default_factory=list)
    is_full: bool = False

    def add_chosen(self, path: Path) -> None:
        """Take a path that a person chose, even if it is hidden or a link."""
        if path.is_dir():
            self._walk(path)
        else:
            self.add_file(path, root=path.parent)
            if path in self.tables:
                self.chosen_tables.add(path)

    def add_file(self, path: Path, *, root: Path) -> None:
        """Take a file that a person or a table named."""
        try:
            sort = sort_file(path)
        except RefusedFile as error:
            if all(refused.path != path for refused in self.refused):
                self.refused.append(Refused(path, told(error)))
            return
        if sort is Sort.PICTURE:
            self._add_picture(path, root=root)
        elif sort is Sort.TABLE:
            self.tables.setdefault(path, root)
        else:
            self.refused.append(
                Refused(path, said("{name} is not a picture. Leave it out.", name=shown_name(path)))
            )

    def _add_picture(self, path: Path, *, root: Path) -> None:
        if path in self.pictures:
            return
        if len(self.pictures) < self.most:
            self.pictures[path] = root
        elif not self.is_full:
            self.is_full = True
            sentence = said(
                "Only the first {most} pictures were taken. Load the rest folder by folder.", most=self.most
            )
            self.refused.append(Refused(path, sentence))

    def _walk(self, root: Path) -> None:
        waiting = [(root, 0)]
        while waiting and not self.is_full:
            folder, depth = waiting.pop()
            if depth > MOST_FOLDERS_DEEP:
                sentence = said(
                    "The folder {folder} lies more than {most} folders deep and was left out."
                    " Load it by itself.",
                    folder=shown_name(folder),
                    most=MOST_FOLDERS_DEEP,
                )
                self.refused.append(Refused(folder, sentence))
                continue
            listing = list_folder(folder)
            self.refused.extend(listing.refused)
            for table in listing.tables:
                self.tables.setdefault(table, root)
            for picture in listing.pictures:
                self._add_picture(picture, root=root)
            waiting.extend((below, depth + 1) for below in reversed(listing.folders))


class _Rows:
    """What tables say about pictures, by the picture's path."""

    def __init__(self, index: NameIndex) -> None:
        self.by_picture: dict[Path, tuple[RowClaim, Path]] = {}
        self.refused: list[Refused] = []
        self.warnings: list[str] = []
        self._index = index
        self._lookup = NameLookup()

    def read(self, table: Path, *, found: _Found) -> None:
        """Read a table; pictures that it names and nobody chose are found through it."""
        try:
            # Imported here: a start does not wait for what only a table asks for.
            from curator.engine.intake.nocodb.exports import read_export

            exported = read_export(table, index=self._index)
            rows = read_claims(table, index=self._index) if exported is None else exported
        except RefusedFile as error:
            self.refused.append(Refused(table, told(error)))
            return
        folders = {table.parent: None}
        if table in found.chosen_tables:
            folders |= dict.fromkeys(found.pictures.values())
        below = _ByName(table.parent, found.pictures) if exported is not None else None
        trouble: list[str] = []
        for row in rows:
            if sentence := self._take(row, table=table, folders=tuple(folders), below=below, found=found):
                trouble.append(sentence)
        self.refused.extend(Refused(table, sentence) for sentence in trouble[:_MOST_SAID_ABOUT_A_TABLE])
        if (more := len(trouble) - _MOST_SAID_ABOUT_A_TABLE) > 0:
            sentence = said_of(
                more,
                "{n} more row of {table} names no file that is there.",
                "{n} more rows of {table} name no file that is there.",
                table=shown_name(table),
            )
            self.refused.append(Refused(table, sentence))

    def _take(
        self,
        row: RowClaim,
        *,
        table: Path,
        folders: Sequence[Path],
        below: "_ByName | None",
        found: _Found,
    ) -> str:
        """Keep a row for its picture, or say why not."""
        where = row_of(table, number=row.number)
        if not row.file.strip():
            if below is not None:
                return said("{where} has no picture attached.", where=where)
            return said('{where} names no file. Fill in its column "file".', where=where)
        file = f'"{clean_line(row.file, limit=80)}"'
        path = next(
            (
                path
                for name in row.file_names or (row.file,)
                for folder in folders
                if (path := self._lookup.find(name, folder=folder))
            ),
            None,
        )
        if path is None and below is not None:
            path = below.only(row.file_names)
        if path is None:
            return said(
                "{where} names {file}, which is not there. Correct the name or add the picture.",
                where=where,
                file=file,
            )
        if path in self.by_picture:
            return said("{where} names {file} again. The first row about it counts.", where=where, file=file)
        if path not in found.pictures:
            found.add_file(path, root=table.parent)
        if path in found.pictures:
            self.by_picture[path] = row, table
            if row.several:
                self.warnings.append(
                    said(
                        "{where} names several people ({names}), so its pictures claim nobody.",
                        where=where,
                        names=", ".join(row.several),
                    )
                )
            if row.odd_kind:
                self.warnings.append(
                    said(
                        '{where} says "{kind}" as kind, which is neither deepfake nor portrait. '
                        "Check the kind of {file}.",
                        where=where,
                        kind=row.odd_kind,
                        file=file,
                    )
                )
        return ""


class _ByName:
    """Pictures in the folders below a table: exports name files, but not the folder that holds them."""

    def __init__(self, root: Path, pictures: Iterable[Path]) -> None:
        self._paths: dict[str, list[Path]] = {}
        for path in pictures:
            if path.is_relative_to(root):
                self._paths.setdefault(path.name.casefold(), []).append(path)

    def only(self, names: Sequence[str]) -> Path | None:
        """The one picture of the first name that there is one of; names may be whole paths."""
        for name in names:
            meant = self._paths.get(name.rpartition("/")[2].casefold(), [])
            if len(meant) == 1:
                return meant[0]
        return None


def _candidate(
    path: Path, *, root: Path, row: tuple[RowClaim, Path] | None, index: NameIndex, kind: Kind
) -> Candidate:
    file_name = clean_line(path.name, limit=LONGEST_FILE_NAME)
    folder_kind = _kind_by_folders(path, root=root) or kind
    if row is not None:
        told_of, table = row
        source = clean_line(f"{table.name}, row {told_of.number}", limit=_LONGEST_SOURCE)
        claim = told_of.claim or claim_by_folders(path, root=root, index=index)
        kind = told_of.kind or folder_kind
        return Candidate(path, file_name, kind, claim, told_of.note, told_of.sender, source)
    below = path.parent.relative_to(root) if path.is_relative_to(root) else Path()
    source = clean_line((root.name / below).as_posix(), limit=_LONGEST_SOURCE)
    claim = claim_by_folders(path, root=root, index=index)
    return Candidate(path, file_name, folder_kind, claim, note="", sender="", source=source)


def _folders_above(path: Path, *, root: Path) -> list[Path]:
    """The folders of a file from the nearest up to the one that was chosen."""
    return [folder for folder in path.parents if folder.is_relative_to(root)]


def _kind_by_folders(path: Path, *, root: Path) -> Kind | None:
    named = (kind_of_folder(folder.name) for folder in _folders_above(path, root=root))
    return next((kind for kind in named if kind), None)


def claim_by_folders(path: Path, *, root: Path, index: NameIndex) -> Claim:
    """What the folders' names claim of a picture: nothing, if none of them is a politician's.

    The nearest folder counts that is named after a politician of the index, or that looks
    like a name and lies in one named after a country.

    Args:
        path: of the picture.
        root: the folder that was chosen; of those above it only the country is looked at.
        index: the politicians whose names are recognised.
    """
    for folder in _folders_above(path, root=root):
        country = find_country(folder.parent.name)
        politician = index.find(folder.name, country=country.name if country else "")
        if politician is not None:
            return claim_of(politician)
        if country is not None and looks_like_name(folder.name):
            given_name, surname = split_name(folder.name)
            return Claim(given_name, surname, country.name)
    return Claim()
