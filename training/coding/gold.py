"""Gold files for `demarche evaluate coding` (docs/coding-gold.md) from the event sets of the data folder.

    python training/coding/gold.py ../shared/data/events OUT

Writes OUT/plv.jsonl, the raw sentences of plv-train.tsv (a side that is not marked in the sentence is left open), and
OUT/petrarch2.jsonl, PETRARCH2's unit tests less those that expect an error. Neither text belongs in the repository.
"""

import csv
import json
import os
import sys


def main(events: str, out: str) -> None:
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(events, "plv-train.tsv"), encoding="utf8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    plv = []
    for row in rows:
        marked = row["marked_sentence"]
        source, target = (row[side] if f"<{side[0]}>" in marked else "" for side in ("source", "target"))
        plv.append({"id": row["sentence_id"], "sentence": row["sentence"], "expected": [[source, target, row["root"]]]})
    write(os.path.join(out, "plv.jsonl"), plv)
    with open(os.path.join(events, "petrarch2-cases.jsonl"), encoding="utf8") as file:
        cases = [json.loads(line) for line in file]
    tests = [c for c in cases if c["expected"] or c["no_events_expected"]]
    write(
        os.path.join(out, "petrarch2.jsonl"),
        [{key: c[key] for key in ("id", "date", "sentence", "expected")} for c in tests],
    )


def write(path: str, rows: list[dict]) -> None:
    with open(path, "w", encoding="utf8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
