import { memo } from "react";
import type { ReadingBody, Row } from "./rows.js";
import { segmentsOf } from "./segments.js";

interface TextProps {
  readonly report: ReadingBody["report"];
  readonly rows: readonly Row[];
  readonly onActive: (keys: readonly string[]) => void;
}

/** A report's text with the words of rows marked (`useMarkKeys`); drawn anew only when other rows are shown. */
export const Text = memo(
  function Text({ report, rows, onActive }: TextProps) {
    const told = new Map(rows.map(({ key, type, who }) => [key, `${type}: ${who}`]));
    return (
      <section className="text" aria-label="The report" aria-describedby="ways" lang="en">
        <p id="ways" className="hidden">
          Arrow keys lead from one highlighted stretch of words to the next, Enter to its row, Escape back.
        </p>
        {report.paragraphs.map((paragraph) => (
          <p
            key={paragraph.start}
            className={paragraph.role}
            title={
              paragraph.role === "body"
                ? undefined
                : [paragraph.role, paragraph.reason].filter(Boolean).join(": ")
            }
          >
            {segmentsOf(rows, paragraph.start, paragraph.end).map(({ start, end, rows: keys, layers }) => {
              const words = report.text.slice(start, end);
              if (keys.length === 0) return words;
              return (
                // biome-ignore lint/a11y/noStaticElementInteractions: words that are not highlighted by themselves show their rows to the mouse only.
                <span
                  key={start}
                  className={layers.join(" ")}
                  data-rows={keys.join(" ")}
                  // A button inside a sentence could not be broken into lines.
                  {...(layers.length > 0 &&
                    /[\p{L}\p{N}]/u.test(words) && {
                      role: "button",
                      tabIndex: -1,
                      "aria-description": keys.map((key) => told.get(key)).join("; "),
                    })}
                  onMouseEnter={() => onActive(keys)}
                  onMouseLeave={() => onActive([])}
                  onFocus={() => onActive(keys)}
                  onBlur={() => onActive([])}
                >
                  {words}
                </span>
              );
            })}
          </p>
        ))}
      </section>
    );
  },
  (before, after) => before.report === after.report && before.rows === after.rows,
);
