"""Names for values: two values of one name are the same."""

import hashlib

SIZE = 16  # bytes


def digest(*parts: object) -> bytes:
    """A name for these values: bytes as they are, all else as `repr` tells it."""
    total = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big") + data)
    return total.digest()
