import { useContext, useEffect, useState } from "react";
import type { Task } from "../../src/server/schemas/rows.js";
import { addressOf, Link } from "./address.js";
import { asProblem, type ProblemBody } from "./ask.js";
import { Changes } from "./changes.js";
import { plural } from "./words.js";

/** Sends something to the interface; gives the problem that it answers, if any. */
export async function post(address: string, body?: Blob): Promise<ProblemBody | undefined> {
  try {
    const answer = await fetch(address, { method: "POST", ...(body && { body }) });
    return answer.ok ? undefined : ((await answer.json()) as { error: ProblemBody }).error;
  } catch (error) {
    return asProblem(error);
  }
}

/** Hands files to demarche, one request each; gives the problem that kept one from being taken. */
async function handIn(files: Iterable<File>): Promise<ProblemBody | undefined> {
  for (const file of files) {
    const problem = await post(addressOf("/api/reports", { name: file.name }), file);
    if (problem) return problem;
  }
  return undefined;
}

/** Reads files that are dropped anywhere on the page, and tells how far they are. */
export function Intake() {
  const { tasks } = useContext(Changes);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void handIn(event.dataTransfer!.files).then(setProblem);
    };
    document.addEventListener("dragover", enter);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", enter);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);
  const all = [...tasks.values()];
  const done = all.filter(({ state }) => state !== "waiting" && state !== "reading");
  const refused = all.filter(({ state }) => state === "refused");
  const reading = all.find(({ state }) => state === "reading");
  return (
    <>
      {over && <div className="drop">Drop the files to read them into the ledger.</div>}
      <div role="status" className="intake">
        {problem && (
          <p className="problem">
            Found {problem.met}; expected {problem.expected}. {problem.advice}
          </p>
        )}
        {all.length > 0 && (
          <p>
            {done.length === all.length
              ? `${plural(all.length, "file")} done`
              : `${done.length} of ${plural(all.length, "file")} done`}
            {reading && `, reading ${reading.name}`}
            {done.length === 1 && done[0]!.report && (
              <>
                {": "}
                <Link href={`/reports/${done[0]!.report}`}>{done[0]!.name}</Link>
              </>
            )}
          </p>
        )}
        {all.length > done.length && (
          <progress max={all.length} value={done.length} aria-label="Files that are done" />
        )}
        {refused.length > 0 && <Refused tasks={refused} />}
      </div>
    </>
  );
}

function Refused({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <details>
      <summary>{plural(tasks.length, "file")} not read</summary>
      <ul>
        {tasks.map(({ id, name, refusal }) => (
          <li key={id}>
            <strong>{name}</strong>: found {refusal?.met}; expected {refusal?.expected}. {refusal?.advice}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A button that asks for files, for who does not drag. */
export function FileButton() {
  const [problem, setProblem] = useState<ProblemBody>();
  return (
    <label className="file">
      <span>Read files …</span>
      <input
        type="file"
        multiple
        accept=".txt,.text,.md,.html,.htm,.xhtml,.gz"
        onChange={(event) => {
          const { files } = event.target;
          if (files) void handIn([...files]).then(setProblem);
          event.target.value = "";
        }}
      />
      {problem && <span role="alert"> {problem.met}</span>}
    </label>
  );
}
