import type { Paragraph, Report } from "./report.js";

/** Furniture that is about the report's matter: it names who and where, but tells nothing on its own. */
const ABOUT_THE_MATTER: ReadonlySet<string> = new Set(["picture caption", "picture credit", "heading"]);

/** True for a paragraph of the report's own telling: its title and its text. */
export function isTold({ role }: Paragraph): boolean {
  return role === "title" || role === "body";
}

/** True for a paragraph that goes through the language model: what is told, captions and subheadings. */
export function isRead(paragraph: Paragraph): boolean {
  return (
    isTold(paragraph) || (paragraph.role === "furniture" && ABOUT_THE_MATTER.has(paragraph.reason ?? ""))
  );
}

/**
 * Says of an offset in the report's text whether it stands in a paragraph that the report tells.
 * @returns a function from an offset in UTF-16 code units
 */
export function toldAt({ paragraphs }: Report): (offset: number) => boolean {
  const others = paragraphs.filter((p) => isRead(p) && !isTold(p));
  if (others.length === 0) return () => true;
  return (offset) => !others.some((p) => p.start <= offset && offset < p.end);
}
