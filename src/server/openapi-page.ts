interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly schema: { readonly type?: string; readonly enum?: readonly string[]; readonly default?: unknown };
}
interface Operation {
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
  };
}
interface Description {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** The interface's description as a page to read, without scripts: every address with what it takes. */
export function descriptionPage(described: object): string {
  const { info, paths, components } = described as Description;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationHtml(method, path, operation)),
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details><summary><code>${escapeHtml(name)}</code></summary><pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(info.title)}: the interface</title>
<link rel="stylesheet" href="/openapi.css">
</head>
<body>
<main>
<h1>${escapeHtml(info.title)} ${escapeHtml(info.version)}: the interface</h1>
<p>${escapeHtml(info.description)}</p>
<p>The same for programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1). <a href="/">Back to the ledger</a></p>
${operations.join("\n")}
<h2>Shapes</h2>
${schemas.join("\n")}
</main>
</body>
</html>
`;
}

/** The page's style; a file of its own, because the policy allows no style inside a page. */
export const DESCRIPTION_STYLE = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.6rem 0.2rem 0; border-bottom: 1px solid #8884; }
h2 { margin-top: 2rem; font-size: 1.1rem; }
pre { overflow: auto; }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
`;

function operationHtml(
  method: string,
  path: string,
  { summary, parameters = [], requestBody }: Operation,
): string {
  const rows = parameters.map(
    ({ name, in: place, description = "", required, schema }) =>
      `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${place}${required ? ", required" : ""}</td>` +
      `<td>${escapeHtml([description, choices(schema)].filter((part) => part !== "").join("; "))}</td></tr>`,
  );
  const table = rows.length === 0 ? "" : `<table>${rows.join("")}</table>`;
  return `<section><h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2><p>${escapeHtml(summary)}</p>${table}${bodyHtml(requestBody)}</section>`;
}

/** What is sent: its media types, each with its shape where it has one. */
function bodyHtml(body: Operation["requestBody"]): string {
  if (!body) return "";
  const types = Object.entries(body.content).map(([type, { schema }]) => {
    const shape = schema?.$ref?.split("/").at(-1);
    return `<code>${escapeHtml(type)}</code>${shape ? ` (${escapeHtml(shape)})` : ""}`;
  });
  return `<p>Sent with it: ${types.join(", ")}</p>`;
}

function choices(schema: Parameter["schema"]): string {
  const given = schema.default === undefined ? "" : `${String(schema.default)} unless said otherwise`;
  return [schema.enum ? `one of ${schema.enum.join(", ")}` : "", given]
    .filter((part) => part !== "")
    .join("; ");
}

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}
