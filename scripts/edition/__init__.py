"""Dateline: a folder of articles and a registry of entities become the pages of a digital edition.

disk.sources -> read -> recognise -> link -> index -> render -> disk.sync -> mkdocs -> check -> pagefind -> publish
    (shell)    '--------- pure: values in, values out --------'    (shell: site; check is pure)

Imports point one way: problems, model, markdown, read, recognise, link, index, render, check, disk, site, cli.
"""
