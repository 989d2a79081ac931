"""Read politicians and their reference portraits from a tree of folders named after them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from curator.engine.countries import find_country, find_role
from curator.engine.intake.contents import MOST_FOLDERS_DEEP, Refused, list_folder
from curator.engine.intake.names import is_drawer, looks_like_name, shown, split_name
from curator.engine.ordinary_files import shown_name
from curator.engine.said import said, said_of
from curator.engine.text import name_key


@dataclass(frozen=True, slots=True)
class PersonFolder:
    """A politician as folders name one.

    Attributes:
        country: as the index writes it, or as the folder does; "" if no folder says.
        role: as the index writes it; "" if no folder says.
        portraits: files that are called pictures; may be empty.
    """

    given_name: str
    surname: str
    country: str
    role: str
    portraits: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class PoliticianScan:
    """What was found: each politician once, in the order of the folders."""

    people: tuple[PersonFolder, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class _Node:
    path: Path
    pictures: tuple[Path, ...]
    folders: tuple["_Node", ...]

    @property
    def name(self) -> str:
        return shown(self.path.name)

    @property
    def filled(self) -> tuple["_Node", ...]:
        """The folders in it that hold pictures at any depth."""
        return tuple(folder for folder in self.folders if folder.pictures or folder.filled)

    @property
    def all_pictures(self) -> tuple[Path, ...]:
        return (*self.pictures, *(picture for folder in self.folders for picture in folder.all_pictures))


def scan_tree(root: Path) -> PoliticianScan:
    """Find politicians in ``Country/Name Surname/*.jpg`` and in what people make of it.

    Countries may be missing, an office may lie between country and name, folders such as
    ``legit`` or ``2023`` anywhere; the root itself may be a country or a politician. A
    country outside the index is taken as one when it lies beside countries of the index.
    Folders of one politician in several places are joined.

    Args:
        root: the folder that was chosen.
    """
    root = root.absolute()
    refused: list[Refused] = []
    tree = _read(root, depth=0, refused=refused)
    above = find_country(root.parent.name)
    people: dict[tuple[str, str], PersonFolder] = {}
    for person in _people(tree, country=above.name if above else "", role="", refused=refused):
        _join(people, person)
    return PoliticianScan(tuple(people.values()), tuple(refused))


def _read(folder: Path, *, depth: int, refused: list[Refused]) -> _Node:
    if depth > MOST_FOLDERS_DEEP:
        refused.append(
            Refused(
                folder, said("The folder {folder} lies too deep and was left out.", folder=shown_name(folder))
            )
        )
        return _Node(folder, (), ())
    listing = list_folder(folder)
    refused.extend(listing.refused)
    below = tuple(_read(path, depth=depth + 1, refused=refused) for path in listing.folders)
    return _Node(folder, listing.pictures, below)


def _people(node: _Node, *, country: str, role: str, refused: list[Refused]) -> Iterator[PersonFolder]:
    if found := find_country(node.name):
        country = found.name
    elif found_role := find_role(node.name):
        role = found_role.value
    elif _is_person(node, country=country):
        given_name, surname = split_name(node.name)
        yield PersonFolder(given_name, surname, country, role, node.all_pictures)
        return
    if node.pictures:
        refused.append(
            Refused(
                node.path,
                said_of(
                    len(node.pictures),
                    "The folder {folder} holds {n} picture but is not named after a politician. "
                    "Put it into a folder with the politician's name.",
                    "The folder {folder} holds {n} pictures but is not named after a politician. "
                    "Put them into a folder with the politician's name.",
                    folder=shown_name(node.path),
                ),
            )
        )
    beside_countries = any(find_country(folder.name) for folder in node.folders)
    for folder in node.folders:
        unknown = beside_countries and not country and _may_be_country(folder)
        yield from _people(folder, country=folder.name if unknown else country, role=role, refused=refused)


def _is_person(node: _Node, *, country: str) -> bool:
    """Whether a folder that is no country and no office is a politician's."""
    if is_drawer(node.name) or any(not is_drawer(folder.name) for folder in node.filled):
        return False
    if node.pictures:
        return True
    if node.filled:
        return looks_like_name(node.name)
    return bool(country) and looks_like_name(node.name)


def _may_be_country(node: _Node) -> bool:
    """Whether a folder beside countries is laid out like them: people's folders, no pictures."""
    return (
        not node.pictures
        and not is_drawer(node.name)
        and node.name[:1].isupper()
        and any(not is_drawer(folder.name) for folder in node.filled)
    )


def _join(people: dict[tuple[str, str], PersonFolder], person: PersonFolder) -> None:
    """Add a person, or the portraits to one of the same name whose country does not differ."""
    name = name_key(f"{person.given_name} {person.surname}")
    for key, known in people.items():
        if key[0] == name and (not known.country or not person.country or known.country == person.country):
            people[key] = replace(
                known,
                country=known.country or person.country,
                role=known.role or person.role,
                portraits=(*known.portraits, *person.portraits),
            )
            return
    people[name, person.country] = person
