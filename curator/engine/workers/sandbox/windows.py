"""A job object: Windows limits memory and processes of whatever is put into one.

Source: learn.microsoft.com, "Job Objects" and JOBOBJECT_EXTENDED_LIMIT_INFORMATION. Keeping a process from
the network or from files takes an AppContainer, into which a process can only be born.
"""

import ctypes
import sys

from curator.engine.workers.sandbox.protections import Protection

_LIMIT_ACTIVE_PROCESSES, _LIMIT_PROCESS_MEMORY = 0x8, 0x100
_DIE_ON_EXCEPTION, _KILL_ON_CLOSE = 0x400, 0x2000
_EXTENDED_LIMITS = 9


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("most_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("transferred", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def restrict(memory_bytes: int) -> frozenset[Protection]:
    """Puts this process into a job of its own, with so much memory and no other process.

    Returns:
        What is in force; nothing when the system refuses.
    """
    active: frozenset[Protection] = frozenset()
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        # The handle is never closed: with the last one the job would end, and this process with it.
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        limits = _Extended()
        limits.basic.flags = (
            _LIMIT_ACTIVE_PROCESSES | _LIMIT_PROCESS_MEMORY | _DIE_ON_EXCEPTION | _KILL_ON_CLOSE
        )
        limits.basic.most_processes = 1
        limits.process_memory = memory_bytes
        this = ctypes.c_void_p(kernel.GetCurrentProcess())
        told = job.value is not None and kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if told and kernel.AssignProcessToJobObject(job, this):
            active |= {Protection.LIMITED_MEMORY, Protection.NO_PROGRAMS}
    return active
