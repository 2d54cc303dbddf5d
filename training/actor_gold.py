"""Chooses the reports of the actor gold set, and turns marks into gold files (docs/actor-gold.md).

    python training/actor_gold.py choose DATA            prints the stretches to be marked
    python training/actor_gold.py build DATA MARKS OUT   writes OUT/development.jsonl and OUT/unseen.jsonl

DATA holds stories/*.jsonl.gz and text/*.txt. Standard library only.

The rule. In every report of the stories, and every document of text/ with six lines or more, that has 130 words or more,
one stretch is chosen: a report's units are its lines, lines of over 80 words their sentences; the first unit is chosen by
the SHA-256 of "start 1 ID" among those with at least 130 words from there on, and units are added until they hold 130
words. Reports whose stretch names two states or more (the names and adjectives of knowledge/states.tsv as they were when
this set was made) are ranked by the SHA-256 of "actors 1 ID". The first 40 are taken, no more than two of one event of the
stories. Those of even places, counted from 0, are the development half, those of odd places the unseen half.

Marks are lines in the order of the text: "## 7" begins a report, "[2]" goes to a line of its stretch, and
"p UKR.GOV/UKR.ELI | President Petro Poroshenko" marks the next such words. FORMS and `reading` say what stands before "|".
"""

import glob
import gzip
import hashlib
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
STATES = os.path.join(HERE, "..", "knowledge", "states.tsv")

WORDS = 130
REPORTS = 40
PER_EVENT = 2
LONG_LINE = 80
STATES_NAMED = 2


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


def stretch(report):
    spans = list(units(report["text"]))
    sizes = [words(report["text"][a:b]) for a, b in spans]
    starts = [i for i in range(len(spans)) if sum(sizes[i:]) >= WORDS]
    first = starts[number(f"start 1 {report['id']}") % len(starts)]
    last = first
    while sum(sizes[first : last + 1]) < WORDS:
        last += 1
    return spans[first][0], spans[last][1]


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


def choose(data):
    names = state_names()
    pattern = re.compile(r"\b(" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")\b")
    eligible = []
    for report in candidates(data):
        if words(report["text"]) < WORDS:
            continue
        start, end = report["range"] = stretch(report)
        if len({names[m] for m in pattern.findall(report["text"][start:end])}) >= STATES_NAMED:
            eligible.append(report)
    eligible.sort(key=lambda r: number(f"actors 1 {r['id']}"))
    chosen, events = [], {}
    for report in eligible:
        event = report["event"]
        if event is not None and events.get(event, 0) >= PER_EVENT:
            continue
        events[event] = events.get(event, 0) + 1
        report["half"] = "development" if len(chosen) % 2 == 0 else "unseen"
        chosen.append(report)
        if len(chosen) == REPORTS:
            return chosen
    return chosen


FORMS = {
    "n": "name",
    "p": "person",
    "t": "title",
    "m": "metonym",
    "d": "demonym",
    "o": "nominal",
    "g": "group",
    "r": "pronoun",
}


def reading(text):
    """The fields that "CHN.GOV/CHN", "KOR+USA", "~CHN" (aside), "-" (no actor) or "?/GBR.MED" (unknown) stand for."""
    if text == "-":
        return {"none": True}
    aside = text.startswith("~")
    readings = [one.split("+") for one in text.lstrip("~").split("/")]
    if ["?"] in readings:
        fields = {"unknown": True}
        others = [one for one in readings if one != ["?"]]
    else:
        fields = {"codes": readings[0]}
        others = readings[1:]
    if others:
        fields["or"] = others
    if aside:
        fields["aside"] = True
    return fields


def build(data, marks, out):
    reports = choose(data)
    for report in reports:
        report["mentions"] = []
    at = 0
    report = last = None
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
            head, surface = line.split(" | ")
            form, readings = head.split(" ")
            pattern = re.compile(r"(?<!\w)" + re.escape(surface) + r"(?!\w)")
            found = pattern.search(report["text"], at + (surface == last), report["range"][1])
            if not found:
                raise ValueError(f"line {number_of_line}: {surface!r} is not there")
            at, last = found.start(), surface
            span = {"start": found.start(), "end": found.end(), "surface": surface}
            report["mentions"].append({**span, "form": FORMS[form], **reading(readings)})
    for half in ("development", "unseen"):
        with open(os.path.join(out, f"{half}.jsonl"), "w", encoding="utf-8") as file:
            for report in reports:
                if report["half"] != half:
                    continue
                row = {"id": report["id"], "source": report["source"]}
                if report["published"]:
                    row["published"] = report["published"]
                row["range"] = report["range"]
                row["sha256"] = hashlib.sha256(report["text"].encode("utf-8")).hexdigest()
                row["mentions"] = sorted(report["mentions"], key=lambda m: (m["start"], -m["end"]))
                file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    if sys.argv[1] == "choose":
        for place, report in enumerate(choose(sys.argv[2])):
            start, end = report["range"]
            print(f"\n=== {place} {report['id']} {report['published']} {report['title']}")
            for n, line in enumerate(report["text"][start:end].split("\n")):
                print(f"[{n}] {line}")
    else:
        build(*sys.argv[2:5])
