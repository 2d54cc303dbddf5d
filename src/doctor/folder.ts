import { accessSync, constants } from "node:fs";
import { dirname, resolve } from "node:path";

/** True where files can be made in the folder of `path`. */
export function mayWriteFolderOf(path: string): boolean {
  try {
    accessSync(dirname(resolve(path)), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
