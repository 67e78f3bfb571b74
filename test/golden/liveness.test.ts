/** What is known of published protocols: which starve, under which fairness. Those of the shelf are in `specs/`, with their expectations. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, type CheckOptions } from "../../src/index.ts";

const folder = join(import.meta.dirname, "liveness");

/** By property, `exhaustive` or the run that shows the contrary: its actions, and from which step on it repeats itself. */
async function verdicts(file: string, options: CheckOptions): Promise<Record<string, string>> {
  const { properties } = await check(join(folder, file), options);
  return Object.fromEntries(properties.filter((p) => p.kind === "leadsTo" || p.kind === "eventually").map(({ name, verdict, trace }) => {
    if (!trace || !("loop" in trace.end)) return [name, verdict];
    const { loop } = trace.end;
    return [name, trace.steps.map((s, i) => (i === loop ? `| ${s.action}` : s.action)).join(" ")];
  }));
}

describe("philosophers who take both forks at once", () => {
  test("starve at a table of four, whatever the fairness: the neighbours take turns", async () => {
    expect(await verdicts("../../cli/specs/starving-philosophers.ts", { protocol: "Table" })).toEqual({ everyoneEats: expect.stringMatching(/^sitDown .*\| .*take/) });
  });
  test("all eat at a table of three, if fairness is strong", async () => {
    expect(await verdicts("../../cli/specs/starving-philosophers.ts", { protocol: "SmallTable" })).toEqual({ everyoneEats: "exhaustive" });
  });
});

test("nobody waits for ever in the bakery, with weak fairness", async () => {
  expect(await verdicts("bakery.ts", {})).toEqual({ served: "exhaustive" });
});

describe("the alternating bit over channels that lose messages", () => {
  test("delivers with weak fairness of sending and strong fairness of receiving", async () => {
    expect(await verdicts("alternating-bit.ts", { protocol: "AlternatingBit" })).toEqual({ whatIsSentArrives: "exhaustive", andIsAcknowledged: "exhaustive" });
  });
  test("need not, where receiving is weakly fair: each packet is lost first", async () => {
    const lost = "sendNew | resend losePacket";
    expect(await verdicts("alternating-bit.ts", { protocol: "WeakReceiver" })).toEqual({ whatIsSentArrives: lost, andIsAcknowledged: lost });
  });
});
