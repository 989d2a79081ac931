"""Faces in a picture: where they are and their 128 numbers. Runs in worker processes only.

The only package that imports dlib, face_recognition and onnxruntime, and only once a
finder is made: importing the package itself costs nothing.
"""

from curator.engine.faces.finder import FaceFinder, FinderSettings, FoundFaces

__all__ = ["FaceFinder", "FinderSettings", "FoundFaces", "make_finder"]


def make_finder(settings: FinderSettings) -> FaceFinder:
    """The face finder that the settings ask for, with its models loaded and checked.

    Falls back to what is there (YuNet to HOG, onnxruntime to dlib) and says so in
    ``notes`` of the finder.

    Raises:
        WorkerFailure: the face models are missing or are not the ones expected.
    """
    from curator.engine.faces.assembly import assemble

    return assemble(settings)
