"""What actor_gold.py and place_gold.py share: the texts, their lines, and the two forms of a gold set (marks and files).

Standard library only.
"""

import glob
import gzip
import hashlib
import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
STATES = os.path.join(HERE, "..", "knowledge", "states.tsv")

LONG_LINE = 80


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
    """The marks of a file in order: report, span of the words, what stands before them, and the parts after them."""
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
            yield report, {"start": found.start(), "end": found.end(), "surface": surface}, head, after


def write_halves(reports, kind, out):
    """Writes the marks under `kind` of each report to development.jsonl and unseen.jsonl in the folder `out`."""
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
                row[kind] = sorted(report[kind], key=lambda m: (m["start"], -m["end"]))
                file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
