"""Pagefind at work: articles in the order of their addresses, whatever the order of the disk or of the dates is."""

import asyncio
import base64
import json
from collections.abc import Iterable
from pathlib import Path

from pagefind.index import IndexConfig
from pagefind.service import PagefindService

from edition import disk
from edition.search import EXCLUDED, FOLDER, FRAGMENTS, fragments_script, is_surplus, page_of

LONGEST_WAIT = 20  # seconds


class Service(PagefindService):
    """Pagefind's own service, but that answers are taken as they come: it sleeps a tenth of a second before each."""

    async def _wait_for_responses(self) -> None:
        assert self._backend.stdout is not None
        while True:
            answer = await self._backend.stdout.readuntil(b",")
            message = json.loads(base64.b64decode(answer[:-1]))
            waiting, payload = self._responses[message["message_id"]], message["payload"]
            if payload["type"] == "Error":
                waiting.set_exception(RuntimeError(payload["message"]))
            else:
                waiting.set_result(payload)


def write_index(site: Path, files: tuple[str, ...]) -> None:
    """The index of these files and the list of its fragments, below the site; RuntimeError where Pagefind fails."""
    asyncio.run(_write(site, sorted(files)))
    folder = site / FOLDER
    entry = disk.read_text(folder / "pagefind-entry.json")
    for path in disk.files_below(folder):
        if is_surplus(path.name, entry):
            path.unlink()
    fragments = disk.files_below(folder / "fragment")
    ids = {page_of(path.read_bytes()): path.stem for path in fragments}
    disk.write_changed(site / FRAGMENTS, fragments_script(files, ids).encode())


async def _write(site: Path, files: Iterable[str]) -> None:
    async with Service() as service:
        index = await service.create_index(IndexConfig(exclude_selectors=EXCLUDED))
        for file in files:
            await index.add_html_file(content=disk.read_text(site / file), source_path=file)
        folder = site / FOLDER
        await index.write_files(str(folder))
        async with asyncio.timeout(LONGEST_WAIT):
            while any(path.stat().st_size == 0 for path in disk.files_below(folder)):
                await asyncio.sleep(0.01)  # Pagefind answers before its last bytes are on the disk
