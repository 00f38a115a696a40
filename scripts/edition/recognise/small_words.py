"""Which words a text also writes small, so that a capital at the start of a sentence tells nothing."""


class SmallWords:
    """The words of a text that stand in it in small letters, outside of addresses; each is looked for when asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        """`word` in small letters."""
        if word not in self._asked:
            self._asked[word] = self._stands_alone(word)
        return self._asked[word]

    def _stands_alone(self, word: str) -> bool:
        start = self._text.find(word)
        while start >= 0 and not is_alone(self._text, start, start + len(word)):
            start = self._text.find(word, start + 1)
        return start >= 0


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether the span is neither part of a word nor of an address: `seoul.kr`, `@seoul`."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before.isalnum() or (before and before in "_./@-"):
        return False
    return not (after[:1].isalnum() or (after and after[0] in "_/@") or (after[:1] == "." and after[1:].isalnum()))
