import { referenceWords } from "../knowledge/reference.js";
import { subjectOf } from "../language/subject.js";
import { governor, relation } from "../language/tree.js";
import type { Draft } from "./draft.js";
import { kindOf, type OpenPhrase } from "./phrase-features.js";
import type { Reader } from "./reader.js";

/**
 * Whose troops or envoys are sent: the state that is the subject of the verb whose object they are ("Norway has sent
 * advisers", "denies sending combat troops"); undefined where the verb is none of sending, or no one state does it.
 */
export function senderOf(reader: Reader, open: OpenPhrase): Draft | undefined {
  const { analysis, hits } = reader;
  if (kindOf(open) !== "sent" || relation(open.word) !== "obj") return undefined;
  const verb = governor(analysis, open.word);
  if (!verb || !referenceWords().sending.has(verb.lemma.toLowerCase())) return undefined;
  const subject = subjectOf(analysis, verb);
  const sender = subject && subject.index < open.word.index ? reader.read(subject.index) : undefined;
  const [actor] = sender?.actors ?? [];
  return sender?.actors.length === 1 && hits.knowledge.states.has(actor!.code) ? sender : undefined;
}
