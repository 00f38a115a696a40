"""Names that the registry does not know, found in the articles and put together as suggestions with their evidence.

Pure: annotations and findings in, suggestions out. Nothing here enters the registry.
"""

from edition.suggest.credits import Credits
from edition.suggest.lines import suggestion_line
from edition.suggest.naming import Named, named_in
from edition.suggest.proposing import suggested
from edition.suggest.sightings import Findings

__all__ = ["Credits", "Findings", "Named", "named_in", "suggested", "suggestion_line"]
