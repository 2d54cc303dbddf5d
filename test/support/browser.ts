import { existsSync } from "node:fs";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Where a Chromium is on this machine; undefined where there is none. */
export const CHROMIUM = [process.env.CHROMIUM, ...NAMES.map((name) => `/usr/bin/${name}`)].find(
  (path) => path !== undefined && existsSync(path),
);
