"""One suggestion that is two: which of the two each article means."""

from collections.abc import Mapping, Sequence

from edition.amend.draft import Draft, Proposal, Refused
from edition.suggest.ways import generated, key


def split(
    draft: Draft, halves: Sequence[Proposal | str], named_in: Mapping[str, Sequence[str]], second: set[str]
) -> None:
    """Both halves are entities then, each an id, perhaps of a suggestion, or what is to be one. `named_in`: by the id
    of an article the forms that stand there; `second`: the articles that mean the second half.

    A form is decided in each article, but where only the right one of the two is found by it.
    """
    if not second or not named_in.keys() - second:
        raise Refused("All articles are of one of the two. Fix: give each of the two one article at least.")
    ids = [draft.settled(one) if isinstance(one, str) else draft.accept(one, is_apart=True) for one in halves]
    if ids[0] == ids[1]:
        raise Refused(f"Both are `{ids[0]}`. Fix: name two.")
    found = [generated(draft.entities[id]) for id in ids]
    for article, forms in named_in.items():
        mine = int(article in second)
        for form in dict.fromkeys(forms):
            others = found[1 - mine].same | found[1 - mine].short
            if key(form) not in found[mine].same or key(form) in others:
                draft.decide(form, ids[mine], article)
