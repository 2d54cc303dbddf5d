"""Development figures between epochs, and names that a model finds in documents, sentence by sentence."""

from .data import SIZE, Data
from .model import Model
from .name_types import Span
from .pieces import Pieces
from .predict import names_of, score_events, score_names, score_roles, score_syntax
from .sentence import Document, Sentence
from .windows import Window, make_windows


def placed(documents: list[Document], data: Data, pieces: Pieces) -> list[tuple[Window, list[tuple[Sentence, int]]]]:
    """Windows of the documents, each with its sentences and the place of their first word in the window."""
    out = []
    for document in documents:
        sentences = iter(document.sentences)
        for window in make_windows([document], data.labels, pieces, SIZE, None):
            offset, inside = 0, []
            for _ in range(window.sentence[-1] + 1):
                sentence = next(sentences)
                inside.append((sentence, offset))
                offset += len(sentence.words)
            out.append((window, inside))
    return out


def find_names(model: Model, documents: list[Document], data: Data, pieces: Pieces) -> dict[int, list[Span]]:
    """Names that the model finds, for each sentence by its id()."""
    windows = placed(documents, data, pieces)
    found = names_of(model, [w for w, _ in windows])
    out = {}
    for window, inside in windows:
        for sentence, start in inside:
            end = start + len(sentence.words)
            out[id(sentence)] = [(x - start, y - start, t) for x, y, t in found[id(window)] if start <= x and y <= end]
    return out


class Development:
    """The development sets as windows; `check` gives a model's figures as a line."""

    def __init__(self, data: Data, pieces: Pieces) -> None:
        self.labels = data.labels
        self.trees = {
            name: make_windows(known(documents, data.labels.relations), data.labels, pieces, SIZE, None)
            for name, documents in (("EWT", data.ewt_dev), ("GUM", data.gum_dev))
        }
        gold = {id(s): spans for d, several in data.conll_dev for s, spans in zip(d.sentences, several)}
        windows = placed([d for d, _ in data.conll_dev], data, pieces)
        self.names = [w for w, _ in windows]
        self.gold = [[(x + start, y + start, t) for s, start in inside for x, y, t in gold[id(s)]] for _, inside in windows]

        self.events = make_windows(data.events_dev, data.labels, pieces, SIZE, None)
        self.quotations = [w for w, _ in placed(data.texts_dev, data, pieces)]

    def check(self, model: Model) -> str:
        figures = " ".join(f"{name} {score_syntax(model, w, self.labels)}" for name, w in self.trees.items())
        names = score_names(model, self.names, self.gold)
        events = f" events {score_events(model, self.events)}" if self.events else ""
        return f"{figures} CoNLL names {names} quotations {score_roles(model, self.quotations)}{events}"


def known(documents: list[Document], relations: list[str]) -> list[Document]:
    """A relation that training never met becomes its universal part, or "dep" where that is unknown too."""
    for document in documents:
        for s in document.sentences:
            universal = [r.split(":")[0] for r in s.relations]
            s.relations = [r if r in relations else u if u in relations else "dep" for r, u in zip(s.relations, universal)]
    return documents
