/**
 * `npm run bench:logs [-- --runs 5] [-- --events 1000000] [-- --kinds lock-server,clocks] [-- --json]`: logs of a long time, explained. The whole command is measured, with reading
 * and compiling the spec. That all events are explained is checked each time.
 */
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { scopes, writeLog } from "./long-log.mjs";
import { figures, machine, timed } from "./measure.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const { values: options } = parseArgs({ options: { runs: { type: "string", default: "5" }, events: { type: "string", default: "1000000" }, kinds: { type: "string", default: Object.keys(scopes).join() }, json: { type: "boolean", default: false } } });
const runs = Number(options.runs), events = Number(options.events);
const folder = mkdtempSync(join(tmpdir(), "tenet-logs-"));
const results = [];
try {
  for (const kind of options.kinds.split(",")) {
    const scope = scopes[kind];
    const log = join(folder, `${kind}.ndjson`), out = createWriteStream(log);
    await writeLog(kind, events, out);
    out.end();
    await once(out, "finish");
    const cpu = [], wall = [], orders = new Set();
    for (let i = 0; i < runs; i++) {
      const spec = kind === "fencing-lock" ? "specs/fencing-lock" : "specs/lock-server";
      const done = await timed([process.execPath, "dist/cli.js", "conform", spec, "--log", log, "--scope", scope, "--json"], { cwd: root });
      const { verdict, explained, order } = JSON.parse(done.stdout);
      if (verdict !== "explained" || explained !== events) throw new Error(`${kind}: ${verdict}, ${explained} of ${events} events`);
      cpu.push(done.cpu);
      wall.push(done.wall);
      orders.add(order);
    }
    results.push({ kind, order: [...orders].join(), scope, cpu: figures(cpu), wall: figures(wall) });
    rmSync(log);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (options.json) console.log(JSON.stringify({ machine: machine(), events, runs, results }, null, 2));
else {
  const { cpu, cores, memoryGiB, node } = machine();
  console.log(`${events} events, ${runs} runs each, on ${cores} × ${cpu}, ${memoryGiB} GiB, Node ${node}; seconds, median (least to most)`);
  for (const { kind, order, cpu: processor, wall } of results) {
    const show = ({ median, min, max }) => `${median.toFixed(1)} (${min.toFixed(1)} to ${max.toFixed(1)})`;
    console.log(`${kind.padEnd(14)} ${order.padEnd(9)} processor ${show(processor)}, clock ${show(wall)}`);
  }
}
