"""The name types, their BIO tags, and how coarser schemes map to sets of them."""

TYPES = (
    "PERSON NORP GPE LOC FAC ORG EVENT LAW WORK_OF_ART PRODUCT "
    "DATE TIME MONEY PERCENT QUANTITY CARDINAL ORDINAL"
).split()
TAGS = ["O"] + [f"{b}-{t}" for t in TYPES for b in "BI"]
TAG_INDEX = {t: i for i, t in enumerate(TAGS)}
NUMERIC = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL")

# CoNLL-2003 and wikigold: LOC takes in political entities and buildings, MISC the other names.
COARSE = {
    "PER": ("PERSON",),
    "LOC": ("GPE", "LOC", "FAC"),
    "ORG": ("ORG",),
    "MISC": ("NORP", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"),
}
# GUM's entity types for mentions that are names, and re3d's.
GUM = {"person": ("PERSON",), "place": ("GPE", "LOC", "FAC"), "organization": ("ORG",), "event": ("EVENT",)}
RE3D = {
    "Person": ("PERSON",),
    "Organisation": ("ORG", "GPE"),
    "Location": ("GPE", "LOC", "FAC"),
    "Nationality": ("NORP",),
    "Temporal": ("DATE", "TIME"),
    "Money": ("MONEY",),
    "MilitaryPlatform": ("PRODUCT",),
    "Vehicle": ("PRODUCT",),
}

Span = tuple[int, int, str]


def tags_of(length: int, spans: list[tuple[int, int, tuple[str, ...]]]) -> list[frozenset[str]]:
    """Sets of allowed BIO tags for each word from spans with their possible types; O elsewhere."""
    out = [frozenset(("O",))] * length
    for first, last, types in spans:
        out[first] = frozenset(f"B-{t}" for t in types)
        for i in range(first + 1, last):
            out[i] = frozenset(f"I-{t}" for t in types)
    return out


def refine(coarse: list[tuple[int, int, tuple[str, ...]]], silver: list[Span]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Gold spans of a coarse scheme made finer by the teacher where it agrees on span and type, with the
    teacher's numbers and dates where the gold scheme has none."""
    fine = {(a, b): t for a, b, t in silver}
    taken: set[int] = set()
    out = []
    for first, last, types in coarse:
        kind = fine.get((first, last))
        if kind is None:
            kind = next((t for a, b, t in silver if a < last and first < b and t in types), None)
        out.append((first, last, (kind,) if kind in types else types))
        taken.update(range(first, last))
    for first, last, kind in silver:
        if kind in NUMERIC and taken.isdisjoint(range(first, last)):
            out.append((first, last, (kind,)))
    return out


def agree(length: int, first: list[Span], second: list[Span]) -> list[frozenset[str]]:
    """Two teachers' labels: the tag where they agree, either tag where they do not."""
    a = tags_of(length, [(s, e, (t,)) for s, e, t in first])
    b = tags_of(length, [(s, e, (t,)) for s, e, t in second])
    return [x | y for x, y in zip(a, b)]
