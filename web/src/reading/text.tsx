import { memo } from "react";
import type { ReadingBody, Row } from "./rows.js";
import { segmentsOf } from "./segments.js";

interface TextProps {
  readonly report: ReadingBody["report"];
  readonly rows: readonly Row[];
  readonly onActive: (keys: readonly string[]) => void;
  readonly onChoose: (key: string | undefined) => void;
}

/** A report's text with the words of rows marked; drawn anew only when other rows are shown. */
export const Text = memo(
  function Text({ report, rows, onActive, onChoose }: TextProps) {
    return (
      <section className="text" aria-label="The report" lang="en">
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
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the rows beside the text are the way by keyboard.
                <span
                  key={start}
                  className={layers.join(" ")}
                  data-rows={keys.join(" ")}
                  onMouseEnter={() => onActive(keys)}
                  onMouseLeave={() => onActive([])}
                  onClick={() => onChoose(keys[0])}
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
