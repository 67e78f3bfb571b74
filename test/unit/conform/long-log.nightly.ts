/** Logs of a long time are explained to their end, and not beyond it; one that is read in order takes no memory for what is over. */
import { spawnSync } from "node:child_process";
import { appendFileSync, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cli, root } from "../../cli/transcript.ts";

const folder = mkdtempSync(join(tmpdir(), "tenet-long-log-"));
afterAll(() => rmSync(folder, { recursive: true }));
const events = 100_000;

interface Found { readonly verdict: string; readonly explained: number; readonly frontier: readonly { readonly line: number; readonly hindrance: { readonly kind: string } }[] }

/** What comes after all others, and cannot: nobody has begun to write. */
const wrong: Readonly<Record<string, object>> = {
  "lock-server": { state: { semaphore: { server1: true, server2: true, server3: true, server4: true, server5: true }, links: [{ client: "client1", server: "server1" }] } },
  "fencing-lock": { action: "acquire", args: { token: 0 } },
  clocks: { process: "late", clock: Object.fromEntries(["server1", "server2", "server3"].map((p) => [p, events]).concat([["late", 1]])), state: { links: [{ client: "client1", server: "server1" }, { client: "client2", server: "server1" }] } },
  intervals: { start: "9".repeat(19), end: "9".repeat(19), state: { links: [{ client: "client1", server: "server1" }, { client: "client2", server: "server1" }] } },
};

describe.each(Object.keys(wrong))("%s", (kind) => {
  test("as it is, and with a last line that is wrong", { timeout: 600_000 }, async () => {
    const { scopes, writeLog } = (await import(join(root, "test/bench/long-log.mjs"))) as { scopes: Record<string, string>; writeLog: (kind: string, events: number, out: NodeJS.WritableStream) => Promise<void> };
    const log = join(folder, `${kind}.ndjson`), out = createWriteStream(log);
    await writeLog(kind, events, out);
    out.end();
    await once(out, "finish");
    const spec = kind === "fencing-lock" ? "specs/fencing-lock" : "specs/lock-server";
    // The order of the file is known, and needs no room; the others keep their events.
    const heap = kind === "clocks" || kind === "intervals" ? 1500 : 100;
    const conform = (): { found: Found; status: number | null } => {
      const { status, stdout } = spawnSync(process.execPath, [`--max-old-space-size=${heap}`, cli, "conform", spec, "--log", log, "--scope", scopes[kind], "--json"], { cwd: root, encoding: "utf8" });
      return { found: JSON.parse(stdout) as Found, status };
    };
    expect(conform()).toMatchObject({ status: 0, found: { verdict: "explained", explained: events } });
    appendFileSync(log, `${JSON.stringify(wrong[kind])}\n`);
    expect(conform()).toMatchObject({ status: 1, found: { verdict: "unexplained", explained: events, frontier: [{ line: events + 1 }] } });
  });
});
