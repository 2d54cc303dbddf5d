import { readReport } from "../report/read-report.js";
import type { Report } from "../report/report.js";

/** Reads a text that comes with what is known of it, under its identifier; throws an Error where it is refused. */
export function readGiven(
  id: string,
  content: string,
  { published, outlet }: { readonly published?: string | undefined; readonly outlet?: string | undefined },
): Report {
  const report = readReport({
    origin: id,
    content,
    ...(published ? { published } : {}),
    ...(outlet ? { outlet } : {}),
  });
  if (report.kind === "refusal") throw new Error(`report ${id} is refused: ${report.code}`);
  return report;
}
