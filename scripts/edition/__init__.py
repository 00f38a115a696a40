"""Dateline: a folder of articles and a registry of entities become the pages of a digital edition.

disk.sources -> read -> recognise -> link -> index -> render -> disk.sync -> mkdocs -> check -> pagefind -> publish
    (shell)    '--------- pure: values in, values out --------'    (shell: site; check is pure)

Imports point one way: problems, model, addresses, markdown, read, recognise, link, explain, index, suggest, amend,
convert, render, check, search, upkeep, disk, progress, cores, pipeline, proof, bundling, accelerator, site, building,
serve, importing, beginning, review, cli.
"""
