import {
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

/** Compiles queries only; it has no database. */
const COMPILER = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A query as SQL with the values of its question marks. */
export function compileQuery(query: RawBuilder<unknown>): {
  readonly sql: string;
  readonly values: readonly (string | number | null)[];
} {
  const { sql, parameters } = query.compile(COMPILER);
  return { sql, values: parameters as readonly (string | number | null)[] };
}
