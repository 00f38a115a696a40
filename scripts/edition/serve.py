"""The site on this machine while an editor works: built again when a file changes, followed by the browser."""

from collections.abc import Callable

from mkdocs.livereload import LiveReloadServer

from edition import disk
from edition.pipeline import Folders

HOST = "127.0.0.1"


def serve(folders: Folders, port: int, root: str, build: Callable[[], None], say: Callable[[str], None]) -> None:
    """Serve site/ until the person stops it. `root` is the path that the site stands under; `build` never raises."""
    site = folders.root / "site"
    server = LiveReloadServer(build, HOST, port, str(site), mount_path=root, polling_interval=0.3)
    server.error_handler = lambda code: disk.read_bytes(site / "404.html") if code == 404 else None
    for path in disk.hand_written(folders.docs):
        server.watch(str(path))
    for path in (
        folders.articles,
        folders.entities,
        folders.root / "mkdocs.yml",
        folders.root / "pagefind.yml",
    ):
        if path.exists():
            server.watch(str(path))
    say(f"Look at http://{HOST}:{port}{root} — it follows what you save. Ctrl-C stops it.")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.shutdown()
