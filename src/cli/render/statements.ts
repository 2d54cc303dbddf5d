import { actorCode } from "../../actor/actor.js";
import type { Statement } from "../../quotation/statement.js";
import type { Reading } from "../../reading/reading.js";
import { type Span, textOf } from "../../record/span.js";
import { clean, type Page, type Piece, paragraph } from "./paragraph.js";
import { act, participantNames, quoteSpans, shortId, timeWords } from "./words.js";

const INDENT = 12;
/** Longer quotations end in "…"; `explain` shows them whole. */
const LONGEST = 4;

/** The statements by speaker, in the order in which the speakers come up. */
export function statementLines(page: Page, reading: Reading): string[] {
  const groups = new Map<string, { head: Piece[]; statements: Statement[] }>();
  for (const statement of reading.statements) {
    const head = speakerHead(reading, statement);
    const key = head.map((piece) => piece.text).join("");
    const group = groups.get(key);
    if (group) group.statements.push(statement);
    else groups.set(key, { head, statements: [statement] });
  }
  return [...groups.values()].flatMap(({ head, statements }) => [
    ...paragraph(page, head, { indent: 2 }),
    ...statements.flatMap((statement) => oneStatement(page, reading, statement)),
  ]);
}

function speakerHead(reading: Reading, { speaker, source }: Statement): Piece[] {
  if (!speaker.known) {
    const words = source ? `“${clean(textOf(reading.report.text, source))}”` : "Speaker not named";
    return [
      { text: words, style: "bold" },
      { text: ` · not known: ${clean(speaker.reason)}`, style: "dim" },
    ];
  }
  const { person, agency } = speaker.value;
  const code = actorCode(speaker.value);
  const rest = [code, ...(agency ? [agency] : [])];
  return person
    ? [{ text: clean(person), style: "bold" }, { text: ` · ${clean(rest.join(", "))}` }]
    : [{ text: clean(agency ? `${code}, ${agency}` : code), style: "bold" }];
}

function oneStatement(page: Page, reading: Reading, statement: Statement): string[] {
  const { text } = reading.report;
  const words = statement.content.map((span) => clean(textOf(text, span))).join(" … ");
  const cue = statement.cue ? clean(textOf(text, statement.cue)) : undefined;
  const said: Piece[] = [
    { text: cue ?? "(no cue)", style: "dim" },
    { text: statement.form === "direct" ? ` “${words}”` : ` ${words}` },
  ];
  const named = (span: Span | undefined) => (span ? clean(textOf(text, span)) : undefined);
  const { addressee, act: does } = statement;
  const details = [
    statement.form,
    ...(does && does !== "asserts" ? [does] : []),
    ...(statement.part === "title" ? ["in the title"] : []),
    timeWords(reading, statement.when),
    named(statement.medium),
    named(statement.venue),
    statement.where === undefined ? undefined : clean(reading.places[statement.where]!.name),
    ...(addressee ? [`to ${named(addressee)}`] : []),
    ...passedOn(reading, statement),
    ...acts(reading, statement),
  ].filter((detail) => detail !== undefined);
  return [
    ...paragraph(page, said, {
      label: [{ text: `    ${shortId(statement.id)}`, style: "dim" }],
      indent: INDENT + 2,
      lines: LONGEST,
    }),
    ...paragraph(page, [{ text: details.join(" · "), style: "dim" }], { indent: INDENT + 2 }),
  ];
}

/** Through whom the words came, beside the speaker: "citing the ministry", "passed on by Yonhap". */
function passedOn({ report }: Reading, { chain = [] }: Statement): string[] {
  const names = (role: string) =>
    chain
      .filter((link) => link.role === role)
      .map((link) => (link.span ? clean(textOf(report.text, link.span)) : "somebody not named"));
  const origins = names("origin");
  const relays = names("relay");
  return [
    ...(origins.length > 0 ? [`citing ${origins.join(", ")}`] : []),
    ...(relays.length > 0 ? [`passed on by ${relays.join(", then ")}`] : []),
  ];
}

/** What the speaker does by saying it: "asks: CHN", from the acts of speech that are told inside it. */
function acts(reading: Reading, statement: Statement): string[] {
  const { speaker } = statement;
  if (!speaker.known) return [];
  const said = reading.events.filter(
    (event) =>
      event.claimedBy === statement.id &&
      event.status === "asserted" &&
      event.sources.some(
        ({ actor }) =>
          actor.known &&
          actor.value.code === speaker.value.code &&
          (actor.value.person ?? speaker.value.person) === speaker.value.person,
      ),
  );
  const lines = said.flatMap((event) => {
    const verb = act(event.type);
    if (verb === undefined) return [];
    const whom = participantNames(reading, event.targets) || "not named";
    return [`${verb}: ${whom}`];
  });
  return [...new Set(lines)];
}

/** The statement's words for a line that refers to it. */
export function statementWords(reading: Reading, statement: Statement): string {
  return clean(
    quoteSpans(reading.report.text, statement.content)
      .map((piece) => piece.text)
      .join(""),
  );
}
