"""Readers for sets with gold names: CoNLL-2003 and wikigold (IOB), re3d (JSON Lines)."""

import gzip
import json
import re

from .name_types import COARSE, RE3D, Span
from .sentence import Document, Sentence

WORD = re.compile(r"\w+(?:[.,]\d+)+|(?:\w\.){2,}|(?:'s|n't|’s)\b|\w+|[^\w\s]")


def read_iob(path: str) -> list[tuple[Document, list[list[tuple[int, int, tuple[str, ...]]]]]]:
    """Documents with, for each sentence, gold spans as (first, past last, possible types). IOB1 or IOB2."""
    out: list[tuple[Document, list]] = []
    rows: list[tuple[str, str]] = []

    def flush() -> None:
        if rows:
            words = [w for w, _ in rows]
            out[-1][0].sentences.append(Sentence(words, _spaces(words), starts_paragraph=True))
            out[-1][1].append([(a, b, COARSE[t]) for a, b, t in iob_spans([t for _, t in rows])])
        rows.clear()

    out.append((Document(path, []), []))
    for line in gzip.open(path, "rt", encoding="utf8"):
        parts = line.split()
        if not parts:
            flush()
        elif parts[0] == "-DOCSTART-":
            flush()
            out.append((Document(path, []), []))
        else:
            rows.append((parts[0], parts[-1]))
    flush()
    return [(d, g) for d, g in out if d.sentences]


def iob_spans(tags: list[str]) -> list[Span]:
    """Spans of a BIO sequence; an I that continues nothing opens a span, as in IOB1."""
    out: list[Span] = []
    start, kind = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, rest = tag.partition("-")
        if start >= 0 and (prefix != "I" or rest != kind):
            out.append((start, i, kind))
            start = -1
        if prefix in ("B", "I") and start < 0:
            start, kind = i, rest
    return out


def _spaces(words: list[str]) -> list[bool]:
    glued_left = {",", ".", ";", ":", "?", "!", ")", "]", "'s", "'", "n't", "%"}
    return [
        not (i + 1 < len(words) and words[i + 1] in glued_left) and word not in ("(", "[", "$")
        for i, word in enumerate(words)
    ]


def split_text(text: str, starts_paragraph: bool) -> tuple[Sentence, list[tuple[int, int]]]:
    """A sentence of plain text in simple words, with their offsets."""
    spans = [m.span() for m in WORD.finditer(text)]
    spaces = [b < len(text) and text[b : b + 1].isspace() for _, b in spans]
    return Sentence([text[a:b] for a, b in spans], spaces, starts_paragraph), spans


def sentences_of(text: str) -> list[str]:
    """A rough split, good enough for silver labels: full stop, white space, capital."""
    return [s for s in re.split(r"(?<=[.!?][\"”’']|[a-z0-9)][.!?])\s+(?=[A-Z“\"'])", text) if s.strip()]


def read_re3d(path: str) -> list[tuple[Document, list[list[tuple[int, int, tuple[str, ...]]]]]]:
    """re3d's documents with the innermost of its nested entities."""
    out = []
    for line in gzip.open(path, "rt", encoding="utf8"):
        record = json.loads(line)
        document, gold = Document("re3d", []), []
        entities = [e for e in record["entities"] if e["type"] in RE3D]
        inner = [
            e
            for e in entities
            if not any(o is not e and o["type"] == e["type"] and e["start"] <= o["start"] and o["end"] <= e["end"] for o in entities)
        ]
        for paragraph in re.finditer(r"[^\n]+", record["text"]):
            at = paragraph.start()
            first = True
            for sentence_text in sentences_of(paragraph.group()):
                at = record["text"].index(sentence_text, at)
                sentence, offsets = split_text(sentence_text, first)
                first = False
                spans = []
                for e in inner:
                    covered = [i for i, (a, b) in enumerate(offsets) if at + a < e["end"] and e["start"] < at + b]
                    if covered:
                        spans.append((covered[0], covered[-1] + 1, RE3D[e["type"]]))
                document.sentences.append(sentence)
                gold.append(spans)
                at += len(sentence_text)
        out.append((document, gold))
    return out
