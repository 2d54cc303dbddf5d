import { fold, rawPiecesOfName } from "./fold.js";
import { type Sector, sector } from "./sector.js";
import { list, readTable } from "./table.js";

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

/** Every role noun, and every portfolio of `agencies.tsv` in every form, with the folded words to look up. */
export function loadRoles(): readonly { keys: readonly string[]; entry: RoleEntry }[] {
  const out: { keys: readonly string[]; entry: RoleEntry }[] = [];
  const taken = new Set<string>();
  const add = (entry: RoleEntry) => {
    const keys = rawPiecesOfName(entry.role).map(fold);
    const key = keys.join(" ");
    if (taken.has(key)) return;
    taken.add(key);
    out.push({ keys, entry });
  };
  for (const row of readTable("roles.tsv", ["role", "kind", "sector", "agency", "code"])) {
    const state = row.sector === "STATE";
    const of = state ? undefined : sector(row.sector);
    add({
      role: row.role.toLowerCase(),
      kind: row.kind as RoleKind,
      state,
      capital: row.role[0] !== row.role[0]!.toLowerCase(),
      ...(of && { sector: of }),
      ...(row.agency && { agency: row.agency }),
      ...(row.code && { code: row.code }),
    });
  }
  const forms = readTable("agency-forms.tsv", ["kind", "form"]);
  for (const portfolio of readTable("agencies.tsv", ["agency", "sector", "names"])) {
    const shared = {
      sector: sector(portfolio.sector)!,
      agency: portfolio.agency,
      state: false,
      capital: false,
    };
    for (const name of list(portfolio.names)) {
      for (const { kind, form } of forms) {
        const role = form.replace("{p}", name);
        add({ role, kind: kind as RoleKind, ...shared });
        if (kind !== "office" || !form.startsWith("{p}")) continue;
        for (const deputy of ["deputy", "vice", "assistant"])
          add({ role: `${deputy} ${role}`, kind: "post", ...shared });
      }
    }
  }
  return out;
}
