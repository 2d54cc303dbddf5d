import { fold, rawPiecesOfName } from "./fold.js";
import { type Sector, sector } from "./sector.js";
import { list, type Row, readTable } from "./table.js";

/**
 * What kind of role a noun names: `office` (one holder in a state), `post` (one of many in service), `private`
 * (a person outside government), `outsider` (one who speaks of a state without belonging to it: "North Korea
 * expert"), `institution` (the one such body of a state), `body` (one of many organisations),
 * `group` (people together), `carrier` (takes its sector from whom it serves: "spokesman").
 */
export type RoleKind =
  | "office"
  | "post"
  | "private"
  | "outsider"
  | "institution"
  | "body"
  | "group"
  | "carrier";

/** A role noun or a ministry's name by pattern. */
export interface RoleEntry {
  readonly role: string;
  readonly kind: RoleKind;
  readonly sector?: Sector;
  /** The body that the role belongs to ("foreign ministry"). */
  readonly agency?: string;
  /** The state, where the role tells it by itself ("congressman": USA). */
  readonly code?: string;
  /** True for nouns that name a state by what it is to another ("country", "neighbor", "ally", "side"). */
  readonly state: boolean;
  /** True for roles that count only with a capital ("Major"). */
  readonly capital: boolean;
}

/** A role noun with the folded words to look up. */
export interface RoleNoun {
  readonly keys: readonly string[];
  readonly entry: RoleEntry;
}

type RoleLine = Row<"role" | "kind" | "sector" | "agency" | "code">;
type Portfolio = {
  readonly sector: Sector;
  readonly agency: string;
  readonly names: readonly string[];
  readonly firstWords: ReadonlySet<string>;
};
/** `firstWord`: with which the form begins; undefined where it begins with the portfolio. */
type Form = { readonly kind: string; readonly form: string; readonly firstWord: string | undefined };

/**
 * Every role noun of `roles.tsv`, and every portfolio of `agencies.tsv` in every form of `agency-forms.tsv`. They are
 * made when their first word is asked for: the forms of all portfolios are thousands, and a report holds few.
 */
export class RoleNouns {
  readonly #lines = new Map<string, RoleLine[]>();
  readonly #portfolios: readonly Portfolio[];
  readonly #forms: readonly Form[];
  readonly #firstWords: ReadonlySet<string>;

  constructor() {
    for (const line of readTable("roles.tsv", ["role", "kind", "sector", "agency", "code"])) {
      const word = firstWordOf(line.role.toLowerCase());
      const known = this.#lines.get(word);
      if (known) known.push(line);
      else this.#lines.set(word, [line]);
    }
    this.#forms = readTable("agency-forms.tsv", ["kind", "form"]).map(({ kind, form }) => ({
      kind,
      form,
      firstWord: form.startsWith(PORTFOLIO) ? undefined : firstWordOf(form),
    }));
    this.#portfolios = readTable("agencies.tsv", ["agency", "sector", "names"]).map((row) => ({
      sector: sector(row.sector)!,
      agency: row.agency,
      names: list(row.names),
      firstWords: new Set(list(row.names).map(firstWordOf)),
    }));
    this.#firstWords = new Set([
      ...this.#lines.keys(),
      ...this.#portfolios.flatMap(({ firstWords }) => [...firstWords]),
      ...this.#forms.flatMap(({ firstWord }) => firstWord ?? []),
      ...DEPUTIES.keys(),
    ]);
  }

  /** The words with which role nouns begin, folded. */
  firstWords(): ReadonlySet<string> {
    return this.#firstWords;
  }

  /** The role nouns that begin with a word (folded); the first of those that are written alike. */
  startingWith(word: string): readonly RoleNoun[] {
    const nouns = new Map<string, RoleNoun>();
    const add = (entry: RoleEntry) => {
      const keys = rawPiecesOfName(entry.role).map(fold);
      const key = keys.join(" ");
      if (!nouns.has(key)) nouns.set(key, { keys, entry });
    };
    for (const line of this.#lines.get(word) ?? []) add(listedRole(line));
    const isDeputies = DEPUTIES.has(word);
    for (const portfolio of this.#portfolios) {
      for (const name of portfolio.names) {
        const isOwn = portfolio.firstWords.has(word) && firstWordOf(name) === word;
        for (const { kind, form, firstWord } of this.#forms) {
          const isFirst = firstWord === undefined;
          const isDeputy = isFirst && isDeputies && kind === "office";
          if (!isDeputy && (isFirst ? !isOwn : firstWord !== word)) continue;
          const role = form.replace(PORTFOLIO, name);
          if (firstWordOf(role) === word) add(portfolioRole(role, kind as RoleKind, portfolio));
          if (isDeputy)
            add(portfolioRole(`${word} ${role}`, "post", { ...portfolio, ...DEPUTIES.get(word) }));
        }
      }
    }
    return [...nouns.values()];
  }

  /** Every role noun: thousands. */
  all(): readonly RoleNoun[] {
    return [...this.#firstWords].flatMap((word) => this.startingWith(word));
  }
}

function listedRole(line: RoleLine): RoleEntry {
  const state = line.sector === "STATE";
  const of = state ? undefined : sector(line.sector);
  return {
    role: line.role.toLowerCase(),
    kind: line.kind as RoleKind,
    state,
    capital: line.role[0] !== line.role[0]!.toLowerCase(),
    ...(of && { sector: of }),
    ...(line.agency && { agency: line.agency }),
    ...(line.code && { code: line.code }),
  };
}

function portfolioRole(
  role: string,
  kind: RoleKind,
  { sector, agency }: Pick<Portfolio, "sector" | "agency">,
): RoleEntry {
  return { role, kind, sector, agency, state: false, capital: false };
}

function firstWordOf(role: string): string {
  return fold(FIRST_WORD.exec(role)?.[0] ?? "");
}

/** Where a form of `agency-forms.tsv` takes the portfolio. */
const PORTFOLIO = "{p}";
/** Words before a minister's office that make another of it; a shadow minister is of the opposition. */
const DEPUTIES: ReadonlyMap<string, { readonly sector?: Sector }> = new Map([
  ["deputy", {}],
  ["vice", {}],
  ["assistant", {}],
  ["shadow", { sector: "OPP" }],
]);
const FIRST_WORD = /^[^\s\-–/,()']+/;
