const LEFT_OUT = /[\s\p{Cc}\p{Cf}]/u;

/**
 * For each UTF-16 offset of `read`, the offset of the same character in `original`: two forms of one text that differ
 * only in white space and in invisible characters that `read` leaves out. White space gets the offset of the next
 * character that `original` has. Throws an Error where the two differ otherwise.
 */
export function alignText(read: string, original: string): Uint32Array {
  const offsets = new Uint32Array(read.length);
  let at = 0;
  for (let i = 0; i < read.length; i++) {
    const isSpace = /\s/.test(read[i]!);
    while (at < original.length && (isSpace || original[at] !== read[i]) && LEFT_OUT.test(original[at]!))
      at++;
    offsets[i] = at;
    if (isSpace) continue;
    if (original[at] !== read[i]) {
      const [expected, met] = [original, read].map((text, n) =>
        JSON.stringify(text.slice(n ? i : at, (n ? i : at) + 20)),
      );
      throw new Error(`the text as it was read differs: ${expected} expected, ${met} met`);
    }
    at++;
  }
  return offsets;
}
