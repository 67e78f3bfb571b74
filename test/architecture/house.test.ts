/** The rules of the house, run: arrows point down, one room per concern, no file too long. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");

/** Ground to roof. A file imports from its own floor and those before it. */
const floors = [
  "src/base", "src/ir", "src/dsl", "src/frontend", "src/interp", "src/passes", "src/backends", "src/pipeline", "src/propose", "src/tradeoffs", "src/conform", "src/gate",
  "src/report", "src/editor", "src/index.ts", "src/cli",
];

const sources = ["src", "verifier"]
  .flatMap((dir) => readdirSync(join(root, dir), { recursive: true, encoding: "utf8" }).map((f) => join(dir, f)))
  .filter((f) => f.endsWith(".ts"))
  .map((f) => f.replaceAll("\\", "/"));

/** Targets of every import and re-export of a file: paths from the root, or package names. */
function imports(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) =>
    fileName.startsWith(".") ? normalize(join(dirname(file), fileName)).replaceAll("\\", "/") : fileName,
  );
}

const floorOf = (file: string): number => floors.findIndex((f) => file === f || file.startsWith(`${f}/`));
const arrows = sources.flatMap((from) => imports(from).map((to) => ({ from, to })));
const show = (found: { from: string; to: string }[]): string[] => found.map(({ from, to }) => `${from} imports ${to}`);

describe("architecture", () => {
  test("there is something to look at", () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(arrows.length).toBeGreaterThan(50);
  });

  test("every file of src stands on a floor", () => {
    expect(sources.filter((f) => f.startsWith("src/") && floorOf(f) < 0)).toEqual([]);
  });

  test("arrows point down", () => {
    expect(show(arrows.filter(({ from, to }) => from.startsWith("src/") && to.startsWith("src/") && floorOf(to) > floorOf(from)))).toEqual([]);
  });

  test("the engines import nothing from src", () => {
    expect(show(arrows.filter(({ from, to }) => from.startsWith("verifier/") && !/^(verifier\/|node:)/.test(to) && !(from === "verifier/smt/z3.ts" && to === "z3-solver")))).toEqual([]);
  });

  test("back ends do not know each other, and of the engines only the contract and the assembler", () => {
    const room = (file: string): string | undefined => /^src\/backends\/([^/]+)\//.exec(file)?.[1];
    const wrong = arrows.filter(({ from, to }) => room(from) && ((room(to) && room(to) !== room(from)) || (to.startsWith("verifier/") && !/^verifier\/(contract|wasm)\//.test(to))));
    expect(show(wrong)).toEqual([]);
  });

  test("only the front end talks to the TypeScript compiler", () => {
    expect(show(arrows.filter(({ from, to }) => to === "typescript" && !from.startsWith("src/frontend/")))).toEqual([]);
  });

  test("only one file talks to the solver", () => {
    expect(show(arrows.filter(({ from, to }) => to === "z3-solver" && from !== "verifier/smt/z3.ts"))).toEqual([]);
  });

  test("only one file talks to language models, and what needs it is loaded only when it is used", () => {
    expect(show(arrows.filter(({ from, to }) => to === "openai" && from !== "src/propose/model/endpoint.ts"))).toEqual([]);
    const room = "src/propose/model/";
    const open = ["proposer.ts", "contract.ts", "hint.ts", "facts.ts"].map((f) => room + f);
    expect(show(arrows.filter(({ from, to }) => to.startsWith(room) && !open.includes(to) && (!from.startsWith(room) || (open.includes(from) && to !== `${room}open.ts`))))).toEqual([]);
    expect(readFileSync(join(root, room, "proposer.ts"), "utf8").match(/.*"\.\/open\.ts".*/g)).toEqual([
      '  return (await import("./open.ts")).openNetwork(options, unavailable);', '  return (await import("./open.ts")).openReplay(transcript, unavailable);',
    ]);
  });

  test("only one file draws graphs", () => {
    expect(show(arrows.filter(({ from, to }) => to === "@viz-js/viz" && from !== "src/report/induction-graph.ts"))).toEqual([]);
  });

  test("the extension of VS Code takes types, and what has no dependencies; what decides knows no editor", () => {
    const dir = "editors/vscode/src";
    const files = readdirSync(join(root, dir), { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".ts")).map((f) => join(dir, f).replaceAll("\\", "/"));
    const types = /^import type .*from "(.*)";$/gm;
    const found = files.flatMap((from) => {
      const ofTypes = new Set([...readFileSync(join(root, from), "utf8").matchAll(types)].map((m) => m[1]));
      return ts.preProcessFile(readFileSync(join(root, from), "utf8"), true, true).importedFiles
        .filter(({ fileName }) => !ofTypes.has(fileName))
        .map(({ fileName }) => ({ from, to: fileName.startsWith(".") ? normalize(join(dirname(from), fileName)).replaceAll("\\", "/") : fileName }));
    });
    const shared = ["src/base/printable.ts", "src/report/escape.ts", "src/editor/tasks/commands.ts"];
    expect(show(found.filter(({ to }) => !to.startsWith(dir) && !to.startsWith("node:") && to !== "vscode" && !shared.includes(to)))).toEqual([]);
    expect(show(found.filter(({ from, to }) => from.startsWith(`${dir}/model/`) && (to === "vscode" || (to.startsWith(dir) && !to.startsWith(`${dir}/model/`)))))).toEqual([]);
    expect(shared.flatMap(imports).filter((to) => !shared.includes(to))).toEqual([]);
  });

  test("the command line uses the public API", () => {
    const allowed = /^(src\/cli\/|src\/index\.ts$|node:|commander$|picocolors$)/;
    expect(show(arrows.filter(({ from, to }) => from.startsWith("src/cli/") && !allowed.test(to)))).toEqual([]);
  });

  test("no two files import each other, however far around", () => {
    const next = new Map(sources.map((f) => [f, imports(f)]));
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      if (done.has(file) || path.includes(file)) return;
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test("no file is longer than 400 lines", () => {
    const long = sources.map((f) => ({ f, lines: readFileSync(join(root, f), "utf8").split("\n").length - 1 })).filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });

  test("every relative import names a file that exists", () => {
    const known = new Set(sources);
    expect(show(arrows.filter(({ to }) => /^(src|verifier)\//.test(to) && !known.has(to) && !to.endsWith(".d.ts")))).toEqual([]);
  });
});
