"""Reports that were read whole for their events, as `training/acts/sentences.ts` writes them."""

import hashlib
import json
from dataclasses import dataclass

from .sentence import Document, Sentence

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
STATUSES = "asserted denied planned conditional demanded possible habitual background".split()
SIDES = ("source", "target")
# One report in five is kept from the encoder: on it the weights of what is built upon it are chosen.
PARTS = 5


@dataclass
class Act:
    """An event of a sentence: places are words of the sentence; a side that the sentence does not name is empty."""

    word: int
    type: int  # as in TYPES, from 1
    status: int
    sides: tuple[list[int], list[int]]


def read_events(path: str) -> list[Document]:
    documents = []
    for line in open(path, encoding="utf8"):
        row = json.loads(line)
        documents.append(Document(row["report"], [_sentence(s) for s in row["sentences"]]))
    return documents


def _sentence(row: dict) -> Sentence:
    acts = [
        Act(a["word"], TYPES.index(a["type"]) + 1, STATUSES.index(a["status"]), (a["source"], a["target"])) for a in row["acts"]
    ]
    return Sentence(row["words"], row["spaces"], starts_paragraph=row["paragraph"], acts=acts, told=row.get("told"))


def is_kept_apart(report: str) -> bool:
    """True for the reports that the encoder does not learn from; the codebook's cases ("case ...") are all learned."""
    return not report.startswith("case ") and part_of(f"fold {report}") == 0


def part_of(text: str) -> int:
    """One of PARTS by hash, as in training/acts/split.ts."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % PARTS
