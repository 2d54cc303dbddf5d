"""Writes the texts of the reports that were read for their events, as training/acts/*.ts look them up by identifier:

    python3 training/acts/texts.py ../shared/data > reports.jsonl

DATA is the folder of the project's training data. Reports of text/ are called FILE#N, those of stories/, times/, quotations/ and re3d by
their own identifiers, articles of CoNLL-2003 conll2003/train#N, documents of the treebanks ewt/ID and gum/ID, the single sentences
of events/ plv/N, actors/N and quad/N.
"""

import gzip
import json
import os
import re
import sys


def lines_of(path: str) -> list[str]:
    opened = gzip.open(path, "rt", encoding="utf8") if path.endswith(".gz") else open(path, encoding="utf8", errors="replace")
    with opened as file:
        return file.read().split("\n")


def joined(words: list[str]) -> str:
    """Words with the spaces of plain text."""
    text = re.sub(r" ([.,;:?!%)\]])", r"\1", " ".join(words))
    text = re.sub(r"([(\[$]) ", r"\1", text)
    return re.sub(r" ('s|'re|'ve|'ll|'d|'m|n't)\b", r"\1", text)


def plain(words: list[str]) -> str:
    text = re.sub(r" '(?=[ .,]|$)", "'", joined(words))
    text = re.sub(r'" ([^"]*?) "', r'"\1"', text)
    return re.sub(r"\s?''", '"', re.sub(r"``\s?", '"', text))


def text_files(data: str):
    for name in sorted(os.listdir(os.path.join(data, "text"))):
        if name.endswith(".txt"):
            documents = [d.strip() for d in re.split(r"\n\s*\n", "\n".join(lines_of(os.path.join(data, "text", name)))) if d.strip()]
            for n, text in enumerate(documents, 1):
                yield {"id": f"{name}#{n}", "text": text}


def articles(data: str):
    for path in (
        "stories/stories-dev.jsonl.gz",
        "times/timebank.jsonl.gz",
        "times/aquaint.jsonl.gz",
        "quotations/polnear-train.jsonl.gz",
        "names/re3d.jsonl.gz",
    ):
        for line in lines_of(os.path.join(data, path)):
            if line:
                row = json.loads(line)
                date = row.get("dct") or row.get("date")
                title = {"title": row["title"]} if row.get("title") else {}
                yield {"id": row["id"], "text": row["text"], **title, **({"date": date[:10]} if date else {})}


def conll(data: str):
    documents, sentence = [], []
    for line in lines_of(os.path.join(data, "names", "conll2003-train.iob.gz")):
        if line.startswith("-DOCSTART-"):
            documents.append([])
            sentence = []
        elif not line.strip():
            if sentence and documents:
                documents[-1].append(sentence)
            sentence = []
        else:
            sentence.append(line.split(" ")[0])
    for n, document in enumerate(documents):
        if not document:
            continue
        date = re.search(r"1996-\d\d-\d\d", " ".join(document[1])) if len(document) > 1 else None
        body = document[2 if date else 1 :]
        text = "\n\n".join(plain(s) for s in [document[0], *body])
        yield {"id": f"conll2003/train#{n}", "text": text, **({"date": date.group()} if date else {})}


def treebanks(data: str):
    """The documents of EWT and GUM that are in the manner of news: their sentences with a space between them, paragraphs apart."""
    for name, genres in (("ewt", ("weblog", "newsgroup")), ("gum", ("GUM_news", "GUM_interview", "GUM_speech"))):
        identifier, text, begins = "", "", False
        for line in [*lines_of(os.path.join(data, "syntax", f"{name}-train.conllu.gz")), "# newdoc id = "]:
            field, _, value = line.partition(" = ")
            if field == "# newdoc id":
                if text and identifier.startswith(genres):
                    yield {"id": f"{name}/{identifier}", "text": text}
                identifier, text = value.strip(), ""
            elif field.startswith("# newpar"):
                begins = True
            elif field == "# text":
                text += ("\n\n" if begins else " ") * bool(text) + value.strip()
                begins = False


def sentences(data: str):
    """Each sentence once, whichever set has it first; PLV by its own number, the others by their place."""
    key = lambda s: re.sub(r"\W", "", s.lower())
    plv = [line.split("\t") for line in lines_of(os.path.join(data, "events", "plv-train.tsv"))[1:] if line]
    rows = dict((f"plv/{row[8]}", row[0].strip()) for row in plv)
    known = {key(text) for text in rows.values()}

    def add(kind: str, found: list[str]) -> None:
        place = 0
        for text in found:
            if len(text) > 30 and key(text) not in known:
                known.add(key(text))
                rows[f"{kind}/{place}"] = text
                place += 1

    tagged = "\n".join(lines_of(os.path.join(data, "events", "cameo-actors-train.bio.txt"))).split("\n\n")
    words = [[line.split(" ")[0] for line in block.split("\n") if line.strip()] for block in tagged]
    add("actors", [spoken(w) for w in words if w])
    add("quad", [line.split("\t")[0].strip() for line in lines_of(os.path.join(data, "events", "cameo-quad-train.tsv"))[1:]])
    return [{"id": name, "text": text} for name, text in rows.items()]


def spoken(words: list[str]) -> str:
    return re.sub(r" ?''", '"', re.sub(r'`` ?|" (?=\w)', '"', joined(words)))


def main() -> None:
    for part in (text_files, articles, conll, treebanks, sentences):
        for row in part(sys.argv[1]):
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
