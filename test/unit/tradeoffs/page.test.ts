/** The page of trade-offs: nothing of a spec becomes a part of it, and all that it links to is there. */
import { describe, expect, test } from "vitest";
import { paretoPicture } from "../../../src/report/pareto.ts";
import { axesOf, chosenAxes } from "../../../src/report/tradeoffs-axes.ts";
import { tradeoffsPage } from "../../../src/report/tradeoffs-page.ts";
import { tradeoffsMarkdown } from "../../../src/report/tradeoffs-markdown.ts";
import { tradeoffsTrace } from "../../../src/report/tradeoffs-trace.ts";
import { inWords } from "../../../src/report/tradeoffs-words.ts";
import { tradeoffs } from "../../../src/tradeoffs/tradeoffs.ts";
import { withFiles } from "../frontend/spec-text.ts";

const copies = tradeoffs("test/cli/specs/two-copies.ts", { jobs: 1, budgets: [1] });
const tags = (html: string): string[] => [...html.matchAll(/<([a-z][a-z0-9]*)[\s>/]/g)].map((m) => m[1]);

test("a page needs nothing from elsewhere, and every link leads somewhere", async () => {
  const html = tradeoffsPage(await copies);
  expect(tags(html)).not.toContain("script");
  expect(html).not.toMatch(/\b(?:src|href)="(?!#)|@import|url\(/);
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]));
  const links = [...html.matchAll(/href="#([^"]*)"/g)].map((m) => m[1]);
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((l) => !ids.has(l))).toEqual([]);
  expect(html).toContain("nodes.crash(node: &quot;primary&quot;)");
});

test("every cost has the run that costs most and the one that costs least", async () => {
  const table = await copies;
  const text = tradeoffsTrace(table, "sync/message delays@aWriteIsAcknowledged/worst", { color: false });
  expect(text.match(/^ +\d+\. net\.pass\(\)/gm)).toHaveLength(2);
  expect(text).toContain("✓ aWriteIsAcknowledged is reached");
  const keys = table.designs.flatMap((d) => d.costs.flatMap((c) => ["best", "worst"].map((end) => `${d.name}/${c.cost}@${c.milestone}/${end}`)));
  expect(keys.filter((key) => !tradeoffsTrace(table, key, { color: false }).includes("is reached"))).toEqual([]);
  expect(() => tradeoffsTrace(table, "sync/price@never/worst", { color: false })).toThrow("the table has no cell");
});

test("it is the same each time, but for the time that it took", async () => {
  const table = await copies;
  const again = await tradeoffs("test/cli/specs/two-copies.ts", { jobs: 1, budgets: [1] });
  expect(tradeoffsPage({ ...again, figures: table.figures })).toBe(tradeoffsPage(table));
});

test("what a spec says stays text", async () => {
  const evil = '</style></svg><script>alert(1)</script><img src=x onerror=alert(1)>&amp;"\'\u0007';
  const html = await withFiles({
    "spec.ts": `import { action, fault, invariant, reachable } from "tenet"; import { type Budget, spend, type Used } from "tenet/faults";
      /** ${evil} */
      export class P {
        static designs = { /** ${evil} */ a: { mode: "<b>" }, /** ${evil} */ b: { mode: "</pre>" } };
        used: Used = 0; text: "<i>&" | "plain" = "plain";
        constructor(readonly mode: "<b>" | "</pre>" = "<b>", readonly fires: Budget = 1) {}
        @action go() { this.text = "plain"; }
        /** ${evil} */ @fault burn() { this.used = spend(this.used, this.fires); this.text = this.mode === "<b>" ? "<i>&" : "plain"; }
        /** ${evil} */ @invariant is$_$fine() { return this.text !== "<i>&"; }
        /** ${evil} */ @reachable burns() { return this.used > 0; }
      }`,
  }, (folder) => tradeoffs(folder, { jobs: 1, budgets: [1] }).then((table) => tradeoffsPage(table)));
  expect(tags(html).filter((t) => ["script", "img", "b", "i"].includes(t))).toEqual([]);
  expect(tags(html).filter((t) => t === "style")).toHaveLength(1);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).toContain("&lt;i&gt;&amp;");
  // eslint-disable-next-line no-control-regex
  expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

describe("the picture", () => {
  test("has the axes on which designs differ, or those that are asked for", async () => {
    const table = await copies;
    expect(axesOf(table).map((a) => a.key)).toEqual([
      "message delays", "message delays:best", "net.messagesSent", "net.messagesSent:best", "copies", "copies:best",
      "net.loss", "net.loss:progress", "net.partitions", "net.partitions:progress", "nodes.crashes", "nodes.crashes:progress",
    ]);
    expect(chosenAxes(table, undefined)?.map((a) => a.key)).toEqual(["net.messagesSent", "net.loss:progress"]);
    expect(chosenAxes(table, ["net.partitions", "nodes.crashes"])?.map((a) => a.key)).toEqual(["net.partitions", "nodes.crashes"]);
    expect(() => chosenAxes(table, ["net.partitions", "price"])).toThrow('there is no axis "price"');
    expect(() => chosenAxes(table, ["net.partitions"])).toThrow("a picture has two axes");
  });

  test("marks the designs that no other beats", async () => {
    const table = await copies;
    const marked = (...axes: string[]): string[][] => [...paretoPicture(table, chosenAxes(table, axes)!).matchAll(/<g class="([^"]*)"><title>([^.]*)\./g)].map((m) => [m[1], m[2]]);
    expect(marked("net.messagesSent", "nodes.crashes")).toEqual([["design", "sync"], ["design", "async"], ["design best", "single"]]);
    expect(marked("nodes.crashes", "net.partitions")).toEqual([["design best", "sync, single"], ["design", "async"]]);
  });
});

test("names in words", () => {
  expect(["noAcknowledgedWriteIsLost", "oneLeaderPerTerm", "no failure", "net.rpcCount", "CRDTConverges", "copiesOfAWrite"].map(inWords)).toEqual([
    "no acknowledged write is lost", "one leader per term", "no failure", "net rpc count", "CRDT converges", "copies of a write",
  ]);
});

test("Markdown has tables, and nothing that a spec says becomes a part of it", async () => {
  const { designs, ...table } = await copies;
  const text = tradeoffsMarkdown({ ...table, doc: "<b>| `x`\n# y", designs: designs.map((d) => ({ ...d, doc: "[a](b)" })) });
  expect(text).toContain("| async | ✓ | ✓ up to 1 | ✓ up to 1 | ✗ at 1 | ✗ |");
  expect(text).toContain("&lt;b&gt;\\| \\`x\\` \\# y");
  expect(text).toContain("- **sync**: \\[a\\](b)");
  expect(text).toContain("(trace `async/acknowledgedWritesAreKept/nodes.crashes`)");
});
