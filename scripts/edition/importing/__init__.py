"""What people have becomes articles of an edition: files are found, read, compared, written. Nothing is overwritten."""

from edition.importing.report import Report
from edition.importing.run import Known, Wanted, import_all
from edition.importing.sources import Unread, files_of

__all__ = ["Known", "Report", "Unread", "Wanted", "files_of", "import_all"]
