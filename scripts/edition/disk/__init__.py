"""The only room that opens files: reads what editors own, writes what the build owns, puts a site in its place."""

from edition.disk.docs import hand_written, sync
from edition.disk.files import digest, files_below, fresh_folder, read_bytes, read_text, write_changed
from edition.disk.published import is_built, note_built, publish, recover, seconds_of
from edition.disk.sources import DECISIONS, EVENTS, read_hand_written, read_sources

__all__ = [
    "DECISIONS",
    "EVENTS",
    "digest",
    "files_below",
    "fresh_folder",
    "hand_written",
    "is_built",
    "note_built",
    "publish",
    "read_bytes",
    "read_hand_written",
    "read_sources",
    "read_text",
    "recover",
    "seconds_of",
    "sync",
    "write_changed",
]
