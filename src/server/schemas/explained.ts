import { z } from "zod";
import { EVENT_TYPES } from "../../event/event.js";
import { spanFields } from "./common.js";

const evidence = z.object({ ...spanFields, words: z.string() });

/** Why a row is in the ledger. */
export const explained = z
  .object({
    kind: z.literal("explained"),
    id: z.string(),
    of: z.enum(["report", "statement", "event", "exchange", "relation"]),
    report: z.string(),
    sentences: z.array(evidence),
    evidence: z.array(evidence.extend({ part: z.string() })),
    rule: z.string(),
    steps: z.array(z.string()),
    rivals: z.array(z.object({ type: z.enum(EVENT_TYPES), by: z.string(), reason: z.string() })),
    actors: z.array(
      z.object({
        role: z.enum(["speaker", "source", "target"]),
        words: evidence.exactOptional(),
        actor: z.string(),
        because: z.array(z.string()),
      }),
    ),
    rests: z.array(z.object({ part: z.string(), id: z.string() })),
    happening: z.string().exactOptional().describe("what an event tells of, with other reports"),
    exchanges: z.array(z.string()).describe("exchanges across reports that it opens or answers"),
    positions: z.array(z.string()).describe("positions that it takes"),
  })
  .meta({ id: "Explained" });
