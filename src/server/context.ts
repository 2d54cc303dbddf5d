import { type Kysely, sql } from "kysely";
import { Ledger } from "../ledger/ledger.js";
import { LedgerError } from "../ledger/ledger-error.js";
import { type OpenDatabase, openDatabase } from "../ledger/open-database.js";
import type { Schema } from "../ledger/schema.js";
import type { Own, Reader } from "../reading/reader.js";
import { Intake } from "./intake.js";
import { Problem } from "./problem.js";

export interface ContextOptions {
  /** The ledger's file; made where there is none. */
  readonly path: string;
  /** Version of demarche. */
  readonly program: string;
  readonly readerVersion: string;
  /** Tells the instant of each change for the ledger's history, ISO 8601 in UTC. */
  readonly clock?: () => string;
  /** What the user puts over what demarche ships, for reports that are handed in. */
  readonly own: Own;
  /** What reads those reports, with `own`; in this process unless given. */
  readonly reader?: Reader;
  /** Hears how far the ledger of an earlier version is brought up to date. */
  readonly renewing?: (done: number, reports: number) => void;
}

/** What the answers to requests come from: one ledger, opened to read and, where that may be, to write. */
export class Context {
  private readonly kept = new Map<string, { version: number; value: Promise<unknown> }>();

  private constructor(
    readonly program: string,
    private readonly writer: Ledger | undefined,
    /** To read only: what is being written is not seen before it is whole. */
    readonly ledger: Ledger,
    private readonly database: OpenDatabase,
    /** Undefined where the ledger may only be read. */
    readonly intake: Intake | undefined,
  ) {}

  /** Opens a ledger. Throws a `LedgerError`. */
  static async open({ path, program, own, reader, ...options }: ContextOptions): Promise<Context> {
    const writer = await openToWrite(path, options);
    const ledger = await Ledger.open(path, { purpose: "read" });
    const database = await openDatabase(path, { purpose: "read", lockWait: 10_000 });
    return new Context(program, writer, ledger, database, writer && new Intake(writer, own, reader));
  }

  get db(): Kysely<Schema> {
    return this.database.db;
  }

  /** The ledger to write to. Throws a `Problem` where it may only be read. */
  get toWrite(): Ledger {
    if (this.writer) return this.writer;
    throw readOnly();
  }

  /** A number that changes whenever any program has written to the ledger. */
  async version(): Promise<number> {
    const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(this.db);
    return rows[0]!.data_version;
  }

  /** What `work` gives, worked out again only when the ledger has changed: for figures over all of it. */
  async keep<T>(name: string, work: () => Promise<T>): Promise<T> {
    const version = await this.version();
    const kept = this.kept.get(name);
    if (kept?.version === version) return kept.value as Promise<T>;
    const value = work();
    this.kept.set(name, { version, value });
    value.catch(() => this.kept.delete(name));
    return value;
  }

  async close(): Promise<void> {
    await this.intake?.close();
    await this.db.destroy();
    await this.ledger.close();
    await this.writer?.close();
  }
}

export function readOnly(): Problem {
  return new Problem(
    "read-only",
    "a ledger that may only be read",
    "a ledger with write permission",
    "Allow writing to the file and its folder, and start demarche open again.",
  );
}

/** Undefined where the ledger may only be read. */
async function openToWrite(
  path: string,
  { readerVersion, clock, renewing }: Pick<ContextOptions, "readerVersion" | "clock" | "renewing">,
): Promise<Ledger | undefined> {
  try {
    return await Ledger.open(path, {
      readerVersion,
      ...(clock && { clock }),
      ...(renewing && { renewing }),
    });
  } catch (error) {
    if (error instanceof LedgerError && error.code === "read-only") return undefined;
    throw error;
  }
}
