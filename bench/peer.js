import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const script = new URL("./peer_spacy.py", import.meta.url).pathname;
const oneThread = {
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
  BLIS_NUM_THREADS: "1",
};

/** spaCy's en_core_web_md in its own Python process, run when asked; `absent` says why it cannot be. */
export async function startPeer(texts) {
  const python = process.env.DEMARCHE_PYTHON ?? "python3";
  const child = spawn(python, [script], {
    env: { ...process.env, ...oneThread },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const failed = new Promise((resolve) => child.once("error", (error) => resolve({ absent: error.message })));
  child.stdin.on("error", () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    return done ? { absent: `${python} ended early` } : JSON.parse(value);
  };
  child.stdin.write(`${JSON.stringify(texts)}\n`);
  const loaded = await Promise.race([failed, answer()]);
  return {
    ...loaded,
    /** Reads all texts once: `{seconds}` of processor time. */
    round: () => {
      child.stdin.write("round\n");
      return answer();
    },
    stop: () => child.stdin.end(),
  };
}
