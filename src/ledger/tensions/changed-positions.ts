import { type Kysely, sql } from "kysely";
import { all } from "../json-rows.js";
import type { Stand } from "../positions/stand.js";
import { sharedWords } from "../positions/stand-likeness.js";
import type { Schema } from "../schema.js";
import { tensionWords } from "./tension-words.js";
import { type FoundClashes, made, type Told } from "./told.js";

/** Positions that gave way to opposed ones on one matter: who praises for one thing may blame for another. */
export async function changedPositions(
  db: Kysely<Schema>,
  positions: readonly string[],
): Promise<FoundClashes[]> {
  if (positions.length === 0) return [];
  const { rows } = await sql<{
    earlier: string;
    later: string;
    from: string;
    to: string;
    first: string;
    second: string;
  }>`select c.earlier, c.later, a.content as "from", b.content as "to", ${standSide("a")} as first,
      ${standSide("b")} as second
    from position_changes c join stands a on a.id = c.earlier_stand join stands b on b.id = c.later_stand
    where c.earlier in ${all(positions)} or c.later in ${all(positions)} order by c.earlier, c.later`.execute(
    db,
  );
  return rows.flatMap(({ earlier, later, from, to, first, second }) => {
    if (!areOnOneMatter(JSON.parse(from), JSON.parse(to))) return [];
    const basis = `${earlier} ${later}`;
    const sides = [first, second].map((side) => ({ ...JSON.parse(side), basis })) as [StandSide, StandSide];
    const [a, b] = sides;
    const who = [a.actor, ...(a.person ? [a.person] : [])].join(" ");
    const actors = {
      actors: [...new Set([a.actor.split(".")[0]!, ...a.toward.filter((code) => b.toward.includes(code))])],
      about: [...new Set([...a.about, ...b.about])],
    };
    const found = made("changed-position", sides, actors);
    const reason = `${who} ${a.stance}, then ${b.stance} ${actors.actors.slice(1).join(", ")}`;
    return {
      bases: [earlier, later],
      clashes: [{ ...found, reason: `${reason}: ${tensionWords().rules[found.rule]}` }],
    };
  });
}

/** True where both name a common third, or their sentences share words. */
function areOnOneMatter(a: Stand, b: Stand): boolean {
  const cosine = sharedWords(a, b).reduce((sum, [, weight]) => sum + weight, 0);
  return cosine >= SAME_MATTER || a.about.some((code) => b.about.includes(code));
}

const SAME_MATTER = 0.2;

interface StandSide extends Told {
  readonly actor: string;
  readonly stance: string;
  readonly person?: string;
  readonly toward: readonly string[];
  readonly about: readonly string[];
}

/** A stand with the offsets and words of its event or statement. */
function standSide(stand: string) {
  return sql.raw(`json_patch(${stand}.content, coalesce(
    (select json_object('start', trigger_start_offset, 'end', trigger_end_offset, 'words', trigger_words,
      'sentence', sentence) from events where id = ${stand}.content ->> 'row'),
    (select json_object('start', p.start_offset, 'end', p.end_offset, 'words', p.words, 'sentence', s.words)
      from statements s join statement_spans p on p.statement = s.id and p.role = 'content' and p.position = 0
      where s.id = ${stand}.content ->> 'row'), '{}'))`);
}
