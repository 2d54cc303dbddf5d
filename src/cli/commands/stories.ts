import { EXIT, type ExitStatus } from "../exit-status.js";
import { type LedgerToRead, openToRead } from "../open-to-read.js";
import { csvLines } from "../render/csv.js";
import { storyLines } from "../render/stories.js";
import type { Terminal } from "../terminal.js";

export interface StoriesOptions extends LedgerToRead {
  readonly between?: readonly string[];
  readonly about?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly single?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** The columns of --csv: a report of a story a row. */
const COLUMNS = [
  "story",
  "name",
  "first_published",
  "last_published",
  "outlets",
  "independent_outlets",
  "report",
  "title",
  "outlet",
  "published",
  "similarity",
  "nearest",
  "shared_words",
  "copy_of",
];

/** `demarche stories`: prints reports on the same dispute and episode together, with the reason. */
export async function storiesCommand(options: StoriesOptions, terminal: Terminal): Promise<ExitStatus> {
  const { between, about, from, to, single } = options;
  const ledger = await openToRead(options);
  try {
    const stories = await ledger.stories({
      ...(between && { between }),
      ...(about && { about }),
      ...(from && { from }),
      ...(to && { to }),
      ...(!single && { fewest: 2 }),
    });
    if (options.json) for (const story of stories) terminal.out(`${JSON.stringify(story)}\n`);
    else if (options.csv) {
      const rows = stories.flatMap((story) =>
        story.reports.map((report) => [
          story.id,
          story.name,
          story.firstPublished,
          story.lastPublished,
          story.outlets,
          story.independentOutlets,
          report.id,
          report.title,
          report.outlet,
          report.published,
          report.similarity,
          report.nearest,
          report.sharedWords?.join(" "),
          report.copyOf,
        ]),
      );
      terminal.out(csvLines([COLUMNS, ...rows]));
    } else {
      for (const story of stories) terminal.out(`${storyLines(terminal, story).join("\n")}\n\n`);
      if (stories.length === 0) terminal.out("No story fits.\n");
    }
  } finally {
    await ledger.close();
  }
  return EXIT.done;
}
