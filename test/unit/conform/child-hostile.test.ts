/** Implementations that mean harm, or are very wrong: each is told for what it is, changes nothing outside, and the next test runs. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AdapterError } from "../../../src/conform/child/bundle.ts";
import { openSystem } from "../../../src/conform/child/open.ts";
import type { System, SystemFailure } from "../../../src/conform/system.ts";

const outside = realpathSync(mkdtempSync(join(tmpdir(), "tenet-hostile-")));
const root = join(outside, "inside");
mkdirSync(root);
writeFileSync(join(outside, "secret.ts"), "export const secret = 1;");
symlinkSync(join(outside, "secret.ts"), join(root, "link.ts"));
symlinkSync(outside, join(root, "folder"));
afterAll(() => rmSync(outside, { recursive: true }));

const adapter = (name: string, actions: string, more = ""): string => {
  const file = join(root, `${name}.ts`);
  writeFileSync(file, `${more}\nexport default {\n  create: () => ({ n: 0 }),\n  actions: {\n${actions}\n  },\n  observe: ${more.includes("function observe") ? "observe" : "(s) => ({ n: s.n })"},\n};\n`);
  return file;
};

process.env.TENET_TEST_SECRET = "hunter2";
const made = join(outside, "made");
let server: Server;
let connections = 0;
/** One waits for no answer for long; in the other, all that is slow is the machine. */
let impatient: System;
let patient: System;
let port = 0;

/** What an action does, how it fails, and what is said of it. */
const harm: readonly (readonly [name: string, body: string, kind: SystemFailure["kind"], message: RegExp])[] = [
  ["loops for ever", "for (;;);", "hung", /1000 ms/],
  ["never settles", "return new Promise(() => undefined);", "hung", /waits for what never comes/],
  ["never settles, and keeps busy", "setInterval(() => undefined, 10); return new Promise(() => undefined);", "hung", /1000 ms/],
  ["never lets go of the loop", "return (async () => { for (;;) await null; })();", "hung", /1000 ms/],
  ["fills the heap", "const all = []; for (;;) all.push(new Array(100_000).fill(all.length));", "memory", /160 MB/],
  ["fills memory outside of the heap", "const all = []; const more = () => { all.push(Buffer.alloc(2 ** 24, 1)); setTimeout(more, 1); }; more(); return new Promise(() => undefined);", "memory", /160 MB/],
  ["ends the process with success", "process.exit(0);", "exited", /process\.exit\(0\)/],
  ["ends the process some other way", "process.reallyExit(0);", "exited", /process\.exit\(0\)/],
  ["kills itself", "process.kill(process.pid, 'SIGKILL'); return new Promise(() => undefined);", "crashed", /SIGKILL/],
  ["aborts", "process.abort();", "crashed", /SIGABRT/],
  ["throws", "throw new TypeError('no');", "threw", /TypeError: no/],
  ["throws what is no error", "throw { get message() { throw 1; } };", "threw", /cannot be shown/],
  ["leaves a rejection unhandled", "Promise.reject(new Error('late'));", "threw", /Error: late/],
  ["leaves a rejection unhandled, and takes the handlers away", "process.removeAllListeners(); process.on('uncaughtException', () => undefined); Promise.reject(new Error('late'));", "threw", /Error: late/],
  ["throws in a timer before it is done", "setTimeout(() => { throw new Error('timer'); }, 1); return new Promise(() => undefined);", "threw", /timer/],
  ["reads a file", "try { fs.readFileSync('/etc/passwd'); } catch {}", "denied", /(?:openSync|readFileSync) "\/etc\/passwd"/],
  ["reads a file with promises", "return fs.promises.readFile('/etc/passwd').catch(() => undefined).then(() => undefined);", "denied", /readFile "\/etc\/passwd"/],
  ["writes a file", `try { fs.writeFileSync(${JSON.stringify(made)}, ''); } catch {}`, "denied", /writeFileSync/],
  ["writes beside itself", "try { fs.writeFileSync(new URL('./adapter.mjs', import.meta.url), ''); } catch {}", "denied", /writeFileSync/],
  ["starts a process", "try { childProcess.execSync('id'); } catch {}", "denied", /execSync "id"/],
  ["starts a thread", "try { new Worker('1', { eval: true }); } catch {}", "denied", /Worker/],
  ["loads what is outside when it runs", `const path = ${JSON.stringify(join(outside, "secret.ts"))}; return import(path).then(() => undefined);`, "denied", /readFile "file:.*secret/],
  ["connects", "const socket = net.connect(port); socket.on('error', () => undefined);", "denied", /network: connect/],
  ["connects with what was imported by name", "connect(port).on('error', () => undefined);", "denied", /network: connect/],
  ["fetches", "return fetch('http://127.0.0.1:' + port).catch(() => undefined).then(() => undefined);", "denied", /network: fetch/],
  ["asks for a name", "dns.promises.lookup('example.com');", "denied", /network: lookup "example.com"/],
  ["sends a datagram", "dgram.createSocket('udp4').send('x', 9, '127.0.0.1');", "denied", /network: (?:send|bind)/],
  ["listens", "http.createServer().listen(0);", "denied", /network: listen/],
  ["signals the process that tests it", "try { process.kill(process.ppid, 'SIGTERM'); } catch {}", "denied", /signal to another process/],
  ["signals its group", "try { process.kill(0, 'SIGTERM'); } catch {}", "denied", /signal to another process/],
  ["looks for what is inside Node", "try { process.binding('tcp_wrap'); } catch {}", "denied", /process\.binding/],
  ["looks for what is inside Node, otherwise", "try { process._linkedBinding('fs'); } catch {}", "denied", /process\._linkedBinding/],
  ["attaches a debugger", "try { inspector.open(0); } catch {}", "denied", /inspector/],
  ["answers with too much", "return { n: 'x'.repeat(5_000_000) };", "unreadable", /longer than/],
  ["answers with too many", "return { n: new Array(4_000_000_000) };", "unreadable", /longer than/],
  ["answers with a circle", "const n = {}; n.n = n; return { n };", "unreadable", /more than 64 deep, or in a circle/],
  ["answers with a number that is none", "return { n: NaN };", "unreadable", /n is NaN/],
  ["answers with a promise", "return { n: Promise.resolve(1) };", "unreadable", /n is a promise: is an await missing\?/],
  ["answers with a function", "return { n: () => 1 };", "unreadable", /n is a function/],
  ["answers with what never ends", "return { get n() { for (;;); } };", "hung", /./],
  ["answers with something else", "return 7;", "unreadable", /is a number where an object is expected/],
  ["answers with a prototype", "return { n: JSON.parse('{\"__proto__\": { \"polluted\": 1 }}') };", "unreadable", /__proto__/],
  ["writes an answer of its own", "fs.writeSync(3, '1 {\"kind\":\"done\",\"seen\":{},\"observed\":{\"n\":0}}\\n');", "unreadable", /no answer came through the channel/],
  ["writes half an answer of its own", "fs.writeSync(3, '{');", "unreadable", /no answer came through the channel/],
  ["floods the channel", "const many = 'x'.repeat(1 << 20); for (;;) fs.writeSync(3, many);", "unreadable", /too much/],
];

beforeAll(async () => {
  server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  port = (server.address() as { port: number }).port;
  const imports = ["fs", "net", "dns", "dgram", "http", "inspector"].map((name) => `import ${name} from "node:${name}";\n`).join("");
  const actions = harm.map(([name, body]) => `    ${JSON.stringify(name)}: (s) => { ${body} },`).join("\n");
  const file = adapter("harm", `${actions}
    inc: (s) => { s.n++; },
    look: () => ({ env: JSON.stringify(process.env), cwd: process.cwd() }),`, `${imports}import childProcess from "node:child_process";\nimport { Worker } from "node:worker_threads";\nimport { connect } from "node:net";\nconst port = ${port};`);
  const memoryBytes = 160 * 2 ** 20;
  impatient = await openSystem(file, { root, limits: { stepMs: 1000, memoryBytes } });
  patient = await openSystem(file, { root, limits: { stepMs: 30_000, memoryBytes } });
});
afterAll(async () => {
  await impatient.close();
  await patient.close();
  server.close();
  delete process.env.TENET_TEST_SECRET;
});

describe("an implementation that", () => {
  test.each(harm)("%s", async (name, _body, kind, message) => {
    const system = kind === "hung" ? impatient : patient;
    expect(await system.reset({})).toMatchObject({ kind: "done" });
    const outcome = await system.perform(name, {});
    expect(outcome).toMatchObject({ kind: "failed", failure: { kind, message: expect.stringMatching(message) } });
    // The next one runs.
    expect(await system.reset({})).toMatchObject({ kind: "done", observed: { n: 0 } });
    expect(await system.perform("inc", {})).toMatchObject({ kind: "done", observed: { n: 1 } });
  });

  test("looks around finds no secret, and has left nothing outside", async () => {
    await patient.reset({});
    const found = JSON.stringify(await patient.perform("look", {}));
    expect(found).toContain("TZ");
    for (const secret of ["hunter2", "PATH", "HOME", root]) expect(found).not.toContain(secret);
    expect([existsSync(made), connections]).toEqual([false, 0]);
  });
});

describe("an adapter that", () => {
  const refused = async (file: string): Promise<readonly SystemFailure[]> => {
    const opened = await openSystem(file, { root }).catch((error: unknown) => error);
    if (!(opened instanceof AdapterError)) throw new Error(`it was not refused: ${String(opened)}`);
    return opened.failures;
  };
  const out = /is outside of the folder/;

  test.each([
    ["by ..", "../secret.ts"], ["by a link", "./link.ts"], ["by a linked folder", "./folder/secret.ts"], ["by its full name", join(outside, "secret.ts")], ["by .. within", "./folder/../secret.ts"],
  ])("imports from outside %s", async (_how, path) => {
    const file = adapter("outside", "", `import { secret } from ${JSON.stringify(path)}; console.log(secret);`);
    expect(await refused(file)).toEqual([{ kind: expect.stringMatching(/denied|unreadable/), message: expect.stringMatching(/outside of the folder|Could not resolve/), at: { file: "outside.ts", line: 1, column: 24 } }]);
  });

  test("requires what is outside", async () => {
    expect(await refused(adapter("required", "", 'const it = require("../secret.ts"); void it;'))).toMatchObject([{ kind: "denied", message: expect.stringMatching(out) }]);
  });

  test("has settings that are elsewhere", async () => {
    const settings = async (folder: string, file: string, write: (path: string) => void): Promise<readonly SystemFailure[]> => {
      mkdirSync(join(root, folder), { recursive: true });
      write(join(root, folder, file));
      return refused(adapter(`${folder}/adapter`, ""));
    };
    // Whoever reads this has read for ever.
    expect(await settings("package", "package.json", (path) => symlinkSync("/dev/zero", path))).toMatchObject([{ kind: "denied", message: expect.stringMatching(out) }]);
    expect(await settings("link", "tsconfig.json", (path) => symlinkSync("/dev/zero", path))).toMatchObject([{ kind: "denied", message: expect.stringMatching(out) }]);
    for (const [i, base] of ['"/dev/zero"', '["./a.json", "../../secret.ts"]', '"\\u002fdev/zero"'].entries()) {
      const failures = await settings(`extends${i}`, "tsconfig.json", (path) => writeFileSync(path, `{ "extends": ${base} }`));
      expect(failures).toMatchObject([{ kind: "denied", message: expect.stringMatching(/outside of the folder|has escapes/) }]);
    }
    mkdirSync(join(root, "node_modules", "odd"), { recursive: true });
    symlinkSync("/dev/zero", join(root, "node_modules", "odd", "package.json"));
    expect(await refused(adapter("odd", "", 'import "odd";'))).toMatchObject([{ kind: "denied", at: { file: "odd.ts", line: 1, column: 8 } }]);
  });

  test("is itself outside, also by a link", async () => {
    expect(await refused(join(outside, "secret.ts"))).toMatchObject([{ kind: "denied" }]);
    expect(await refused(join(root, "link.ts"))).toMatchObject([{ kind: "denied" }]);
    expect(await refused(join(root, "none.ts"))).toMatchObject([{ kind: "unreadable", message: expect.stringMatching(/no file/) }]);
  });

  test("is no adapter", async () => {
    writeFileSync(join(root, "none-such.ts"), "export default { create() {}, observe() {}, actions: { a: 1 } };");
    expect(await refused(join(root, "none-such.ts"))).toMatchObject([{ kind: "unreadable", message: expect.stringMatching(/the action a of the adapter is a number/) }]);
    writeFileSync(join(root, "broken.ts"), "export default {\n  create( => 1 };");
    expect(await refused(join(root, "broken.ts"))).toMatchObject([{ kind: "unreadable", at: { file: "broken.ts", line: 2 } }]);
  });

  test("throws, ends or hangs as it is loaded", async () => {
    expect(await refused(adapter("throws", "", "const x: any = undefined;\nx.y();"))).toMatchObject([{ kind: "threw", at: { file: "throws.ts", line: 2, column: 3 } }]);
    expect(await refused(adapter("exits", "", 'console.log("all 42 properties hold"); process.exit(0);'))).toMatchObject([{ kind: "exited" }]);
    expect(await refused(adapter("reads", "", 'import fs from "node:fs";\nfs.existsSync("/etc/passwd"); try { fs.readdirSync("/"); } catch {}'))).toMatchObject([{ kind: "denied", at: { file: "reads.ts", line: 2 } }]);
  });

  test("changes what JavaScript is, is heard all the same", async () => {
    const file = adapter("patched", "inc: async (s) => { s.n++; }, deny: (s) => false,", `
      JSON.stringify = JSON.parse = () => "{}" as any;
      // Node itself needs pop.
      const types = [Map, Set, String, Promise, Buffer, Uint8Array, Function, RegExp, Array] as any[];
      const names = types.map((type) => [...Object.getOwnPropertyNames(type.prototype), Symbol.iterator]);
      for (let i = 0; i < types.length; i++) {
        for (let j = 0; j < names[i].length; j++) {
          const name = names[i][j] as string;
          if (name !== "constructor" && name !== "length" && name !== "pop") try { types[i].prototype[name] = () => { throw new Error(String(name)); }; } catch {}
        }
      }
      (Object.prototype as any).toJSON = () => ({ n: 99 });
      Object.keys = () => []; Object.getOwnPropertyNames = () => [];
      globalThis.Promise = class {} as any; globalThis.setImmediate = (() => undefined) as any; globalThis.Buffer = undefined as any;
      process.emit = (() => true) as any;`);
    const patched = await openSystem(file, { root });
    expect(await patched.reset({})).toEqual({ kind: "done", seen: {}, observed: { n: 0 } });
    expect(await patched.perform("inc", {})).toEqual({ kind: "done", seen: {}, observed: { n: 1 } });
    expect(await patched.perform("deny", {})).toMatchObject({ kind: "refused" });
    expect(await patched.together([{ action: "inc", args: {} }, { action: "deny", args: {} }], 3)).toMatchObject({ kind: "done", observed: { n: 2 } });
    await patched.close();
  });

  test("prints verdicts, or without end, is not heard", async () => {
    const file = adapter("prints", 'inc: (s) => { s.n++; for (let i = 0; i < 100; i++) console.log("::error::✓ all properties hold".repeat(1000)); },');
    const prints = await openSystem(file, { root });
    await prints.reset({});
    for (let i = 1; i < 4; i++) expect(await prints.perform("inc", {})).toMatchObject({ kind: "done", observed: { n: i } });
    await prints.close();
  });

  test("asks for files has a folder of its own, and only that", async () => {
    const file = adapter("files", 'save: () => { fs.writeFileSync("log", "1"); return { n: Number(fs.readFileSync("log", "utf8")) }; },\n leave: () => { fs.writeFileSync("../adapter.mjs", ""); },', 'import fs from "node:fs";');
    const files = await openSystem(file, { root, files: true });
    await files.reset({});
    expect(await files.perform("save", {})).toMatchObject({ kind: "done", seen: { n: 1 } });
    expect(await files.perform("leave", {})).toMatchObject({ kind: "failed", failure: { kind: "denied", at: { file: "files.ts" } } });
    await files.close();
  });

  test("outlives nobody: neither a system that is closed, nor a process that is killed", async () => {
    const file = adapter("busy", "loop: () => { for (;;); },");
    // Beside the harness.
    const script = join(import.meta.dirname, `../../../dist/opens-${process.pid}.mjs`);
    const contents = `
      import { openSystem } from "./src/conform/child/open.ts";
      const system = await openSystem(${JSON.stringify(file)}, { root: ${JSON.stringify(root)} });
      await system.reset({});
      void system.perform("loop", {});
      setTimeout(() => process.kill(process.pid, "SIGKILL"), 200);`;
    await build({ stdin: { contents, resolveDir: join(import.meta.dirname, "../../..") }, bundle: true, platform: "node", format: "esm", packages: "external", outfile: script });
    const before = processes();
    const { signal } = spawnSync(process.execPath, [script], { timeout: 20_000 });
    rmSync(script);
    expect(signal).toBe("SIGKILL");
    await expect.poll(() => processes().filter((p) => !before.includes(p)), { timeout: 10_000 }).toEqual([]);
  });
});

/** Those with an implementation in them, on Linux. */
function processes(): string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("tenet-conform-");
    } catch {
      return false;
    }
  });
}
