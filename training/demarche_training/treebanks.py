"""Universal Dependencies treebanks (CoNLL-U), with GUM's entity layer where it is there."""

import gzip
import re

from .sentence import Document, Sentence

# GUM genres whose texts are declared non-commercial (GUM's LICENSE): wikiHow and fiction.
NON_COMMERCIAL_GENRES = ("whow", "fiction")


def read_treebank(path: str, leave_out_genres: tuple[str, ...] = ()) -> list[Document]:
    """Documents of a gzipped CoNLL-U file, less GUM documents of the genres named."""
    documents: list[Document] = []
    rows: list[list[str]] = []
    joined: set[int] = set()
    new_paragraph = True
    skip = False
    for line in gzip.open(path, "rt", encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            name = line.split("=")[-1].strip()
            genre = name.split("_")[1] if name.startswith("GUM_") else ""
            skip = genre in leave_out_genres
            documents.append(Document(name, []))
            new_paragraph = True
        elif line.startswith("# newpar"):
            new_paragraph = True
        elif not line:
            if rows and not skip:
                documents[-1].sentences.append(_sentence(rows, joined, new_paragraph))
            rows, joined, new_paragraph = [], set(), False
        elif line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
            elif "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                joined.update(range(first, last))
                if "SpaceAfter=No" in columns[9]:
                    joined.add(last)
    return [d for d in documents if d.sentences]


def _sentence(rows: list[list[str]], joined: set[int], starts_paragraph: bool) -> Sentence:
    spaces = ["SpaceAfter=No" not in r[9] and i + 1 not in joined for i, r in enumerate(rows)]
    return Sentence(
        words=[r[1] for r in rows],
        spaces=spaces,
        starts_paragraph=starts_paragraph,
        upos=[r[3] for r in rows],
        xpos=[r[4] for r in rows],
        heads=[int(r[6]) for r in rows],
        relations=[r[7] for r in rows],
        entities=_entities(rows),
    )


def _entities(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """GUM's nested entity brackets inside one sentence: (first word, past last, entity type)."""
    out, open_entities = [], []
    for i, row in enumerate(rows):
        layer = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for opening, single, closing in re.findall(r"\(([^()]+)(\))?|([^()]+)\)", layer):
            if opening:
                parts = opening.split("-")
                if single:
                    out.append((i, i + 1, parts[1]))
                else:
                    open_entities.append((parts[0], i, parts[1]))
            else:
                for n in range(len(open_entities) - 1, -1, -1):
                    if open_entities[n][0] == closing:
                        _, first, kind = open_entities.pop(n)
                        out.append((first, i + 1, kind))
                        break
    return out
