"""Chooses the reports of the place gold set, and turns marks into gold files (docs/place-gold.md).

    python training/place_gold.py choose DATA            prints the stretches to be marked
    python training/place_gold.py build DATA MARKS OUT   writes OUT/development.jsonl and OUT/unseen.jsonl

DATA holds stories/*.jsonl.gz and text/*.txt. Standard library only.

The rule. Reports, documents and lines are those of actor_gold.py. A stretch begins at a line and goes on until it holds
170 words. Of the stretches of a report that name two states or more and have a preposition of place before a capital
letter five times or more, the one whose start has the least SHA-256 of "stretch 1 ID START" is taken. Reports that have
one are ranked by the SHA-256 of "places 1 ID"; the first 40 are taken, no more than two of one event of the stories and
six of one file of text/. Even places, counted from 0, are the development half, odd ones the unseen half.

Marks are lines in the order of the text: "## 7" begins a report, "[2]" goes to a line of its stretch, and "KIND PLACE |
Kusong | launched" marks the next such words, with the word of the act that happened there where the text tells one. PLACE
is a country's code or "KOR 37.5 127.0"; "sea - 39 135 400" adds within how many kilometres a pin is right.
"""

import re
import sys

from gold_stretches import (
    candidates,
    marked,
    number,
    print_stretches,
    state_finder,
    units,
    words,
    write_halves,
)

WORDS = 170
REPORTS = 40
PER_EVENT = 2
PER_FILE = 6
STATES_NAMED = 2
PREPOSITIONS = 5
BEFORE_A_NAME = re.compile(r"\b(?:in|at|near|from|off|over|across|around|outside|into) (?:the )?[A-Z]")


def stretches(report):
    spans = list(units(report["text"]))
    sizes = [words(report["text"][a:b]) for a, b in spans]
    for first in range(len(spans)):
        held = 0
        for last in range(first, len(spans)):
            held += sizes[last]
            if held >= WORDS:
                yield spans[first][0], spans[last][1]
                break


def choose(data):
    states_in = state_finder()
    eligible = []
    for report in candidates(data):
        text = report["text"]
        found = [
            (start, end)
            for start, end in stretches(report)
            if len(states_in(text[start:end])) >= STATES_NAMED
            and len(BEFORE_A_NAME.findall(text[start:end])) >= PREPOSITIONS
        ]
        if found:
            report["range"] = min(found, key=lambda span: number(f"stretch 1 {report['id']} {span[0]}"))
            eligible.append(report)
    eligible.sort(key=lambda r: number(f"places 1 {r['id']}"))
    chosen, groups = [], {}
    for report in eligible:
        group = report["event"] or report["id"].split("#")[0]
        if groups.get(group, 0) >= (PER_EVENT if report["event"] else PER_FILE):
            continue
        groups[group] = groups.get(group, 0) + 1
        report["half"] = "development" if len(chosen) % 2 == 0 else "unseen"
        chosen.append(report)
        if len(chosen) == REPORTS:
            break
    return chosen


def place(text):
    """The fields that "city KOR 37.5 127.0", "sea - 39 135 400", "area -", "@venue - 31.6 74.6", "not" or "?" stand for."""
    kind, *rest = text.split(" ")
    if kind == "not":
        return {"not": True}
    if kind == "?":
        return {"open": True}
    fields = {"kind": kind.lstrip("@")}
    if rest[0] not in ("-", "*"):
        fields["country"] = rest[0]
    if len(rest) > 1:
        fields["at"] = [float(rest[1]), float(rest[2])]
    if len(rest) > 3:
        fields["within"] = int(rest[3])
    if kind.startswith("@"):
        fields["dateline"] = True
    return fields


def act(text, span, surface):
    """The occurrence of the act's word that is nearest to the place."""
    near = [m for m in re.finditer(r"(?<!\w)" + re.escape(surface) + r"(?!\w)", text)]
    best = min(near, key=lambda m: min(abs(m.start() - span["end"]), abs(span["start"] - m.end())))
    return {"start": best.start(), "end": best.end(), "surface": surface}


def build(data, marks, out):
    reports = choose(data)
    for report in reports:
        report["places"] = []
    for report, span, fields, acts in marked(reports, marks):
        span = {**span, **place(fields)}
        if acts:
            span["act"] = act(report["text"], span, acts[0])
        report["places"].append(span)
    write_halves(reports, "places", out)


if __name__ == "__main__":
    if sys.argv[1] == "choose":
        print_stretches(choose(sys.argv[2]))
    else:
        build(*sys.argv[2:5])
