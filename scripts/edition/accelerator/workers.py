"""Many pages on all cores: processes that are forked once MkDocs has its settings, files and templates."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from mkdocs.structure.files import File

from edition.accelerator.messages import Messages
from edition.accelerator.pages import Told, render_pages
from edition.accelerator.work import Work
from edition.progress import Advance

# With fewer pages, starting the processes takes longer than they save. A chunk is what a process takes at a time.
ENOUGH_FOR_ALL_CORES, CHUNK = 60, 20
CAN_FORK = sys.platform.startswith("linux")  # elsewhere it is missing, or not safe with what the system has loaded
Chunk = tuple[File, ...]


class WorkerEndedError(Exception):
    """A process ended before its work did."""


def rendered(work: Work, said: Messages, advance: Advance) -> list[Told]:
    """What was said of the pages, in their order, up to the first that failed; `advance` is told how many are done."""
    chunks = [work.pages[start : start + CHUNK] for start in range(0, len(work.pages), CHUNK)]
    render = _on_all_cores if CAN_FORK and len(work.pages) >= ENOUGH_FOR_ALL_CORES else _here
    by_chunk: dict[int, list[Told]] = {}
    done = 0
    for index, told in render(chunks, work, said):
        by_chunk[index] = told
        done += len(told)
        advance(done, len(work.pages))
    return [one for index in sorted(by_chunk) for one in by_chunk[index]]


def _here(chunks: list[Chunk], work: Work, said: Messages) -> Iterator[tuple[int, list[Told]]]:
    for index, chunk in enumerate(chunks):
        yield index, (told := render_pages(chunk, work, said))
        if told[-1].failed:
            return


def _on_all_cores(chunks: list[Chunk], work: Work, said: Messages) -> Iterator[tuple[int, list[Told]]]:
    """In the order in which they are done."""
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(mp_context=context, initializer=_start, initargs=(work, said))
    try:
        futures = {pool.submit(_chunk, index * CHUNK, len(chunk)): index for index, chunk in enumerate(chunks)}
        for future in as_completed(futures):
            yield futures[future], (told := future.result())
            if told[-1].failed:
                return
    except BrokenProcessPool as error:
        raise WorkerEndedError from error
    finally:
        pool.shutdown(cancel_futures=True)


_WORK: list[tuple[Work, Messages]] = []  # one in each worker process, as it was when that was forked


def _start(work: Work, said: Messages) -> None:
    """Ctrl-C is for the process that waits; where that is gone, nobody wants the pages."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()  # what is there stays: it is not looked through for garbage, and so its memory stays shared
    _WORK.append((work, said))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _chunk(start: int, count: int) -> list[Told]:
    work, said = _WORK[0]
    return render_pages(work.pages[start : start + count], work, said)
