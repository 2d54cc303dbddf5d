import { existsSync } from "node:fs";

const CHARACTERS = 1_000_000;
const PIECES = {
  "opening marks": "“",
  "closing marks": "”",
  "straight marks": '"',
  "single marks": "'",
  guillemets: "«",
  "marks of every kind": "“'‘\"”’«»`",
  "marks between spaces": '" ',
  possessives: "s' a ",
  "a mark a paragraph": '"\n\n',
  "a quotation a paragraph, never closed": "“a\n\n",
};

/** How long quotation marks and attributions are looked for in a megabyte of nothing but marks: processor time, best of `rounds`. */
export async function run({ rounds }) {
  if (!existsSync(new URL("../dist/quotation/marks.js", import.meta.url)))
    throw new Error("Nothing built: run `npm run build` first");
  const { findQuotations } = await import("../dist/quotation/marks.js");
  const { findAttributions } = await import("../dist/quotation/find-attributions.js");
  for (const [name, piece] of Object.entries(PIECES)) {
    const { report, analysis } = marked(piece.repeat(CHARACTERS / piece.length));
    const marks = best(rounds, () => findQuotations(report.text, report.paragraphs));
    const all = best(rounds, () => findAttributions(report, analysis));
    console.log(`${name.padEnd(38)} ${marks} ms for the marks, ${all} ms for all attributions`);
  }
}

/** A report of the text, with each character a word and each paragraph a sentence, cut at a hundred words. */
function marked(text) {
  const paragraphs = [];
  const words = [];
  const sentences = [];
  let start = 0;
  for (const part of text.split("\n\n")) {
    const end = start + part.length;
    let first = words.length;
    const close = () => {
      if (words.length === first) return;
      const sentence = { index: sentences.length, start: words[first].start, end: words.at(-1).end };
      sentences.push({ ...sentence, first, last: words.length, root: first, paragraph: paragraphs.length });
      first = words.length;
    };
    for (let at = start; at < end; at++) {
      if (text[at] === " ") continue;
      if (words.length - first === 100) close();
      const root = words.length === first;
      const tag = /\w/.test(text[at]) ? { upos: "NOUN", xpos: "NN" } : { upos: "PUNCT", xpos: "''" };
      const place = { index: words.length, start: at, end: at + 1, sentence: sentences.length };
      const form = {
        form: text[at],
        lemma: text[at],
        head: root ? -1 : first,
        deprel: root ? "root" : "punct",
      };
      words.push({ ...place, ...form, ...tag });
    }
    close();
    paragraphs.push({ start, end, role: "body" });
    start = end + 2;
  }
  const report = { kind: "report", id: "r", text, paragraphs };
  return { report, analysis: { kind: "analysis", text, words, sentences, names: [], roles: [] } };
}

function best(rounds, work) {
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.round(Math.min(...times));
}
