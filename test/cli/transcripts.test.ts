/** The sessions of test/cli and docs/commands are what the command prints. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { playPages } from "./play-pages.ts";
import { root } from "./transcript.ts";

const files = ["test/cli", "docs/commands"]
  .flatMap((dir) => readdirSync(join(root, dir)).filter((f) => f.endsWith(".md")).map((f) => `${dir}/${f}`));

test("there are transcripts", () => expect(files.length).toBeGreaterThan(5));

playPages(files);
