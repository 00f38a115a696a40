"""When and on what something was measured, as it is said below each table of figures."""

import os
import platform
import re
from datetime import date
from pathlib import Path


def cores() -> str:
    """`2 cores of AMD EPYC`"""
    told = Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.+)", told.read_text()) if told.exists() else None
    return f"{os.cpu_count()} cores of {model[1] if model else platform.processor() or platform.machine()}"


def memory() -> str:
    """`24 GB of memory`"""
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB of memory"


def today() -> str:
    return f"{date.today():%-d %B %Y}"
