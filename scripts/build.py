"""Build the edition: `python scripts/build.py --help`."""

from edition.cli import main

raise SystemExit(main())
