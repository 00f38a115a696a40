"""The only room that opens files: reads what editors own, writes what the build owns, puts a site in its place."""

from edition.disk.alone import alone
from edition.disk.data import Data, NoData, read_data
from edition.disk.docs import hand_written, own_files, refuse_to_overwrite, remove_stale, write_page
from edition.disk.files import (
    Stamp,
    digest,
    files_below,
    fresh_folder,
    link_below,
    read_bytes,
    read_text,
    stamps,
    stamps_of_files,
    write_changed,
    write_new,
)
from edition.disk.published import is_built, keep_same, note_built, publish, recover, seconds_of
from edition.disk.sources import DECISIONS, EVENTS, REGISTRY_FILES, read_hand_written, read_sources
from edition.disk.store import KEPT, Damaged, Entry, Store, forget, packed
from edition.disk.transfer import Refused, new_store, received

__all__ = [
    "DECISIONS",
    "EVENTS",
    "KEPT",
    "REGISTRY_FILES",
    "Damaged",
    "Data",
    "Entry",
    "NoData",
    "Refused",
    "Stamp",
    "Store",
    "alone",
    "digest",
    "files_below",
    "forget",
    "fresh_folder",
    "hand_written",
    "is_built",
    "keep_same",
    "link_below",
    "new_store",
    "note_built",
    "own_files",
    "packed",
    "publish",
    "read_bytes",
    "read_data",
    "read_hand_written",
    "read_sources",
    "read_text",
    "received",
    "recover",
    "refuse_to_overwrite",
    "remove_stale",
    "seconds_of",
    "stamps",
    "stamps_of_files",
    "write_changed",
    "write_new",
    "write_page",
]
