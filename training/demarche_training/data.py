"""All the data sets, read once, with names brought into one scheme."""

import os
import pickle
import random
from dataclasses import dataclass, field

from .event_sets import is_kept_apart, read_events
from .name_sets import read_iob, read_re3d
from .name_types import GUM, Span, agree, refine, tags_of
from .pieces import Pieces
from .quotation_sets import documents_of, read_texts, split_words
from .sentence import Document, Sentence
from .teacher import Teacher
from .treebanks import NON_COMMERCIAL_GENRES, read_treebank
from .windows import Labels, Window, make_windows

SIZE = 128
NAMED = ("PERSON", "ORG", "GPE", "LOC", "FAC")


@dataclass
class Data:
    labels: Labels
    trees: list[Document]
    gold_names: list[Document]
    texts: list[Document]  # articles without trees; most have attributions
    texts_dev: list[Document]  # some of those with attributions, kept apart
    tree_silver: list[list[list[Span]]]
    ewt_dev: list[Document]
    gum_dev: list[Document]
    conll_dev: list
    events: list[Document] = field(default_factory=list)
    events_dev: list[Document] = field(default_factory=list)


def load(folder: str, build: str, all_genres: bool = False) -> Data:
    """Reads everything below `folder`; the silver names are kept in `build` so that a second run is quick."""
    name = os.path.join(build, "data-all.pickle" if all_genres else "data.pickle")
    if os.path.exists(name):
        return pickle.load(open(name, "rb"))
    path = lambda *p: os.path.join(folder, *p)
    leave_out = () if all_genres else NON_COMMERCIAL_GENRES
    trees = read_treebank(path("syntax", "ewt-train.conllu.gz")) + read_treebank(path("syntax", "gum-train.conllu.gz"), leave_out)
    teacher = Teacher()
    tree_silver = teacher.label(trees)
    gold_names = []
    for read, file in ((read_iob, "conll2003-train.iob.gz"), (read_iob, "wikigold.conll.gz"), (read_re3d, "re3d.jsonl.gz")):
        sets = read(path("names", file))
        documents = [d for d, _ in sets]
        for (document, gold), silver in zip(sets, teacher.label(documents)):
            for sentence, spans, guess in zip(document.sentences, gold, silver):
                sentence.names = tags_of(len(sentence.words), refine(spans, guess))
            gold_names.append(document)
    articles = read_texts(folder)
    texts = documents_of(articles, split_words(articles, build))
    quoted = [d for d in texts if d.sentences[0].roles is not None]
    kept_apart = quoted[::20]
    sentences = [s for d in trees for s in d.sentences]
    labels = Labels(
        upos=sorted({t for s in sentences for t in s.upos}),
        xpos=sorted({t for s in sentences for t in s.xpos}),
        relations=sorted({t for s in sentences for t in s.relations}),
    )
    data = Data(
        labels,
        trees,
        gold_names,
        [d for d in texts if not any(d is k for k in kept_apart)],
        kept_apart,
        tree_silver,
        read_treebank(path("syntax", "ewt-dev.conllu.gz")),
        read_treebank(path("syntax", "gum-dev.conllu.gz")),
        read_iob(path("names", "conll2003-dev.iob.gz")),
    )
    os.makedirs(build, exist_ok=True)
    pickle.dump(data, open(name, "wb"))
    return data


def add_events(data: Data, path: str) -> None:
    """Adds the reports that were read whole, one in five of them kept apart."""
    documents = read_events(path)
    data.events = [d for d in documents if not is_kept_apart(d.source)]
    data.events_dev = [d for d in documents if is_kept_apart(d.source)]


def gum_names(sentence: Sentence) -> list[tuple[int, int, tuple[str, ...]]]:
    """GUM's entity mentions that are names: a stretch that begins and ends in a proper noun, without its article,
    outermost first."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for first, last, kind in sorted(sentence.entities, key=lambda e: e[0] - e[1]):
        if kind not in GUM:
            continue
        while first < last and sentence.upos[first] == "DET":
            first += 1
        while first < last and sentence.upos[last - 1] in ("PART", "PUNCT"):
            last -= 1
        inside = sentence.upos[first:last]
        if not inside or len(inside) > 8 or inside[0] != "PROPN" or inside[-1] != "PROPN" or {"VERB", "PRON", "AUX"} & set(inside):
            continue
        if any(a < last and first < b for a, b, _ in found):
            continue
        found.append((first, last, GUM[kind]))
    return found


def label_names(data: Data, second: dict[int, list[Span]] | None = None) -> None:
    """Sets `names` of the treebanks: the teacher's silver, or where a second teacher's spans are given (by id() of the
    sentence), what either says; GUM's own entities stand above both."""
    for document, guesses in zip(data.trees, data.tree_silver):
        for sentence, guess in zip(document.sentences, guesses):
            length = len(sentence.words)
            other = second.get(id(sentence), guess) if second else guess
            sentence.names = agree(length, guess, other)
            if not sentence.entities:
                continue
            for a, b, types in gum_names(sentence):
                exact = next((s for s in (*guess, *other) if s[1] == b and a <= s[0] < b and s[2] in types), None)
                start = exact[0] if exact else a
                gold = tags_of(b - start, [(0, b - start, (exact[2],) if exact else types)])
                sentence.names[a:b] = [frozenset(("O",))] * (start - a) + gold
                # A wider silver span must not go on behind the gold one.
                if b < length and all(t.startswith("I-") for t in sentence.names[b]):
                    sentence.names[b] = sentence.names[b] | {"O"}


def gold_names_only(data: Data) -> None:
    """Sets `names` of the treebanks for the large teacher, whose view must not be the other teacher's: nothing for EWT;
    for GUM its own entities, and O allowed wherever silver names a person, body or place that GUM does not."""
    label_names(data)
    for document in data.trees:
        for sentence in document.sentences:
            if not sentence.entities:
                sentence.names = None
                continue
            gold = {i for a, b, _ in gum_names(sentence) for i in range(a, b)}
            sentence.names = [
                tags if i in gold or not any(t[2:] in NAMED for t in tags) else tags | {"O"}
                for i, tags in enumerate(sentence.names)
            ]


def drawer(data: Data, pieces: Pieces, share: float, gold: float = 1):
    """A function that draws an epoch's windows: all events, a share of the trees and gold names (`gold`), and one of the
    other texts."""

    def draw(rng: random.Random) -> list[Window]:
        drawn = [d for d in data.trees + data.gold_names if gold == 1 or rng.random() < gold]
        some = [d for d in data.texts if rng.random() < share]
        return make_windows(data.events + drawn + some, data.labels, pieces, SIZE, rng)

    return draw
