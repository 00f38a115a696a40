"""The stages in their order: from the files of an edition to its pages, in as many processes as there are cores."""

from edition.pipeline.inputs import Folders, Inputs, read_inputs
from edition.pipeline.linking import Linker
from edition.pipeline.making import Pages, made_before, make_pages, stamps_of
from edition.pipeline.proposing import Proposer, RecogniserFailed
from edition.pipeline.reading import COASTLINES, edition_of, read_edition, site_of
from edition.pipeline.recognisers import NoRecogniser, own, recogniser
from edition.pipeline.sharding import Joined, Linked, Shard, join, link_shard

__all__ = [
    "COASTLINES",
    "Folders",
    "Inputs",
    "Joined",
    "Linked",
    "Linker",
    "NoRecogniser",
    "Pages",
    "Proposer",
    "RecogniserFailed",
    "Shard",
    "edition_of",
    "join",
    "link_shard",
    "made_before",
    "make_pages",
    "own",
    "read_edition",
    "read_inputs",
    "recogniser",
    "site_of",
    "stamps_of",
]
