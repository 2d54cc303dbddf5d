import { identifier } from "../../record/identifier.js";
import { commonest, heaviestWords } from "../commonest.js";
import { groupBy } from "../group-by.js";
import type { LinkedExchangeActorTable, TurnLinkTable } from "../schema.js";
import type { AnswerKind, OpeningKind } from "./exchange.js";
import type { Turn } from "./turn.js";

/** An answer, however many reports tell it. */
export interface DecidedAnswer {
  /** The turn that tells it first. */
  readonly turn: Turn;
  readonly happening?: string;
  readonly answerIs: AnswerKind;
  readonly link: "explicit" | "inferred";
  readonly exchange?: string;
  readonly sure?: number;
  readonly reasons: readonly string[];
}

/** An exchange as its turns make it. */
export interface DecidedExchange {
  readonly id: string;
  readonly openingIs: OpeningKind;
  readonly happening?: string;
  /** All turns that tell the opening, the first one first. */
  readonly turns: readonly Turn[];
  readonly name: string;
  readonly answers: readonly DecidedAnswer[];
  readonly actors: readonly Pick<LinkedExchangeActorTable, "role" | "code">[];
}

/**
 * The exchange of the openings of one group, tellings of one happening or a turn by itself, with the turns that answer them.
 * @param links to the openings
 * @param happeningOf the happening of a turn; undefined where it is in none
 */
export function decideExchange(
  openings: readonly Turn[],
  links: readonly TurnLinkTable[],
  turns: ReadonlyMap<string, Turn>,
  happeningOf: (turn: string) => string | undefined,
): DecidedExchange {
  const ordered = [...openings].sort(inOrder);
  const first = ordered[0]!;
  const happening = happeningOf(first.id);
  const group = happening ?? first.id;
  const told = links.filter(({ answer }) => turns.has(answer) && (happeningOf(answer) ?? answer) !== group);
  const answers = [...groupBy(told, ({ answer }) => happeningOf(answer) ?? answer).values()].map((of) =>
    decideAnswer(of, turns, happeningOf),
  );
  answers.sort((a, b) => inOrder(a.turn, b.turn));
  return {
    id: identifier("d", group, "exchange"),
    openingIs: commonest(ordered.map(({ opens }) => opens!)),
    ...(happening && { happening }),
    turns: ordered,
    name: heaviestWords(ordered.map(({ words }) => words)),
    answers,
    actors: actorsOf(
      ordered,
      answers.map(({ turn }) => turn),
    ),
  };
}

/** @param links of turns that tell the same answer; at least one */
function decideAnswer(
  links: readonly TurnLinkTable[],
  turns: ReadonlyMap<string, Turn>,
  happeningOf: (turn: string) => string | undefined,
): DecidedAnswer {
  const best = [...links].sort(
    (a, b) =>
      Number(b.link === "explicit") - Number(a.link === "explicit") ||
      (b.similarity ?? 0) - (a.similarity ?? 0) ||
      (a.answer < b.answer ? -1 : 1),
  )[0]!;
  const turn = links.map(({ answer }) => turns.get(answer)!).sort(inOrder)[0]!;
  const happening = happeningOf(best.answer);
  return {
    turn,
    ...(happening && { happening }),
    answerIs: best.answer_is as AnswerKind,
    link: best.link,
    ...(best.exchange && { exchange: best.exchange }),
    ...(best.similarity !== null && { sure: best.similarity }),
    reasons: best.reasons ? (JSON.parse(best.reasons) as string[]) : [],
  };
}

/** By day, then report and place in it. */
function inOrder(a: Turn, b: Turn): number {
  const [x, y] = [`${a.day} ${a.report}`, `${b.day} ${b.report}`];
  return x < y ? -1 : x > y ? 1 : a.sentence - b.sentence || (a.id < b.id ? -1 : 1);
}

function actorsOf(openings: readonly Turn[], answers: readonly Turn[]): DecidedExchange["actors"] {
  const codes = (turns: readonly Turn[], of: (turn: Turn) => readonly string[]) => [
    ...new Set(turns.flatMap(of)),
  ];
  const by = ({ by }: Turn) => by.map(({ code }) => code);
  const asks = codes(openings, by);
  const asked = codes(openings, ({ to }) => to);
  const about = codes(openings, ({ about }) => about).filter(
    (code) => !asks.includes(code) && !asked.includes(code),
  );
  return [
    ...asks.map((code) => ({ role: "asks" as const, code })),
    ...asked.map((code) => ({ role: "asked" as const, code })),
    ...codes(answers, by).map((code) => ({ role: "answers" as const, code })),
    ...about.map((code) => ({ role: "about" as const, code })),
  ];
}
