/** The pages of the specs. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../cli/transcript.ts";

const all = readdirSync(join(root, "specs")).map((name) => `specs/${name}/README.md`).filter((page) => existsSync(join(root, page))).toSorted();

/** Those whose sessions take long. */
export const slowPages: readonly string[] = ["specs/access-control/README.md"];
export const pages: readonly string[] = all.filter((page) => !slowPages.includes(page));
