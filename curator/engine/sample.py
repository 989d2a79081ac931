"""The sample catalogue: invented people who show every case that a curator meets."""

from pathlib import Path

from curator.engine.resources import resources_dir
from curator.engine.workspace import Workspace


def sample_folder() -> Path:
    """Where the pictures and tables of the sample lie.

    Raises:
        CuratorError: the installation is damaged.
    """
    return resources_dir() / "sample"


def fill_with_sample(workspace: Workspace) -> None:
    """Starts to bring the sample's politicians and submissions into a catalogue that lacks them.

    What is there already, whole or in part, is not brought in twice.
    """
    folder = sample_folder()
    if workspace.catalogue.submissions.counts().total and workspace.catalogue.politicians.portrait_counts():
        return
    workspace.loads.import_people(folder / "politicians.csv")
    workspace.loads.import_people(folder / "politicians")
    workspace.loads.load([folder / "submissions"])
