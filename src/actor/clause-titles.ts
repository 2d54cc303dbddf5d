import { referenceWords } from "../knowledge/reference.js";
import type { Analysis, Word } from "../language/analysis.js";
import { children, governor, prepositionOf, relation } from "../language/tree.js";
import type { Hit, Hits } from "./hits.js";
import type { Tenure } from "./modifiers.js";
import { isPersonal } from "./titles.js";

/** What a clause around a person's name calls the person. */
export interface ClauseTitle {
  /** The role noun ("the new defence minister"), or what the person heads or belongs to. */
  readonly noun: Word;
  /** How the noun stands to the person: the person is it, heads it, or is of it. */
  readonly is: "role" | "headed" | "belonged to";
  /** When the office is held, as the verb tells it; undefined where it tells nothing. */
  readonly tenure?: Tenure;
}

/**
 * The title that a clause gives a person: "Geng is the ministry's spokesman", "named Ochieng as defence minister",
 * "Ochieng, who heads the central bank", "Moreau, appointed envoy last year", "Moreau of Amnesty International".
 */
export function clauseTitle(analysis: Analysis, hits: Hits, person: Hit): ClauseTitle | undefined {
  const top = analysis.words[person.top]!;
  const own = new Context(analysis, hits);
  const over = governor(analysis, top);
  const rel = top.deprel;
  if (over && (relation(top) === "nsubj" || rel === "obj" || rel === "xcomp")) {
    const found = own.called(over, top) ?? own.fromPredicate(over, rel, top);
    if (found) return found;
  }
  for (const child of children(analysis, top)) {
    if (child.index < person.first) continue;
    if (child.deprel === "acl:relcl") {
      const pronoun = children(analysis, child).find((c) => c.index < child.index && WHO.has(c.lemma));
      const found = pronoun && own.fromPredicate(child, pronoun.deprel, pronoun);
      if (found) return found;
    } else if (child.deprel === "acl") {
      const found = own.fromPredicate(child, child.xpos === "VBN" ? "nsubj:pass" : "nsubj", top);
      if (found) return found;
    }
  }
  return own.belongs(top, person);
}

/** "Prime Minister Berg of Norway": the state or body behind a name that has a title already. */
export function belongingOf(analysis: Analysis, hits: Hits, person: Hit): ClauseTitle | undefined {
  return new Context(analysis, hits).belongs(analysis.words[person.top]!, person);
}

/** The demonym that says of which state a person is: "Lund, a Dane", "Lund, who is Danish", "Lund is a Dane". */
export function citizenship(analysis: Analysis, hits: Hits, person: Hit): Hit | undefined {
  const top = analysis.words[person.top]!;
  const over = relation(top) === "nsubj" ? governor(analysis, top) : undefined;
  for (const word of over ? [over, ...children(analysis, top)] : children(analysis, top)) {
    if (word.index < person.last) continue;
    const hit = hits.at(word.index);
    if (!hit || !DEMONYMS.has(hit.names[0]?.kind ?? "") || hit.last !== word.index + 1) continue;
    const below = children(analysis, word);
    const predicate = word === over || word.deprel === "acl:relcl";
    if (predicate ? below.some((c) => c.deprel === "cop") && !below.some(isDenial) : isSingle(word, below))
      return hit;
  }
  return undefined;
}

/** The noun of kinship that a name stands beside or behind ("his nephew, Clive", "the daughter Ada"). */
export function kinBeside(analysis: Analysis, person: Hit): Word | undefined {
  const { words } = analysis;
  const top = words[person.top]!;
  const before = words[person.first - 1];
  const over = top.deprel === "appos" ? governor(analysis, top) : undefined;
  const { kin } = referenceWords();
  const beside = [before, over, ...children(analysis, top).filter((c) => c.deprel === "appos")];
  return beside.find((w) => w !== undefined && w.sentence === top.sentence && kin.has(w.lemma.toLowerCase()));
}

/** "..., an American": an apposition of one citizen. */
function isSingle(word: Word, below: readonly Word[]): boolean {
  return word.deprel === "appos" && below.some((c) => c.lemma === "a" && c.index < word.index);
}

const DEMONYMS: ReadonlySet<string> = new Set(["adjective", "citizen", "citizens"]);
const WHO: ReadonlySet<string> = new Set(["who", "that", "whom"]);
const BELONGING: ReadonlySet<string> = new Set(["of", "from", "with", "at"]);
const BELONGING_BY_ORDER: ReadonlySet<string> = new Set(["of", "from"]);
const MODAL: ReadonlySet<string> = new Set(["would", "may", "might", "could", "should", "can", "must"]);

class Context {
  readonly #analysis: Analysis;
  readonly #hits: Hits;

  constructor(analysis: Analysis, hits: Hits) {
    this.#analysis = analysis;
    this.#hits = hits;
  }

  /** "a Norwegian official named Lund": the noun that the participle hangs from. */
  called(participle: Word, top: Word): ClauseTitle | undefined {
    const noun = governor(this.#analysis, participle);
    const named =
      participle.deprel.startsWith("acl") && participle.xpos === "VBN" && top.index > participle.index;
    if (!named || !noun || !referenceWords().calling.has(participle.lemma) || !this.#isRole(noun))
      return undefined;
    return { noun, is: "role" };
  }

  /** What a verb or predicate noun says of the one who stands in relation `rel` to it. */
  fromPredicate(predicate: Word, rel: string, person: Word): ClauseTitle | undefined {
    const below = children(this.#analysis, predicate);
    if (below.some((c) => isDenial(c) || (c.deprel === "aux" && MODAL.has(c.lemma)))) return undefined;
    if (predicate.upos !== "VERB") {
      const copula = below.find((c) => c.deprel === "cop");
      if (!copula || rel !== "nsubj" || !this.#isRole(predicate)) return undefined;
      return { noun: predicate, is: "role", ...tenureOfCopula(copula, below) };
    }
    const words = referenceWords();
    const lemma = predicate.lemma.toLowerCase();
    const active = rel === "nsubj";
    if (words.heading.has(lemma) && active && (predicate.xpos !== "VBD" || until(this.#analysis, below))) {
      const noun = below.find((c) => c.deprel === "obj" && this.#isBody(c));
      if (noun) return { noun, is: "headed", tenure: predicate.xpos === "VBD" ? "former" : "now" };
    }
    let tenure: Tenure | undefined;
    // "named Li minister", "became minister" go without "as"; "served as", "resigned as" do not.
    let plain = false;
    if (active) {
      plain = words.becoming.has(lemma);
      if (words.serving.has(lemma)) tenure = isPast(predicate, below) ? "former" : "now";
      else if (words.leaving.has(lemma)) tenure = "former";
      else if (plain) tenure = "now";
    } else {
      plain = words.naming.has(lemma) || words.nominating.has(lemma);
      if (words.nominating.has(lemma)) tenure = "coming";
      else if (words.removing.has(lemma)) tenure = "former";
      else if (plain) tenure = "now";
    }
    if (!tenure) return undefined;
    const noun = below.find(
      (c) =>
        c.index > predicate.index &&
        c.index !== person.index &&
        this.#isRole(c) &&
        (prepositionOf(this.#analysis, c) === "as" ||
          (plain && (c.deprel === "xcomp" || c.deprel === "obj" || c.deprel === "ccomp"))),
    );
    return noun && { noun, is: "role", tenure };
  }

  /** "Moreau of Amnesty International", "Kaya of the ruling party". */
  belongs(top: Word, person: Hit): ClauseTitle | undefined {
    // "the Zuckerberg of Russia" is somebody else.
    const below = children(this.#analysis, top);
    if (below.some((c) => c.deprel === "det")) return undefined;
    for (const child of below) {
      if (child.index < person.last || relation(child) !== "nmod") continue;
      const preposition = prepositionOf(this.#analysis, child) ?? "";
      const kind = this.#hits.at(child.index)?.names[0]?.kind;
      const right = BELONGING_BY_ORDER.has(preposition) && child.index <= person.last + 2;
      if (right && this.#isTown(child)) return { noun: child, is: "belonged to" };
      if (!BELONGING.has(preposition) || kind === "capital" || kind === "metonym") continue;
      if (this.#isBody(child) || (kind === "state" && preposition === "of"))
        return { noun: child, is: "belonged to" };
    }
    return this.#belongsByOrder(person);
  }

  /** The body right behind a name and a preposition, where the tree parts them ("Wright of the Union of Scientists"). */
  #belongsByOrder(person: Hit): ClauseTitle | undefined {
    const { words } = this.#analysis;
    const preposition = words[person.last];
    if (preposition?.upos !== "ADP" || !BELONGING_BY_ORDER.has(preposition.lemma)) return undefined;
    const at = words[person.last + 1]?.upos === "DET" ? person.last + 2 : person.last + 1;
    const noun = this.#hits.at(at)?.first === at ? words[this.#hits.at(at)!.top] : undefined;
    return noun && this.#isNamedBody(noun) ? { noun, is: "belonged to" } : undefined;
  }

  /** "Quispe of Arequipa", "Quispe of Lima": at home in a town. */
  #isTown(word: Word): boolean {
    const hit = this.#hits.at(word.index);
    return hit ? hit.names[0]?.kind === "capital" : this.#hits.nameAt(word.index)?.type === "GPE";
  }

  /** A body by its name, which no list of nouns holds. */
  #isNamedBody(word: Word): boolean {
    return this.#isBody(word) && this.#hits.at(word.index)?.role === undefined;
  }

  #isRole(word: Word): boolean {
    const role = this.#hits.at(word.index)?.role;
    return role !== undefined && isPersonal(role) && role.kind !== "outsider" && word.xpos !== "NNS";
  }

  #isBody(word: Word): boolean {
    const hit = this.#hits.at(word.index);
    if (!hit || hit.person) return false;
    if (hit.role) return hit.role.kind === "institution" || hit.role.kind === "body";
    const kind = hit.names[0]?.kind;
    return kind !== undefined && !STATES.has(kind) && kind !== "not an actor" && kind !== "metonym";
  }
}

const STATES: ReadonlySet<string> = new Set(["state", "adjective", "citizen", "citizens", "capital"]);

function isDenial(word: Word): boolean {
  return word.deprel === "advmod" && (word.lemma === "not" || word.lemma === "never");
}

/** "is": now; "was", "had been": no more; "will be": to come. */
function tenureOfCopula(copula: Word, below: readonly Word[]): { tenure: Tenure } {
  if (below.some((c) => c.deprel === "aux" && c.lemma === "will")) return { tenure: "coming" };
  return { tenure: isPast(copula, below) ? "former" : "now" };
}

function isPast(word: Word, below: readonly Word[]): boolean {
  const aux = below.find((c) => c.deprel === "aux");
  return aux ? aux.xpos === "VBD" : word.xpos === "VBD";
}

function until(analysis: Analysis, below: readonly Word[]): boolean {
  return below.some((c) => prepositionOf(analysis, c) === "until" || prepositionOf(analysis, c) === "from");
}
