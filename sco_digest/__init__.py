"""Turns a folder of raw news texts into a static site in which every fact links to the words it came from."""

import os
import sys
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from pathlib import Path

__version__ = "0.1.0"

AS_SOURCE = "SCO_DIGEST_AS_SOURCE"
"""Where the environment has it, compiled rules are left aside: who watches rules at work needs them as source."""

if os.environ.get(AS_SOURCE):
    _rules = str(Path(__file__).parent / "extract")
    sys.path_importer_cache[_rules] = FileFinder(_rules, (SourceFileLoader, SOURCE_SUFFIXES))
