import { closeSync, openSync, writeSync } from "node:fs";

const BUFFERED = 1 << 16;

/** A file that text is appended to, a buffer of 64 KiB at a time, in UTF-8. */
export class TextFile {
  private readonly file: number;
  private buffered = "";

  constructor(path: string) {
    this.file = openSync(path, "wx");
  }

  append(text: string): void {
    this.buffered += text;
    if (this.buffered.length >= BUFFERED) this.flush();
  }

  /** Writes what is left, where the file is to be kept, and closes it. */
  close({ keep }: { readonly keep: boolean }): void {
    try {
      if (keep) this.flush();
    } finally {
      closeSync(this.file);
    }
  }

  private flush(): void {
    const bytes = Buffer.from(this.buffered);
    this.buffered = "";
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
  }
}
