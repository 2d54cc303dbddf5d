import { useEffect, useMemo, useRef, useState } from "react";
import { go, Link, useAddress, withQuery } from "../address.js";
import { useAnswer } from "../ask.js";
import { csvOf, download } from "../csv.js";
import { Explanation } from "../parts/explanation.js";
import { Heading, Waiting } from "../parts/state.js";
import { FIRST_LAYERS, LAYERS, type Layer, type ReadingBody, type Row, rowsOf } from "../reading/rows.js";
import { Text } from "../reading/text.js";
import { useMarkKeys } from "../reading/use-mark-keys.js";
import { JudgeInPlace } from "../review/judge-in-place.js";
import { rowToJudgeOf, togetherText } from "../review/reviewed.js";
import { useReviewed } from "../review/use-reviewed.js";
import { originName, plural } from "../words.js";

/** One report: the text as it was, and what was read in it; each shows where the other is. */
export function ReportView({ id }: { readonly id: string }) {
  const answer = useAnswer<ReadingBody>(`/api/reports/${encodeURIComponent(id)}`);
  return answer.data ? <Report reading={answer.data} /> : <Waiting answer={answer} />;
}

function Report({ reading }: { readonly reading: ReadingBody }) {
  const address = useAddress();
  const show = address.searchParams.get("show");
  const chosen = address.searchParams.get("row") ?? undefined;
  const layers = useMemo(
    () => (show === null ? FIRST_LAYERS : LAYERS.filter((layer) => show.split(",").includes(layer))),
    [show],
  );
  const rows = useMemo(() => rowsOf(reading, layers), [reading, layers]);
  const [active, setActive] = useState<readonly string[]>([]);
  const view = useRef<HTMLDivElement>(null);
  useHighlights(view, active, chosen, rows);
  const choose = (key: string | undefined) => go(withQuery(address, { row: key }), { replace: true });
  useMarkKeys(view, rows, chosen, choose);
  const { report } = reading;
  const title = report.title.known ? report.title.value : originName(report.origin);
  return (
    <div ref={view}>
      <Heading title={title}>{title}</Heading>
      <Facts report={report} />
      <Layers reading={reading} layers={layers} />
      <div className="report">
        <Text report={report} rows={rows} onActive={setActive} />
        <Rows
          rows={rows}
          layers={layers}
          name={report.id}
          text={report.text}
          chosen={chosen}
          onActive={setActive}
          onChoose={choose}
        />
      </div>
    </div>
  );
}

/** Marks words and rows that belong together, without drawing the text anew. */
function useHighlights(
  view: React.RefObject<HTMLDivElement | null>,
  active: readonly string[],
  chosen: string | undefined,
  rows: readonly Row[],
): void {
  useEffect(() => {
    const on = new Set([...active, ...(chosen ? [chosen] : [])]);
    for (const element of view.current?.querySelectorAll<HTMLElement>("[data-rows]") ?? []) {
      const keys = element.dataset.rows!.split(" ");
      element.classList.toggle(
        "on",
        keys.some((key) => on.has(key)),
      );
    }
  }, [view, active, chosen, rows]);
  useEffect(() => {
    if (chosen === undefined) return;
    const key = CSS.escape(chosen);
    view.current?.querySelector(`.text [data-rows~="${key}"]`)?.scrollIntoView({ block: "nearest" });
    view.current?.querySelector(`.rows [data-rows="${key}"]`)?.scrollIntoView({ block: "start" });
  }, [chosen]);
}

function Facts({ report }: { readonly report: ReadingBody["report"] }) {
  const { outlet, published, bylines, licence } = report;
  const facts: (readonly [string, string, string])[] = [
    ["outlet", outlet.known ? outlet.value : "unknown", outlet.known ? outlet.basis : outlet.reason],
    [
      "published",
      published.known ? published.value : "unknown",
      published.known ? published.basis : published.reason,
    ],
    ...(bylines.length > 0 ? [["by", bylines.map(({ name }) => name).join(", "), ""] as const] : []),
    ...(licence.known ? [["licence", licence.value.terms, licence.value.mustCarry.join(", ")] as const] : []),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value} {note && <small>({note})</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Layers({ reading, layers }: { readonly reading: ReadingBody; readonly layers: readonly Layer[] }) {
  const address = useAddress();
  const count = useMemo(
    () => new Map(LAYERS.map((layer) => [layer, rowsOf(reading, [layer]).length])),
    [reading],
  );
  const set = (layer: Layer, on: boolean) => {
    const shown = LAYERS.filter((other) => (other === layer ? on : layers.includes(other)));
    go(withQuery(address, { show: shown.join(",") || "nothing" }), { replace: true });
  };
  return (
    <fieldset className="layers">
      <legend>Highlight</legend>
      {LAYERS.map((layer) => (
        <label key={layer} className={`layer ${layer}`}>
          <input
            type="checkbox"
            checked={layers.includes(layer)}
            onChange={(event) => set(layer, event.target.checked)}
          />
          <span>
            {layer} ({count.get(layer)})
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly layers: readonly Layer[];
  readonly name: string;
  readonly text: string;
  readonly chosen: string | undefined;
  readonly onActive: (keys: readonly string[]) => void;
  readonly onChoose: (key: string | undefined) => void;
}

function Rows({ rows, layers, name, text, chosen, onActive, onChoose }: RowsProps) {
  const { reviewed, askAgain } = useReviewed(name);
  const wordsOf = (row: Row) => row.words.map(({ start, end }) => text.slice(start, end)).join(" … ");
  const csv = () => {
    const lines = rows.map((row) => [
      row.layer,
      row.key,
      row.type,
      row.who,
      row.note,
      wordsOf(row),
      row.words[0]?.start,
      row.words.at(-1)?.end,
    ]);
    const head = ["kind", "id", "type", "who", "note", "words", "start", "end"];
    download(`${name}.csv`, csvOf([head, ...lines]), "text/csv;charset=utf-8");
  };
  return (
    <section className="rows" aria-label="What was read in it">
      <div className="table-head">
        <p>{plural(rows.length, "row")}</p>
        <button type="button" onClick={csv} disabled={rows.length === 0}>
          CSV<span className="hidden"> of these rows</span>
        </button>
      </div>
      {layers.map((layer) => {
        const own = rows.filter((row) => row.layer === layer);
        if (own.length === 0) return null;
        return (
          <section key={layer} aria-label={layer}>
            <h2>{layer}</h2>
            <ul>
              {own.map((row) => (
                <li key={row.key} data-rows={row.key} className={layer}>
                  <button
                    type="button"
                    aria-expanded={row.key === chosen}
                    onMouseEnter={() => onActive([row.key])}
                    onMouseLeave={() => onActive([])}
                    onFocus={() => onActive([row.key])}
                    onBlur={() => onActive([])}
                    onClick={() => onChoose(row.key === chosen ? undefined : row.key)}
                  >
                    <span className="type">{row.type}</span> <span className="who">{row.who}</span>{" "}
                    <span className="note">{row.note}</span>
                    <Reviewed text={togetherText(reviewed.get(rowToJudgeOf(name, row) ?? ""))} />
                    <q>{wordsOf(row)}</q>
                  </button>
                  {row.key === chosen && <InPlace id={rowToJudgeOf(name, row)} onJudged={askAgain} />}
                  {row.key === chosen && (row.explained ? <Explanation id={row.key} /> : null)}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <p>
        <Link href="/">All reports</Link>
      </p>
    </section>
  );
}

/** What reviewers say of a row together, beside what the machine says. */
function Reviewed({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <strong className="reviewed">{text}</strong>;
}

/** The review of a row that can be judged. */
function InPlace({ id, onJudged }: { readonly id: string | undefined; readonly onJudged: () => void }) {
  return id === undefined ? null : <JudgeInPlace key={id} id={id} onJudged={onJudged} />;
}
