"""What actor_gold.py and place_gold.py share: the texts, their lines, and the two forms of a gold set (marks and files).

`candidates` are the texts of the first forty reports of each set. `later_candidates` are those of the fresh reports: when
these were chosen, every stretch of stories/ and text/ that qualifies was of a report that had been read for something
else (the first forty of either set, or the judged phrases, events, times and quantities).

`unseen` are the reports of the third set, which actors and places share.

Standard library only.
"""

import glob
import gzip
import hashlib
import json
import os
import re
from urllib.parse import urlparse

HERE = os.path.dirname(os.path.abspath(__file__))
STATES = os.path.join(HERE, "..", "knowledge", "states.tsv")
JUDGED_EVENTS = os.path.join(HERE, "..", "test", "data", "events", "judgements.tsv")
GOLD = os.path.join(HERE, "..", "test", "data")

LONG_LINE = 80
# Sources of whose texts a mark may show its words; of the others nothing is passed on.
MAY_QUOTE = ("stories", "text/", "pages")
PUBLISHED = re.compile(r"(?:datePublished|published_time)[\"' :=]+(?:content=[\"'])?(\d{4}-\d\d-\d\d)")


def number(text):
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:8], "big")


def words(text):
    return len(text.split())


def candidates(data):
    for path in sorted(glob.glob(os.path.join(data, "stories", "*.jsonl.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                yield {
                    "id": row["id"],
                    "source": "stories",
                    "event": row["event"],
                    "published": row["date"][:10] if row.get("date") else None,
                    "title": row["title"],
                    "text": row["text"],
                }
    for path in sorted(glob.glob(os.path.join(data, "text", "*.txt"))):
        name = os.path.basename(path)
        with open(path, encoding="utf-8") as file:
            documents = [d.strip() for d in re.split(r"\n\s*\n", file.read()) if d.strip()]
        for place, text in enumerate(documents, 1):
            if text.count("\n") >= 5:
                unsaid = {"event": None, "published": None, "title": None}
                yield {"id": f"{name}#{place}", "source": f"text/{name}#{place}", **unsaid, "text": text}


def later_candidates(data):
    """Reports of pages/, times/ and quotations/polnear-dev.jsonl.gz of which no event had been judged (samples 1 to 6); `event` is the outlet."""
    with open(JUDGED_EVENTS, encoding="utf-8") as file:
        judged = {
            name
            for line in file
            if line[0] in "123456"
            for name in re.findall(r"(?:aquaint|timebank)/(\S+)", line)
        }
    for page in pages(data):
        yield {**page, "source": "pages", "event": page["outlet"], "published": page["date"], "title": None}
    for name in ("times/aquaint", "times/timebank", "quotations/polnear-dev"):
        with gzip.open(os.path.join(data, f"{name}.jsonl.gz"), "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                if row["id"] in judged:
                    continue
                yield {
                    "id": row["id"],
                    "source": name,
                    "event": row.get("outlet") or re.match("[A-Za-z]+", row["id"]).group().lower(),
                    "published": (row.get("dct") or row["date"])[:10],
                    "title": row.get("title"),
                    "text": row["text"],
                }


# Reports of mere sport or show business, by their first lines, among those that the rule of the unseen set comes upon.
SPORT_OR_SHOW = ("6b4108b3", "93a37a20", "85ce3d3f", "a139774f")
UNSEEN_WORDS = 300
UNSEEN_STORIES = 15
UNSEEN_DOCUMENTS = 5
LEDGER_EVENT = 70


def unseen(data):
    """The reports of the unseen set of both actors and places, with their stretch as `range`: the first by the SHA-256 of
    "demarche fresh 2 ID" whose stretch of 300 words names two states, at most two of one event or file. The reports of
    either development set and of the event of test/data/ledger/ are left out, and sport and show business."""
    read = set()
    for kind in ("actors", "places"):
        with open(os.path.join(GOLD, kind, "development.jsonl"), encoding="utf-8") as file:
            read.update(json.loads(line)["id"] for line in file)
    states_in = state_finder()
    left = {"stories": UNSEEN_STORIES, "text": UNSEEN_DOCUMENTS}
    chosen, groups = [], {}
    for report in sorted(candidates(data), key=lambda r: number(f"demarche fresh 2 {r['id']}")):
        kind = report["source"].split("/")[0]
        group = report["event"] or report["id"].split("#")[0]
        if report["id"] in read or report["event"] == LEDGER_EVENT or report["id"].startswith(SPORT_OR_SHOW):
            continue
        if words(report["text"]) < 130 or not left[kind] or groups.get(group, 0) == 2:
            continue
        start, end = report["range"] = long_stretch(report)
        if len(states_in(report["text"][start:end])) >= 2:
            groups[group] = groups.get(group, 0) + 1
            left[kind] -= 1
            chosen.append(report)
    return chosen


def long_stretch(report):
    """300 words or little more from a line on that is chosen by the SHA-256 of "start 2 ID"; a shorter report as a whole."""
    spans = list(units(report["text"]))
    sizes = [words(report["text"][a:b]) for a, b in spans]
    starts = [i for i in range(len(spans)) if sum(sizes[i:]) >= UNSEEN_WORDS] or [0]
    first = last = starts[number(f"start 2 {report['id']}") % len(starts)]
    while last + 1 < len(spans) and sum(sizes[first : last + 1]) < UNSEEN_WORDS:
        last += 1
    return spans[first][0], spans[last][1]


def pages(data):
    """The pages of pages/ground-truth.json, as a file of reports has them."""
    with open(os.path.join(data, "pages", "ground-truth.json"), encoding="utf-8") as file:
        articles = json.load(file)
    for key, page in articles.items():
        with gzip.open(os.path.join(data, "pages", "html", f"{key}.html.gz"), "rb") as file:
            date = PUBLISHED.search(file.read().decode("utf-8", "replace"))
        yield {
            "id": key,
            "outlet": urlparse(page["url"]).hostname,
            "date": date.group(1) if date else None,
            "text": page["articleBody"],
        }


def write_pages(data, path):
    """Writes them as JSON Lines, to be given with `--reports`."""
    with open(path, "w", encoding="utf-8") as file:
        for page in pages(data):
            file.write(json.dumps(page, ensure_ascii=False) + "\n")


def units(text):
    """Spans of the lines, of long lines the sentences, in Unicode code points."""
    for line in re.finditer(r"[^\n]+", text):
        if words(line.group()) <= LONG_LINE:
            yield line.start(), line.end()
            continue
        start = line.start()
        for gap in re.finditer(r"(?<=[.!?][\"”’)])\s+(?=[A-Z\"“‘])|(?<=[.!?])\s+(?=[A-Z\"“‘])", line.group()):
            yield start, line.start() + gap.start()
            start = line.start() + gap.end()
        yield start, line.end()


def state_names():
    """Names and adjectives of states with their codes."""
    names = {}
    with open(STATES, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    for row in rows[1:]:
        for name in [row[1], *row[2].split(";"), *row[3].split(";")]:
            if name:
                names[name] = row[0]
    return names


def state_finder():
    """A function that gives the codes of the states that a text names."""
    names = state_names()
    pattern = re.compile(r"\b(" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")\b")
    return lambda text: {names[m] for m in pattern.findall(text)}


def print_stretches(reports):
    """Prints the stretches that are to be marked, their lines numbered."""
    for position, report in enumerate(reports):
        start, end = report["range"]
        print(f"\n=== {position} {report['id']} {report['published']} {report['title']}")
        for n, line in enumerate(report["text"][start:end].split("\n")):
            print(f"[{n}] {line}")


def marked(reports, marks):
    """The marks of a file in order: report, span of the words, what stands before them, and the parts after them.

    A line "> | words" marks nothing and only goes on to the words.
    """
    report = last = None
    at = 0
    with open(marks, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for number_of_line, line in enumerate(lines, 1):
        if line.startswith("## "):
            report, last = reports[int(line[3:])], None
            at = report["range"][0]
        elif re.fullmatch(r"\[\d+\]", line):
            start, end = report["range"]
            before = report["text"][start:end].split("\n")[: int(line[1:-1])]
            at, last = start + sum(len(one) + 1 for one in before), None
        elif line:
            head, surface, *after = line.split(" | ")
            pattern = re.compile(r"(?<!\w)" + re.escape(surface) + r"(?!\w)")
            found = pattern.search(report["text"], at + (surface == last), report["range"][1])
            if not found:
                raise ValueError(f"line {number_of_line}: {surface!r} is not there")
            at, last = found.start(), surface
            if head == ">":
                continue
            yield report, {"start": found.start(), "end": found.end(), "surface": surface}, head, after


def write_set(reports, kind, path):
    """Writes a gold file: of each report its marks under `kind`, its stretch and the hash of its text.

    The words of marks stand beside them only where the text's terms allow it.
    """
    with open(path, "w", encoding="utf-8") as file:
        for report in reports:
            row = {"id": report["id"], "source": report["source"]}
            if report["published"]:
                row["published"] = report["published"]
            row["range"] = report["range"]
            row["sha256"] = hashlib.sha256(report["text"].encode("utf-8")).hexdigest()
            if not report["source"].startswith(MAY_QUOTE):
                for mark in report[kind]:
                    for span in (mark, mark.get("act", {})):
                        span.pop("surface", None)
            row[kind] = sorted(report[kind], key=lambda m: (m["start"], -m["end"]))
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
