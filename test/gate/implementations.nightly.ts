/** The gate passes what conforms, whatever the seed of its tests, and stops every mistake. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mutants, subjectOf, subjects } from "../golden/conform-mutants.ts";
import { adapterOf, changeOf, filesOf } from "./implementations.ts";
import { Repository, stopping } from "./repository.ts";

describe.each(["lock", "follower", "members"] satisfies (keyof typeof subjects)[])("%s", { timeout: 1_800_000 }, (of) => {
  const mine = mutants.filter((m) => m.of === of);

  test("passes 20 times of 20", async () => {
    const subject = subjectOf(mine[0]);
    for (let seed = 1; seed <= 20; seed++) {
      const files = filesOf(subject);
      const policy = String(files["tenet.config.ts"]).replace('"runs": 20', `"runs": 20, "seed": ${seed}`);
      const report = await new Repository({ ...files, "tenet.config.ts": policy }).judge();
      expect({ seed, verdict: report.verdict, findings: report.findings }).toEqual({ seed, verdict: "pass", findings: [] });
    }
  });

  test.each(mine)("one that $name is stopped", async (mutant) => {
    const subject = subjectOf(mutant);
    const stops = stopping(await new Repository(filesOf(subject)).write(changeOf(mutant)).judge());
    expect(stops).toContainEqual(expect.stringMatching(new RegExp(`^(?:diverges|not-contained) ${adapterOf(subject)}$`)));
  });
});

/** What no test of the implementation finds: it is as it was, and the code around it, or what ties it to the spec, is not. */
describe("a change around the lock service", () => {
  const folder = "specs/fencing-lock/implementation";
  const adapter = adapterOf(subjects.lock);
  const edited = (file: string, from: string, to: string): Readonly<Record<string, string>> => {
    const text = readFileSync(file, "utf8");
    expect(text).toContain(from);
    return { [file]: text.replace(from, () => to) };
  };
  const stop = "    stop: { request: (world, { client }) => world.clients.get(client)!.stop() },\n";

  test.each([
    ["leaves an action out", () => edited(adapter, stop, ""), "action-unbound"],
    ["leaves an action out on purpose, and its code does it all the same", () => edited(adapter, stop, "    stop: { unbound: \"not needed\" },\n"), "mutation-outside"],
    ["clears the storage", () => ({
      ...edited(`${folder}/storage.ts`, "  get stored()", "  clear(): void {\n    this.last = undefined;\n  }\n\n  get stored()"),
      [`${folder}/admin.ts`]: 'import type { FencedStorage } from "./storage.ts";\n\nexport const repair = (storage: FencedStorage): void => storage.clear();\n',
    }), "mutation-outside"],
    ["renames an action of the spec", () => edited("specs/fencing-lock/spec.ts", "@action receiveGrant", "@action receive"), "binding-stale"],
    ["takes the adapter away", () => ({ [adapter]: null }), "binding-stale"],
  ] as const)("that %s is stopped", { timeout: 120_000 }, async (_name, change, rule) => {
    const stops = stopping(await new Repository(filesOf(subjects.lock)).write(change()).judge());
    expect(stops.map((s) => s.split(" ")[0])).toContain(rule);
  });
});
