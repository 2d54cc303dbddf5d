/** First bytes of common formats that hold no plain text, with their names for people. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF document"],
  ["PK\x03\x04", "a ZIP archive (or a DOCX, ODT or EPUB document)"],
  ["PK\x05\x06", "an empty ZIP archive"],
  ["\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Word or Office document"],
  ["{\\rtf", "a rich text (RTF) document"],
  ["\x89PNG\r\n", "a PNG picture"],
  ["\xFF\xD8\xFF", "a JPEG picture"],
  ["GIF87a", "a GIF picture"],
  ["GIF89a", "a GIF picture"],
  ["RIFF", "a RIFF container (WebP, WAV or AVI)"],
  ["II*\0", "a TIFF picture"],
  ["MM\0*", "a TIFF picture"],
  ["ID3", "an MP3 recording"],
  ["OggS", "an Ogg recording"],
  ["fLaC", "a FLAC recording"],
  ["\x1A\x45\xDF\xA3", "a Matroska or WebM film"],
  ["\x1F\x8B", "a gzip archive"],
  ["BZh", "a bzip2 archive"],
  ["\xFD7zXZ\0", "an xz archive"],
  ["7z\xBC\xAF\x27\x1C", "a 7-Zip archive"],
  ["Rar!\x1A\x07", "a RAR archive"],
  ["\x28\xB5\x2F\xFD", "a Zstandard archive"],
  ["SQLite format 3\0", "an SQLite database"],
  ["\x7FELF", "a program"],
  ["MZ\x90\0", "a program"],
  ["\xCA\xFE\xBA\xBE", "a Java class or a program"],
  ["PAR1", "a Parquet table"],
];

/**
 * Names the binary format that `bytes` are in, or undefined where they may be text. NUL bytes and a share of
 * control characters above one in fifty count as binary; UTF-16 must have been ruled out before.
 */
export function binaryFormat(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 24)).toString(
    "latin1",
  );
  for (const [signature, name] of SIGNATURES) if (start.startsWith(signature)) return name;
  if (start.slice(4, 8) === "ftyp") return "an MP4 film";
  let controls = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte >= 32) continue;
    if (byte === 0) return "bytes that are not text (a NUL byte among them)";
    if (byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  return controls * 50 > bytes.length ? "bytes that are not text (control characters)" : undefined;
}
