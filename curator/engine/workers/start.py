"""The first step of a worker process, taken before numpy is loaded."""

import os
import pickle
from multiprocessing.connection import Connection


def enter(pipe: Connection, settings: bytes) -> None:
    """Load the worker and run it. Runs in the worker process.

    Args:
        pipe: the worker's end.
        settings: a pickled `curator.engine.workers.messages.WorkerSettings`; as bytes, so that
            unpickling this function's arguments does not load numpy yet.
    """
    # One thread each: OpenBLAS would start one a core, and each takes 40 MB of the worker's limit.
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    # Read by onnxruntime 1.29 and later, which would report to its maker; the pinned one cannot.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    from curator.engine.workers.worker import run

    run(pipe, pickle.loads(settings))
