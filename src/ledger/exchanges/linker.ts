import type { TurnLinkTable } from "../schema.js";
import { cosineOf } from "../stories/similarity.js";
import { answers, type PointedAnswer } from "./answer.js";
import { answerWithin } from "./answer-within.js";
import { EXCHANGE_RULES } from "./rules.js";
import type { ToldLink, Turn } from "./turn.js";
import type { TurnTables } from "./turn-tables.js";

/**
 * Links each turn that may answer to what it answers: what the text joins, else the likeliest opening of its
 * own report, else the one of another for which most speaks.
 * A link depends on the set of reports alone; after a change only those answers are looked at that it may concern.
 */
export class Linker {
  private readonly answers = new Set<string>();
  /** Turns that came, went, or whose links may have changed. */
  readonly touched = new Set<string>();

  constructor(private readonly tables: TurnTables) {}

  async put(turns: readonly Turn[], links: readonly ToldLink[]): Promise<void> {
    if (turns.length === 0) return;
    this.tables.put(turns, links);
    for (const turn of turns) await this.touch(turn);
  }

  /** Takes a report's turns out. */
  async take(report: string): Promise<void> {
    const turns = await this.tables.ofReport(report);
    for (const turn of turns) await this.touch(turn);
    for (const { answer, opening } of await this.tables.links(turns.map(({ id }) => id))) {
      this.answers.add(answer);
      this.touched.add(opening);
    }
    await this.tables.take(report);
  }

  /** Links the answers again that a change may concern. */
  async settle(): Promise<void> {
    if (this.answers.size === 0) return;
    const turns = await this.tables.turns([...this.answers]);
    const before = await this.tables.links([...this.answers]);
    for (const { opening } of before) this.touched.add(opening);
    await this.tables.takeInferred([...this.answers]);
    const joined = new Set(
      before.flatMap(({ link, answer, opening }) =>
        link === "explicit" && !isExchange(opening) ? answer : [],
      ),
    );
    const own = new Map<string, Turn[]>();
    const links: TurnLinkTable[] = [];
    const answering = turns.filter(({ id, answers }) => answers && !joined.has(id));
    const elsewhere = await this.tables.openingsFor(
      answering.filter(({ answers }) => answers !== "response"),
    );
    for (const turn of answering) {
      if (!own.has(turn.report)) own.set(turn.report, await this.tables.ofReport(turn.report));
      const best =
        answerWithin(own.get(turn.report)!, turn) ?? (await this.best(turn, elsewhere.get(turn.id) ?? []));
      if (!best) continue;
      this.touched.add(best.opening);
      links.push({
        answer: turn.id,
        opening: best.opening,
        report: turn.report,
        answer_is: best.answerIs,
        link: "inferred",
        exchange: null,
        similarity: best.sure,
        reasons: JSON.stringify(best.reasons),
      });
    }
    this.tables.putLinks(links);
    this.answers.clear();
  }

  /** The best opening of another report. */
  private async best(turn: Turn, openings: readonly Turn[]): Promise<PointedAnswer | undefined> {
    const terms = await this.tables.termsOf([turn.report, ...new Set(openings.map(({ report }) => report))]);
    const alike = (report: string) => cosineOf(terms.get(report) ?? [], terms.get(turn.report) ?? []);
    let best: PointedAnswer | undefined;
    for (const opening of openings) {
      const found = answers(opening, turn, alike(opening.report));
      if (!found || found.points < EXCHANGE_RULES.points) continue;
      if (
        !best ||
        found.points > best.points ||
        (found.points === best.points && found.opening < best.opening)
      )
        best = found;
    }
    return best;
  }

  private async touch(turn: Turn): Promise<void> {
    this.touched.add(turn.id);
    if (turn.answers) this.answers.add(turn.id);
    if (turn.opens) for (const answer of await this.tables.answersTo(turn)) this.answers.add(answer);
  }
}

/** True for an opening that only joining words tell. */
function isExchange(id: string): boolean {
  return id.startsWith("x");
}
