/** The sessions of the README, of the walk through a decision, of the page on logs, and of the pages of the specs, are what the command prints. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { playPages } from "../cli/play-pages.ts";
import { root } from "../cli/transcript.ts";

const specs = readdirSync(join(root, "specs")).map((name) => `specs/${name}/README.md`).filter((page) => existsSync(join(root, page)));

playPages(["README.md", "docs/tradeoffs.md", "docs/logs.md", ...specs.toSorted()]);
