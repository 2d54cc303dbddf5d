import type { Insertable } from "kysely";
import type { Mention } from "../../actor/actor.js";
import type { Statement } from "../../quotation/statement.js";
import type { StatementActorTable } from "../schema.js";

/** Who speaks in each statement or is named in what is said or to whom, each code once. */
export function statementActorRows(
  statements: readonly Statement[],
  mentions: readonly Mention[],
): Insertable<StatementActorTable>[] {
  const inOrder = [...mentions].sort((a, b) => a.start - b.start);
  return statements.flatMap(({ id, speaker, content, addressee }) => {
    const codes = new Set<string>(speaker.known ? [speaker.value.code] : []);
    for (const span of addressee ? [...content, addressee] : content)
      for (let i = firstFrom(inOrder, span.start); i < inOrder.length && inOrder[i]!.start < span.end; i++)
        if (inOrder[i]!.end <= span.end) for (const { code } of inOrder[i]!.actors) codes.add(code);
    return [...codes].map((code) => ({ code, statement: id }));
  });
}

/** The first mention that begins at `offset` or later; found by halving. */
function firstFrom(mentions: readonly Mention[], offset: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
