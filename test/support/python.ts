import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";

/** The Python that reads exports back; `.ci/run` makes one with test/export/requirements.txt. */
const PYTHON = process.env.DEMARCHE_PYTHON ?? "python3";

/** True where a Python with these modules is there. */
export function pythonHas(...modules: readonly string[]): boolean {
  return spawnSync(PYTHON, ["-c", `import ${modules.join(", ")}`], { stdio: "ignore" }).status === 0;
}

/** Runs Python with these arguments and gives what it prints. */
export async function python(args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(PYTHON, [...args], { maxBuffer: 1 << 26 });
  return stdout;
}
