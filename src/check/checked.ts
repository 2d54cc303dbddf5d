export const SECTIONS = [
  "report",
  "statements",
  "events",
  "exchanges",
  "relations",
  "quantities",
  "across",
] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * What became of a gold row, or of a row of the ledger that the gold does not have ("extra"). "wrong": it is there and
 * says something else; "not kept": the ledger keeps nothing of the kind.
 */
export type CheckedState = "found" | "wrong" | "missing" | "extra" | "not kept";

export interface CheckedRow {
  readonly kind: "checked";
  readonly section: Section;
  readonly state: CheckedState;
  /** The name of the gold file, without folder, ending and a leading "gold-". */
  readonly gold: string;
  /** The gold row: its own identifier, or section and place ("statement 3"); absent for what is extra. */
  readonly name?: string;
  /** Identifier of the ledger's row. */
  readonly row?: string;
  /** What the row is about, in the words of the gold or the report. */
  readonly words: string;
  /** A good reading may leave it out. */
  readonly may: boolean;
  /** What is otherwise than the gold says: the reason of "wrong", lesser particulars of "found". */
  readonly differs: readonly string[];
}

/** How many rows of a section were found, out of those that must be. */
export interface SectionFigures {
  readonly gold: number;
  readonly found: number;
  /** Of these, with every particular as in the gold. */
  readonly whole: number;
  readonly wrong: number;
  readonly missing: number;
  readonly notKept: number;
  /** Rows marked `may`, and how many of them were found. */
  readonly may: number;
  readonly mayFound: number;
  readonly extra: number;
}

export type Figures = Readonly<Record<Section, SectionFigures>>;

export interface Checked {
  readonly rows: readonly CheckedRow[];
  readonly figures: Figures;
  /** True where every row that is not `may` was found. */
  readonly complete: boolean;
}

/** Counts the rows of each section. */
export function figuresOf(rows: readonly CheckedRow[]): Figures {
  const of = (section: Section): SectionFigures => {
    const own = rows.filter((row) => row.section === section);
    const must = own.filter(({ may, state }) => !may && state !== "extra");
    const optional = own.filter(({ may }) => may);
    const count = (state: CheckedState) => must.filter((row) => row.state === state).length;
    return {
      gold: must.length,
      found: count("found"),
      whole: must.filter(({ state, differs }) => state === "found" && differs.length === 0).length,
      wrong: count("wrong"),
      missing: count("missing"),
      notKept: count("not kept"),
      may: optional.length,
      mayFound: optional.filter(({ state }) => state === "found").length,
      extra: own.filter(({ state }) => state === "extra").length,
    };
  };
  return Object.fromEntries(SECTIONS.map((section) => [section, of(section)])) as unknown as Figures;
}
