import { readTable } from "./word-lists.js";

const endingsOf = new Map<string, Map<string, string>>();
let longest = 0;
for (const [tags, ending, becomes] of readTable("lemma-endings.tsv")) {
  for (const tag of tags!.split(",")) {
    const endings = endingsOf.get(tag) ?? new Map<string, string>();
    endings.set(ending!, becomes === "-" ? "" : becomes!);
    endingsOf.set(tag, endings);
  }
  longest = Math.max(longest, ending!.length);
}

/**
 * The lemma that English spelling rules give a form with this Penn Treebank tag: the longest known ending is
 * replaced, as long as at least two letters stay. A form whose tag has no endings is its own lemma.
 */
export function regularLemma(form: string, xpos: string): string {
  const endings = endingsOf.get(xpos);
  if (!endings) return form;
  for (let length = Math.min(longest, form.length - 2); length > 0; length--) {
    const becomes = endings.get(form.slice(-length));
    if (becomes !== undefined) return form.slice(0, -length) + becomes;
  }
  return form;
}
