import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** Builds the page that `demarche open` serves. `npx vite web` serves it while it is being changed, beside a running demarche open. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL("../dist/web", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    // The policy that the page is served with allows nothing inside the page itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { "/api": "http://127.0.0.1:4747", "/openapi.json": "http://127.0.0.1:4747" } },
});
