/** Reads CSV by RFC 4180, strictly: throws where a quotation mark or the end of a line stands where none may. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const [whole, quoted, plain] = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))/y.exec(text.slice(at))!;
      row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
      at += whole.length;
      if (text[at] !== ",") break;
      at++;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`no end of line at ${at}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}
