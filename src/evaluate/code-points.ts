/** For each UTF-16 offset of `text`, the text's end included, its offset in Unicode code points. */
export function codePointOffsets(text: string): Uint32Array {
  const out = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    out[at] = count;
    const code = text.charCodeAt(at);
    const low = text.charCodeAt(at + 1);
    const pair = code >= 0xd800 && code < 0xdc00 && low >= 0xdc00 && low < 0xe000;
    if (pair) out[++at] = count;
    count++;
  }
  out[text.length] = count;
  return out;
}
