"""Chooses the reports of the actor gold set, and turns marks into gold files (docs/actor-gold.md).

    python training/actor_gold.py choose SET DATA             prints the stretches to be marked
    python training/actor_gold.py build SET DATA MARKS FILE   writes the gold file
    python training/actor_gold.py pages DATA FILE             writes the pages as a file of reports, for `--reports`

SET is development, fresh or unseen, DATA a folder with stories/, text/, pages/, times/ and quotations/. Standard library only.

The rule. In every report of the stories, and every document of text/ with six lines or more, that has 130 words or more,
one stretch is chosen: a report's units are its lines, lines of over 80 words their sentences; the first unit is chosen by
the SHA-256 of "start 1 ID" among those with at least 130 words from there on, and units are added until they hold 130
words. Reports whose stretch names two states or more (the names and adjectives of knowledge/states.tsv as they were when
this set was made) are ranked by the SHA-256 of "actors 1 ID". The first 40 are taken, no more than two of one event of the
stories: they are the development set. The fresh set is twenty of `later_candidates`, chosen in the same way, no more than
two of one outlet.

Marks are lines in the order of the text: "## 7" begins a report, "[2]" goes to a line of its stretch, and
"p UKR.GOV/UKR.ELI | President Petro Poroshenko" marks the next such words. FORMS and `reading` say what stands before "|".
"""

import sys

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
    write_pages,
    write_set,
)

WORDS = 130
REPORTS = 40
FRESH_REPORTS = 20
PER_EVENT = 2
STATES_NAMED = 2


def stretch(report):
    spans = list(units(report["text"]))
    sizes = [words(report["text"][a:b]) for a, b in spans]
    starts = [i for i in range(len(spans)) if sum(sizes[i:]) >= WORDS]
    first = starts[number(f"start 1 {report['id']}") % len(starts)]
    last = first
    while sum(sizes[first : last + 1]) < WORDS:
        last += 1
    return spans[first][0], spans[last][1]


def choose(reports, count):
    """The first `count` reports by hash whose stretch names two states, with their stretch as `range`."""
    states_in = state_finder()
    eligible = []
    for report in reports:
        if words(report["text"]) < WORDS:
            continue
        start, end = report["range"] = stretch(report)
        if len(states_in(report["text"][start:end])) >= STATES_NAMED:
            eligible.append(report)
    eligible.sort(key=lambda r: number(f"actors 1 {r['id']}"))
    chosen, events = [], {}
    for report in eligible:
        event = report["event"]
        if event is not None and events.get(event, 0) >= PER_EVENT:
            continue
        events[event] = events.get(event, 0) + 1
        chosen.append(report)
        if len(chosen) == count:
            break
    return chosen


def choose_development(data):
    return choose(candidates(data), REPORTS)


def choose_fresh(data):
    return choose(later_candidates(data), FRESH_REPORTS)


SETS = {"development": choose_development, "fresh": choose_fresh, "unseen": unseen}

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


def build(reports, marks, path):
    for report in reports:
        report["mentions"] = []
    for report, span, head, _ in marked(reports, marks):
        form, readings = head.split(" ")
        report["mentions"].append({**span, "form": FORMS[form], **reading(readings)})
    write_set(reports, "mentions", path)


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "pages":
        write_pages(*arguments)
    elif command == "choose":
        print_stretches(SETS[arguments[0]](arguments[1]))
    else:
        build(SETS[arguments[0]](arguments[1]), *arguments[2:])
