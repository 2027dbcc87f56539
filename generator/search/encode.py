"""Numbers as printable text: small ones take one character, so that gzip sees them as they are.

The alphabet is the 93 printable ASCII characters that need no escape in a string. A number is written as digits of
base 32 (the last 32 characters of the alphabet) and ends with one digit of base 61 (the first 61 characters).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

ALPHABET = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\')
LAST = 61
MORE = 32

_CODES = np.frombuffer(ALPHABET.encode(), dtype=np.uint8)

Numbers = NDArray[np.signedinteger[Any]]
Bytes = NDArray[np.uint8]


def encode(numbers: Numbers) -> tuple[Bytes, Numbers]:
    """All numbers one after another, and where each begins; one more place at the end."""
    width = _width(int(numbers.max(initial=0)))
    kind = np.uint64 if width > 6 else np.uint32  # six are below 2 ** 31
    rest: NDArray[np.unsignedinteger[Any]] = numbers.astype(kind)
    digits = np.zeros((rest.size, width), dtype=np.uint8)
    size = np.ones(rest.size, dtype=np.uint8)
    more = rest // LAST
    digits[:, -1] = _CODES[rest - more * LAST]
    for column in range(width - 2, -1, -1):
        there = more > 0
        digits[:, column] = np.where(there, _CODES[LAST:][more & (MORE - 1)], 0)
        size += there
        more >>= 5
    ends = np.zeros(rest.size + 1, dtype=np.int64)
    np.cumsum(size, out=ends[1:])
    return digits[digits != 0], ends


def _width(largest: int) -> int:
    width = 1
    while largest >= LAST * MORE ** (width - 1):
        width += 1
    return width


def text_of(numbers: Numbers | list[int]) -> str:
    """Numbers as one string."""
    return encode(np.asarray(numbers, dtype=np.int64))[0].tobytes().decode("ascii")


def symbols(values: NDArray[np.uint8]) -> Bytes:
    """Values below 93 as one character each."""
    return _CODES[values]
