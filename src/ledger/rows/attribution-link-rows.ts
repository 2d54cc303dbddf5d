import type { AttributionLink, Statement } from "../../quotation/statement.js";
import type { Report } from "../../report/report.js";
import type { BasisColumns } from "../schema/columns.js";
import {
  actorColumns,
  actorOf,
  basisColumns,
  optionalSpan,
  optionalWordsColumns,
  present,
  readValue,
} from "./columns.js";

type Text = string | null;
/** Offsets and words; all of them null where there are none. */
type Words = readonly [start: number | null, end: number | null, words: Text];
/** One link, as the view `attribution_links` names what stands in it. */
type Link = readonly [
  role: AttributionLink["role"],
  mention: number | null,
  code: Text,
  sector: Text,
  agency: Text,
  person: Text,
  basis: BasisColumns["basis"] | null,
  rule: Text,
  reason: Text,
  toldIn: Text,
  ...span: Words,
  ...cue: Words,
  ...evidence: Words,
];

/** Through whom a statement came to its report, as JSON: a list each. */
export function attributionColumn(report: Report, { chain = [] }: Statement): string {
  const words = (span: Parameters<typeof optionalWordsColumns>[1]): Words => {
    const { start_offset, end_offset, words } = optionalWordsColumns(report.text, span);
    return [start_offset, end_offset, words];
  };
  const links = chain.map(({ role, mention, actor, statement, span, cue }): Link => {
    const { code, sector, agency, person } = actorColumns(actor?.known ? actor.value : undefined);
    const { basis, rule, reason } = actor ? basisColumns(actor) : { basis: null, rule: null, reason: null };
    const evidence = actor?.known ? actor.evidence : undefined;
    return [
      role,
      mention ?? null,
      code,
      sector,
      agency,
      person,
      basis,
      rule,
      reason,
      statement ?? null,
      ...words(span),
      ...words(cue),
      ...words(evidence),
    ];
  });
  return JSON.stringify(links);
}

/** The links of one statement, from its column. */
export function attributionLinksOf(column: string): AttributionLink[] {
  return (JSON.parse(column) as Link[]).map(
    ([role, mention, code, sector, agency, person, basis, rule, reason, toldIn, ...words]) => {
      const [start, end, , cueStart, cueEnd, , evidenceStart, evidenceEnd] = words;
      const actor = () => actorOf({ code, sector, agency, person });
      const evidence = optionalSpan(evidenceStart, evidenceEnd);
      return present<AttributionLink>({
        role,
        span: optionalSpan(start, end),
        cue: optionalSpan(cueStart, cueEnd),
        mention,
        actor: basis === null ? undefined : readValue({ basis, rule, reason }, actor, evidence),
        statement: toldIn,
      });
    },
  );
}
