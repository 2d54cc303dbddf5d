import type { TurnLinkTable } from "../schema.js";
import { cosineOf } from "../stories/similarity.js";
import { type Answer, answers, type PointedAnswer } from "./answer.js";
import { answerWithin } from "./answer-within.js";
import { EXCHANGE_RULES } from "./rules.js";
import type { Turn } from "./turn.js";
import type { ToldTurns, TurnTables } from "./turn-tables.js";

/**
 * Links each turn that may answer to what it answers: what the text joins, else the likeliest opening of its
 * own report, else the one of another for which most speaks.
 * A link depends on the set of reports alone; after a change only those answers are looked at that it may concern.
 */
export class Linker {
  private readonly answers = new Set<string>();
  /** Turns that came, went, or whose links have changed. */
  readonly touched = new Set<string>();
  /** Openings that came or went. */
  private readonly openings: Turn[] = [];

  constructor(private readonly tables: TurnTables) {}

  /** Puts the turns of reports in. */
  put(told: readonly ToldTurns[]): void {
    const some = told.filter(({ turns }) => turns.length > 0);
    this.tables.put(some);
    for (const { turns } of some) for (const turn of turns) this.touch(turn);
  }

  /** Takes a report's turns out. */
  async take(report: string): Promise<void> {
    const turns = await this.tables.ofReport(report);
    for (const turn of turns) this.touch(turn);
    for (const { answer, opening } of await this.tables.links(turns.map(({ id }) => id))) {
      this.answers.add(answer);
      this.touched.add(opening);
    }
    await this.tables.take(report);
  }

  /** Links the answers again that a change may concern. */
  async settle(): Promise<void> {
    for (const answer of await this.tables.answersTo(this.openings.splice(0))) this.answers.add(answer);
    if (this.answers.size === 0) return;
    const ids = [...this.answers];
    this.answers.clear();
    const before = await this.tables.links(ids);
    const joined = new Set(
      before.flatMap(({ link, answer, opening }) =>
        link === "explicit" && !isExchange(opening) ? answer : [],
      ),
    );
    const answering = (await this.tables.turns(ids)).filter(({ id, answers }) => answers && !joined.has(id));
    const now = new Map((await this.linked(answering)).map((link) => [link.answer, link]));
    const stored = new Map(
      before.flatMap((link) => (link.link === "inferred" ? [[link.answer, link] as const] : [])),
    );
    const changed = ids.filter((id) => !isSame(stored.get(id), now.get(id)));
    for (const id of changed)
      for (const link of [stored.get(id), now.get(id)]) if (link) this.touched.add(link.opening);
    await this.tables.takeInferred(changed);
    this.tables.putLinks(changed.flatMap((id) => now.get(id) ?? []));
  }

  /** The inferred links of turns: to an opening of their own report, else to the best of another. */
  private async linked(answering: readonly Turn[]): Promise<TurnLinkTable[]> {
    const links: TurnLinkTable[] = [];
    const open: Turn[] = [];
    for (const turn of answering) {
      const within = answerWithin(await this.tables.ofReport(turn.report), turn);
      if (within) links.push(linkOf(turn, within));
      else if (turn.answers !== "response") open.push(turn);
    }
    const elsewhere = await this.tables.openingsFor(open);
    const reports = [...open, ...[...elsewhere.values()].flat()].map(({ report }) => report);
    const terms = await this.tables.termsOf([...new Set(reports)]);
    for (const turn of open) {
      const alike = (report: string) => cosineOf(terms.get(report) ?? [], terms.get(turn.report) ?? []);
      const best = bestOf(turn, elsewhere.get(turn.id) ?? [], alike);
      if (best) links.push(linkOf(turn, best));
    }
    return links;
  }

  private touch(turn: Turn): void {
    this.touched.add(turn.id);
    if (turn.answers) this.answers.add(turn.id);
    if (turn.opens) this.openings.push(turn);
  }
}

/** The best opening of another report. */
function bestOf(
  turn: Turn,
  openings: readonly Turn[],
  alike: (report: string) => number,
): PointedAnswer | undefined {
  let best: PointedAnswer | undefined;
  for (const opening of openings) {
    const found = answers(opening, turn, alike(opening.report));
    if (!found || found.points < EXCHANGE_RULES.points) continue;
    if (!best || found.points > best.points || (found.points === best.points && found.opening < best.opening))
      best = found;
  }
  return best;
}

function linkOf({ id, report }: Turn, { opening, answerIs, sure, reasons }: Answer): TurnLinkTable {
  return {
    answer: id,
    opening,
    report,
    answer_is: answerIs,
    link: "inferred",
    exchange: null,
    similarity: sure,
    reasons: JSON.stringify(reasons),
  };
}

function isSame(a: TurnLinkTable | undefined, b: TurnLinkTable | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.opening === b.opening &&
    a.report === b.report &&
    a.answer_is === b.answer_is &&
    a.similarity === b.similarity &&
    a.reasons === b.reasons
  );
}

/** True for an opening that only joining words tell. */
function isExchange(id: string): boolean {
  return id.startsWith("x");
}
