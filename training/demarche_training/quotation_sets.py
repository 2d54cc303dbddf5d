"""Articles whose words the program itself has split (`split-words.ts`), with PolNeAR's attributions where they are."""

import bisect
import gzip
import json
import os
import subprocess

from .sentence import Document, Sentence

ROOT = os.path.join(os.path.dirname(__file__), "..", "..")
ROLES = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
ROLE_INDEX = {r: n for n, r in enumerate(ROLES)}


def read_texts(folder: str) -> list[dict]:
    """All articles that have no trees: PolNeAR's train part with its attributions, the unlabelled text, stories, and the texts
    of the sets for times."""
    quotations = os.path.join(folder, "quotations", "polnear-train.jsonl.gz")
    articles = [json.loads(line) for line in gzip.open(quotations, "rt", encoding="utf8")]
    for name in sorted(f for f in os.listdir(os.path.join(folder, "text")) if f.endswith(".txt")):
        with open(os.path.join(folder, "text", name), encoding="utf8", errors="replace") as file:
            documents = file.read().split("\n\n")
        articles += [{"id": f"{name}#{n}", "text": d.strip()} for n, d in enumerate(documents) if d.strip()]
    for parts in (("stories", "stories-dev.jsonl.gz"), ("times", "timebank.jsonl.gz"), ("times", "aquaint.jsonl.gz")):
        for row in map(json.loads, gzip.open(os.path.join(folder, *parts), "rt", encoding="utf8")):
            title = f"{row['title']}\n\n" if row.get("title") else ""
            articles.append({"id": row["id"], "text": title + row["text"]})
    return articles


def split_words(articles: list[dict], build: str) -> dict[str, list[dict]]:
    """Sentences and words of each article by its identifier, kept in `build`; needs Node and the program's packages."""
    name = os.path.join(build, "words.jsonl")
    if not os.path.exists(name):
        lines = "".join(json.dumps({"id": a["id"], "text": a["text"]}) + "\n" for a in articles)
        command = ["npx", "tsx", "training/split-words.ts"]
        done = subprocess.run(command, cwd=ROOT, input=lines, capture_output=True, text=True, check=True)
        with open(name, "w", encoding="utf8") as file:
            file.write(done.stdout)
    return {r["id"]: r["sentences"] for r in map(json.loads, open(name, encoding="utf8"))}


def documents_of(articles: list[dict], split: dict[str, list[dict]]) -> list[Document]:
    """The articles as documents, with each word's role in an attribution where the article has attributions."""
    documents = []
    for article in articles:
        sentences = split.get(article["id"], [])
        spans = [span for s in sentences for span in s["words"]]
        roles, cues = _mark(article, spans) if "attributions" in article else (None, None)
        document, at, paragraph = Document(article["id"], []), 0, None
        for s in sentences:
            words = [article["text"][a:b] for a, b in s["words"]]
            end = at + len(words)
            document.sentences.append(
                Sentence(
                    words,
                    _spaces(article["text"], s["words"]),
                    starts_paragraph=s["paragraph"] != paragraph,
                    roles=roles and roles[at:end],
                    cues=cues and [c - at if c >= 0 else None for c in cues[at:end]],
                )
            )
            at, paragraph = end, s["paragraph"]
        if document.sentences:
            documents.append(document)
    return documents


def _spaces(text: str, words: list[list[int]]) -> list[bool]:
    return [text[b : b + 1].isspace() for _, b in words]


def _mark(article: dict, spans: list[list[int]]) -> tuple[list[str], list[int]]:
    """For each word its BIO role, and for the first word of each span the word that its cue begins with (-1: none)."""
    roles, cues = ["O"] * len(spans), [-1] * len(spans)
    starts, ends = [a for a, _ in spans], [b for _, b in spans]

    def covered(stretch: list[int]) -> range:
        return range(bisect.bisect_right(ends, stretch[0]), bisect.bisect_left(starts, stretch[1]))

    # The cue is rarest and says where the others belong, so it is written last.
    for role in ("content", "source", "cue"):
        for attribution in article["attributions"]:
            cue = [i for stretch in attribution["cue"] for i in covered(stretch)]
            for stretch in attribution[role]:
                inside = covered(stretch)
                for n, i in enumerate(inside):
                    roles[i] = f"{'I' if n else 'B'}-{role}"
                if inside and cue:
                    cues[inside[0]] = cue[0]
    return roles, cues
