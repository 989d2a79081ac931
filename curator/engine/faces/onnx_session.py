"""An onnxruntime session for one of several worker processes."""

from typing import Any


def open_session(model: bytes) -> Any:
    """A session over a model's bytes: one thread, on the processor, errors only.

    Raises:
        ImportError: onnxruntime is not installed.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The arena keeps the largest batch's memory for good: 60 MB a worker for no time gained.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
