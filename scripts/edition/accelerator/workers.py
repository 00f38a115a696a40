"""Many pages on all cores: processes that are forked once MkDocs has its settings, files and templates."""

from contextlib import closing

from edition.accelerator.messages import Messages
from edition.accelerator.pages import Told, render_pages
from edition.accelerator.work import Work
from edition.cores import as_they_end, shares
from edition.progress import Advance

# With fewer pages, starting the processes takes longer than they save. A share is what one takes at a time.
ENOUGH_FOR_ALL_CORES, SHARE = 60, 20


def rendered(work: Work, said: Messages, advance: Advance) -> list[Told]:
    """What was said of the pages, in their order, until one fails; `advance` is told how many are done."""
    size = SHARE if len(work.pages) >= ENOUGH_FOR_ALL_CORES else ENOUGH_FOR_ALL_CORES
    by_share: dict[int, list[Told]] = {}
    done = 0
    with closing(as_they_end(lambda pages: render_pages(pages, work, said), shares(work.pages, size))) as found:
        for place, told in found:
            by_share[place] = told
            done += len(told)
            advance(done, len(work.pages))
            if told[-1].failed:
                break
    return [one for place in sorted(by_share) for one in by_share[place]]
