"""What a worker process cannot do to the computer, whatever a submitted file makes of it."""

from collections.abc import Mapping
from enum import StrEnum

from curator.engine.said import Said, said


class Protection(StrEnum):
    """Something that the system itself keeps a worker from."""

    NO_NETWORK = "no_network"
    NO_WRITING = "no_writing"
    NO_PROGRAMS = "no_programs"
    OWN_FILES_ONLY = "own_files_only"
    NO_NEW_CODE = "no_new_code"
    LIMITED_MEMORY = "limited_memory"


PROTECTION_WORDS: Mapping[Protection, Said] = {
    Protection.NO_NETWORK: said("cannot open a connection"),
    Protection.NO_WRITING: said("cannot write, rename or delete a file"),
    Protection.NO_PROGRAMS: said("cannot start a program"),
    Protection.OWN_FILES_ONLY: said("can read nothing but Curator's own program files"),
    Protection.NO_NEW_CODE: said("can run no code but what it started with"),
    Protection.LIMITED_MEMORY: said("has a limit of memory"),
}
"""What is said of each on the settings page: completes "A worker ..."."""
