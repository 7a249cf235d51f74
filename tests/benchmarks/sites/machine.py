"""What the measurements were taken on and with."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def machine() -> str:
    """Such as `2 processors (Some Model 9000), 24 GB, Linux 6.1, Python 3.11.7`."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    name, memory = _line_of("cpuinfo", "model name"), _line_of("meminfo", "MemTotal").split()
    parts = [
        f"{processors} processors{f' ({name})' if name else ''}",
        *([f"{int(memory[0]) / 1e6:.0f} GB"] if memory else []),
        f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        f"Python {platform.python_version()}",
    ]
    return ", ".join(parts)


def _line_of(file: str, key: str) -> str:
    """What a file of /proc says of a key; empty where it says nothing."""
    path = Path("/proc", file)
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")
