/** What the ledger knows of a report's licence. */
export interface LicensedReport {
  readonly outlet: string | null;
  readonly published: string | null;
  readonly licence_terms: string | null;
  /** What a copy must carry, separated by semicolons. */
  readonly licence_must_carry: string | null;
}

interface Terms {
  readonly mustCarry: Set<string>;
  reports: number;
  first: string | undefined;
  last: string | undefined;
}

/** What a copy of the exported rows must say of where they come from, outlet by outlet. */
export class Attribution {
  private readonly outlets = new Map<string, Map<string, Terms>>();

  add({ outlet, published, licence_terms, licence_must_carry }: LicensedReport): void {
    const byTerms = entry(this.outlets, outlet ?? "", () => new Map<string, Terms>());
    const terms = entry(byTerms, licence_terms ?? "", newTerms);
    terms.reports++;
    for (const part of licence_must_carry?.split("; ") ?? []) if (part) terms.mustCarry.add(part);
    if (published === null) return;
    if (terms.first === undefined || published < terms.first) terms.first = published;
    if (terms.last === undefined || published > terms.last) terms.last = published;
  }

  /** The lines of ATTRIBUTION.txt: outlets by name, the unknown last. */
  lines(): string[] {
    const named = [...this.outlets].sort(([a], [b]) => compare(a || "\u{10ffff}", b || "\u{10ffff}"));
    return [
      "The rows rest on reports of the outlets below, whose words they quote. Name the outlet with",
      "each row that you show, and keep to its terms.",
      "",
      ...named.flatMap(([outlet, byTerms]) => [
        outlet || "Outlet unknown",
        ...[...byTerms]
          .sort(([a], [b]) => compare(a, b))
          .flatMap(([terms, found]) => termLines(terms, found)),
        "",
      ]),
      "Event types, modes, sectors: PLOVER (openeventdata/PLOVER). CAMEO codes by its crosswalk of 2021.",
      "Coordinates of places: GeoNames, https://www.geonames.org, CC BY 4.0.",
    ];
  }
}

function newTerms(): Terms {
  return { mustCarry: new Set(), reports: 0, first: undefined, last: undefined };
}

function termLines(terms: string, { mustCarry, reports, first, last }: Terms): string[] {
  const days = first === undefined ? "" : first === last ? `, ${first}` : `, ${first} to ${last}`;
  return [
    `  ${reports} ${reports === 1 ? "report" : "reports"}${days}`,
    `  Terms: ${terms ? oneLine(terms) : "none stated in the text; those of the outlet apply"}`,
    ...(mustCarry.size > 0
      ? [`  A copy must carry: ${[...mustCarry].map(oneLine).sort(compare).join("; ")}`]
      : []),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
