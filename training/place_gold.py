"""Chooses the reports of the place gold set, and turns marks into gold files (docs/place-gold.md).

    python training/place_gold.py choose SET DATA             prints the stretches to be marked
    python training/place_gold.py build SET DATA MARKS FILE   writes the gold file

SET is development, fresh or unseen, DATA a folder with stories/, text/, pages/, times/ and quotations/. Standard library only.

The rule. Reports, documents and lines are those of actor_gold.py. A stretch begins at a line and goes on until it holds
170 words. Of the stretches of a report that name two states or more and have a preposition of place before a capital
letter five times or more, the one whose start has the least SHA-256 of "stretch 1 ID START" is taken. Reports that have
one are ranked by the SHA-256 of "places 1 ID"; the first 40 are taken, no more than two of one event of the stories and
six of one file of text/: they are the development set. The fresh set are those reports of the actors' fresh set that have
such a stretch, and then others of `later_candidates`, no more than three of one outlet, as many as there are (22).

Marks are lines in the order of the text: "## 7" begins a report, "[2]" goes to a line of its stretch, and "KIND PLACE |
Kusong | launched" marks the next such words, with the word of the act that happened there where the text tells one. PLACE
is a country's code or "KOR 37.5 127.0"; "sea - 39 135 400" adds within how many kilometres a pin is right.
"""

import re
import sys

import actor_gold
from gold_stretches import (
    candidates,
    later_candidates,
    marked,
    number,
    print_stretches,
    state_finder,
    units,
    unseen,
    words,
    write_set,
)

WORDS = 170
REPORTS = 40
FRESH_REPORTS = 22
PER_EVENT = 2
PER_OUTLET = 3
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


def eligible(reports):
    """The reports that have such a stretch, with it as `range`."""
    states_in = state_finder()
    for report in reports:
        text = report["text"]
        found = [
            (start, end)
            for start, end in stretches(report)
            if len(states_in(text[start:end])) >= STATES_NAMED
            and len(BEFORE_A_NAME.findall(text[start:end])) >= PREPOSITIONS
        ]
        if found:
            report["range"] = min(found, key=lambda span: number(f"stretch 1 {report['id']} {span[0]}"))
            yield report


def choose(reports, count, per_event, first=()):
    """The reports that have such a stretch: those whose identifiers are in `first`, then others by hash, `count` in all."""
    ranked = sorted(
        eligible(reports),
        key=lambda r: (first.index(r["id"]) if r["id"] in first else len(first), number(f"places 1 {r['id']}")),
    )
    chosen, groups = [], {}
    for report in ranked:
        group = report["event"] or report["id"].split("#")[0]
        if groups.get(group, 0) >= (per_event if report["event"] else PER_FILE):
            continue
        groups[group] = groups.get(group, 0) + 1
        chosen.append(report)
        if len(chosen) == count:
            break
    return chosen


def choose_development(data):
    return choose(candidates(data), REPORTS, PER_EVENT)


def choose_fresh(data):
    actors = [report["id"] for report in actor_gold.choose_fresh(data)]
    return choose(later_candidates(data), FRESH_REPORTS, PER_OUTLET, actors)


SETS = {"development": choose_development, "fresh": choose_fresh, "unseen": unseen}


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


def build(reports, marks, path):
    for report in reports:
        report["places"] = []
    for report, span, fields, acts in marked(reports, marks):
        span = {**span, **place(fields)}
        if acts:
            span["act"] = act(report["text"], span, acts[0])
        report["places"].append(span)
    write_set(reports, "places", path)


if __name__ == "__main__":
    command, name, data, *rest = sys.argv[1:]
    if command == "choose":
        print_stretches(SETS[name](data))
    else:
        build(SETS[name](data), *rest)
