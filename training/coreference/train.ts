/**
 * Writes models/en/coreference.tsv: the weights by which a pronoun's antecedent is chosen. Learned from the coreference of
 * UD English GUM's training part, without the genres whose texts are declared non-commercial (wikiHow and fiction) and
 * without casual talk (conversation, podcast, vlog), on the language model's own tags and trees. About a minute.
 *
 *   npx tsx training/coreference/train.ts ../shared/data/syntax/gum-train.conllu.gz
 */
import { writeFileSync } from "node:fs";
import { loadLanguage } from "../../src/language/language.js";
import { gumQuestions } from "./gum-questions.js";
import { learn } from "./learn.js";
import { writeWeights } from "./write-weights.js";

const [treebank] = process.argv.slice(2);
if (!treebank) throw new Error("the treebank's file expected");
const language = await loadLanguage();
const questions = await gumQuestions(treebank, language);
await language.close();
writeFileSync(
  new URL("../../models/en/coreference.tsv", import.meta.url),
  writeWeights(learn(questions), questions.length),
);
