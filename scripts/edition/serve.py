"""The site on this machine while an editor works: built again when a file changes, followed by the browser."""

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from edition import disk
from edition.disk import Stamp
from edition.pipeline import Folders

HOST = "127.0.0.1"
PAUSE, SHARE = 0.2, 20  # seconds between two looks; they take no more than one part in so many of the time
PATIENCE = 2  # seconds for a program to end by itself
Seen = Mapping[Path, Mapping[str, Stamp]]


def seen(folders: Folders) -> Seen:
    """How all that editors own lies on the disk. Hidden files are their programs'."""
    found = {
        folders.articles: disk.stamps(folders.articles),
        folders.entities: disk.stamps(folders.entities),
        folders.docs: disk.hand_written(folders.docs),
        folders.root: disk.stamps_of_files(folders.root, ["mkdocs.yml"]),
    }
    return {
        folder: {name: one for name, one in files.items() if not name.rpartition("/")[2].startswith(".")}
        for folder, files in found.items()
    }


class Lookout(Thread):
    """Looks again and again, and tells when something is another than before: an observer as MkDocs asks for one.

    The first look is at once, so that nothing is missed before it is started. What MkDocs has instead looks no more at
    a file that was away for a moment, as when an editor's program replaces it, and never at one that is new in docs/.
    """

    def __init__(self, look: Callable[[], Seen]) -> None:
        super().__init__(daemon=True)
        self.look, self.last, self.is_over = look, look(), Event()
        self.handlers: list[tuple[FileSystemEventHandler, str]] = []

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> None:
        self.handlers.append((handler, path))

    def run(self) -> None:
        pause = 0.0
        while not self.is_over.wait(pause):
            began = time.perf_counter()
            with suppress(OSError):  # a folder that cannot be read now: the build says so
                now = self.look()
                if now != self.last:
                    self.last = now
                    self.tell()
            pause = max(PAUSE, SHARE * (time.perf_counter() - began))

    def tell(self) -> None:
        for handler, path in self.handlers:
            handler.dispatch(FileModifiedEvent(path))

    def stop(self) -> None:
        self.is_over.set()


class InBackground:
    """A program that works while the server has nothing to do. Its words are said only where it fails."""

    def __init__(self, command: Sequence[str | Path], say: Callable[[str], None]) -> None:
        self.command, self.say, self.process = command, say, None

    process: subprocess.Popen[str] | None

    def start(self) -> None:
        pipe, none = subprocess.PIPE, subprocess.DEVNULL
        self.process = subprocess.Popen(
            self.command,
            stdin=none,
            stdout=none,
            stderr=pipe,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,  # Ctrl-C is for the server, which ends it in good order
        )
        Thread(target=self._hear, args=[self.process], daemon=True).start()

    def _hear(self, process: "subprocess.Popen[str]") -> None:
        _, said = process.communicate()
        if process.returncode > 0 and process is self.process:
            self.say(said.rstrip())

    def stop(self) -> None:
        """It ends, whatever it is doing."""
        process, self.process = self.process, None
        if process is not None:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Server(LiveReloadServer):
    """MkDocs's own server. The script it writes into each page is the one inline script that may run there."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return page.replace(b"script-src 'self'", b"script-src 'self' 'unsafe-inline'", 1)


def serve(folders: Folders, port: int, root: str, build: Callable[[], None], say: Callable[[str], None]) -> bool:
    """Build the site and serve it until the person stops it; whether the port could be had.

    `root` is the path that the site stands under; `build` never raises.
    """
    lookout, site = Lookout(lambda: seen(folders)), folders.root / "site"
    build()
    server = Server(build, HOST, port, str(site), mount_path=root)
    server.error_handler = lambda code: disk.read_bytes(site / "404.html") if code == 404 else None
    server.observer = lookout  # type: ignore[assignment]
    server.watch(str(folders.root))
    say(f"Look at http://{HOST}:{port}{root} — it follows what you save. Ctrl-C stops it.")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        say("Stopped.")
    except OSError as error:  # of the port: what happens while building is told by `build`
        say(f"Port {port} cannot be used: {error.strerror}. Fix: name another one with --port.")
        return False
    finally:
        server.shutdown()
    return True
