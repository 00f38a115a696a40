"""Pagefind at work: one bundle after the other, pages in the order of their addresses, whatever the disk's order is."""

import asyncio
import base64
import json
from collections.abc import Iterable
from pathlib import Path

from pagefind.index import IndexConfig
from pagefind.service import PagefindService

from edition import disk
from edition.search import BUNDLES, EXCLUDED, FOLDER, Bundle, is_surplus, listing

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


def write_bundles(site: Path, found: Iterable[Bundle]) -> None:
    """The bundles and their list below the site; RuntimeError where Pagefind refuses a page."""
    found = tuple(found)
    asyncio.run(_write(site, found))
    for bundle in found:
        folder = site / FOLDER / bundle.path
        for path in disk.files_below(folder):
            if is_surplus(path.name, first=bundle is found[0]):
                path.unlink()
    disk.write_changed(site / BUNDLES, listing(found).encode())


async def _write(site: Path, found: Iterable[Bundle]) -> None:
    async with Service() as service:
        for bundle in found:
            index = await service.create_index(IndexConfig(exclude_selectors=EXCLUDED))
            for page in bundle.pages:
                await index.add_html_file(content=disk.read_text(site / page), source_path=page)
            folder = site / FOLDER / bundle.path
            await index.write_files(str(folder))
            async with asyncio.timeout(LONGEST_WAIT):
                while any(path.stat().st_size == 0 for path in disk.files_below(folder)):
                    await asyncio.sleep(0.01)  # Pagefind answers before its last bytes are on the disk
