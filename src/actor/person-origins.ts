import type { Word } from "../language/analysis.js";
import { children } from "../language/tree.js";
import { citizenship, kinBeside } from "./clause-titles.js";
import type { Description } from "./describe.js";
import { Describer } from "./describer.js";
import { isPlural } from "./draft.js";
import type { Hit } from "./hits.js";
import { formsOf, stateCode } from "./modifiers.js";
import type { Titled } from "./people.js";
import { demonymBefore } from "./titles.js";

/** Finds of which state or body people are whose role the report leaves out: by demonym, relatives, outlet or company. */
export class PersonOrigins extends Describer {
  /** What tells of a person's state or body, but not what the person is there. */
  protected originOf(hit: Hit): Titled | undefined {
    return (
      this.#memberBehind(hit) ??
      this.#partyBefore(hit) ??
      this.#demonymBefore(hit) ??
      this.#citizen(hit) ??
      this.#kin(hit) ??
      this.#outlet(hit)
    );
  }

  /** One who heads or belongs to a body is described by the body. */
  protected belonging(noun: Word, role: string): Description | undefined {
    const [body] = this.actorsAt(noun.index);
    if (!body) return undefined;
    const { code, sector, agency } = body;
    const by = `${role === "head" ? "heads" : "of"} "${this.textOf(noun)}"`;
    return {
      codes: [code],
      ...(sector && { sector }),
      ...(agency && { agency }),
      role,
      by,
      open: false,
      pending: false,
      ofInstitution: false,
      tenure: "now",
    };
  }

  /** "William Hughes, D-N.J.", "William Hughes (D-N.J.)": party and state behind the name of a member of an American parliament. */
  #memberBehind(hit: Hit): Titled | undefined {
    const { words } = this.analysis;
    const mark = words[hit.last]?.form;
    if (mark !== "," && mark !== "(") return undefined;
    const [party, hyphen, state] = words.slice(hit.last + 1, hit.last + 4).map(({ form }) => form);
    const joined = /^[DRI]-\p{Lu}/u.test(party ?? "");
    const parted = /^[DRI]$/.test(party ?? "") && hyphen === "-" && /^\p{Lu}/u.test(state ?? "");
    if (!joined && !parted) return undefined;
    const description = { ...ofState("USA", `party and state behind the name`), sector: "LEG" as const };
    return { hit, description, first: hit.first, last: hit.last, open: false };
  }

  /** "Republican Rick Lazio": one of the party right before the name. */
  #partyBefore(hit: Hit): Titled | undefined {
    const party = this.hits.at(hit.first - 1);
    const [name] = party?.names ?? [];
    const top = party && this.analysis.words[party.top]!;
    if (name?.kind !== "party" || top!.sentence !== this.analysis.words[hit.first]!.sentence)
      return undefined;
    const joined = top!.head >= hit.first && top!.head < hit.last;
    const description = joined && !isPlural(top!) ? this.belonging(top!, "") : undefined;
    return description && { hit, description, first: party!.first, last: hit.last, open: false };
  }

  /** "British architect Norman Foster": a state's adjective before a name tells the state and nothing more. */
  #demonymBefore(hit: Hit): Titled | undefined {
    return this.#ofState(hit, demonymBefore(this.analysis, this.hits, hit), "before the name");
  }

  /** "Rasmus Lund, a Dane", "Lund, 49, is Danish". */
  #citizen(hit: Hit): Titled | undefined {
    const found = this.#ofState(hit, citizenship(this.analysis, this.hits, hit), "beside the name");
    return found && { ...found, description: { ...found.description, sector: "CVL" } };
  }

  #ofState(hit: Hit, demonym: Hit | undefined, where: string): Titled | undefined {
    const code = demonym && stateCode(demonym);
    if (!code) return undefined;
    return {
      hit,
      description: ofState(code, `"${formsOf(this.analysis, demonym)}" ${where}`),
      first: Math.min(demonym.first, hit.first),
      last: Math.max(demonym.last, hit.last),
      open: false,
    };
  }

  /** "CNN's Jane Roe", "REUTERS/Jane Roe", "Jane Roe/AP": the outlet, company or organisation whose the person is. */
  #outlet(hit: Hit): Titled | undefined {
    const { words } = this.analysis;
    const before = words[hit.first - 1];
    const behind = words[hit.last];
    const article = words[hit.last + 1]?.upos === "DET" ? 1 : 0;
    const owner =
      before?.xpos === "POS" || before?.form === "/"
        ? this.hits.at(hit.first - 2)
        : behind?.form === "/"
          ? this.hits.at(hit.last + 1 + article)
          : undefined;
    if (!owner || !OWNERS.has(owner.names[0]?.kind ?? "")) return undefined;
    const description = this.belonging(words[owner.top]!, "of");
    const first = Math.min(owner.first, hit.first);
    return description && { hit, description, first, last: Math.max(owner.last, hit.last), open: false };
  }

  /** "Zuma's nephew, Clive Zuma", "Xi's brother-in-law Deng Jiagui": a relative is of the same state, and of no office. */
  #kin(hit: Hit): Titled | undefined {
    const noun = kinBeside(this.analysis, hit);
    const owner = noun && children(this.analysis, noun).find((c) => c.deprel === "nmod:poss");
    const [actor] = owner ? this.actorsAt(owner.index) : [];
    if (!actor) return undefined;
    const state = ofState(actor.code, `${noun!.form} of somebody of ${actor.code}`);
    return this.titled(hit, noun!, { ...state, sector: "CVL" });
  }

  /** A title of a person in the phrase of a noun. */
  protected titled(hit: Hit, noun: Word, description: Description | undefined): Titled | undefined {
    if (!description) return undefined;
    const phrase = this.phrase(noun.index);
    let { last } = phrase;
    for (const c of phrase.complements) if (c.head >= last) last = Math.max(last, this.phrase(c.head).last);
    return {
      hit,
      description,
      first: Math.min(phrase.first, hit.first),
      last: Math.max(last, hit.last),
      open: description.ofInstitution,
      noun: noun.index,
    };
  }

  protected textOf(word: Word): string {
    return formsOf(this.analysis, this.phrase(word.index));
  }
}

/** Kinds of bodies whose people are called by them. */
const OWNERS: ReadonlySet<string> = new Set(["media", "organisation", "company", "party"]);

/** One of whom the state is told, and no more. */
function ofState(code: string, by: string): Description {
  return { codes: [code], role: "", by, open: false, pending: false, ofInstitution: false, tenure: "now" };
}
