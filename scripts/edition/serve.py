"""The site on this machine while an editor works: built again when a file changes, followed by the browser."""

from collections.abc import Callable

from mkdocs.livereload import LiveReloadServer

from edition import disk
from edition.pipeline import Folders

HOST = "127.0.0.1"


class Server(LiveReloadServer):
    """MkDocs's own server. The script it writes into each page is the one inline script that may run there."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return page.replace(b"script-src 'self'", b"script-src 'self' 'unsafe-inline'", 1)


def serve(folders: Folders, port: int, root: str, build: Callable[[], None], say: Callable[[str], None]) -> bool:
    """Serve site/ until the person stops it; whether the port could be had.

    `root` is the path that the site stands under; `build` never raises.
    """
    site = folders.root / "site"
    server = Server(build, HOST, port, str(site), mount_path=root, polling_interval=0.3)
    server.error_handler = lambda code: disk.read_bytes(site / "404.html") if code == 404 else None
    for path in (*disk.hand_written(folders.docs), folders.articles, folders.entities, folders.root / "mkdocs.yml"):
        if path.exists():
            server.watch(str(path))
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
