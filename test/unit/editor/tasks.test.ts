/** What VS Code is given as tasks, and that a tasks.json which people keep is merged, never lost. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { mergeTasks, printTasks } from "../../../src/editor/tasks/merge.ts";
import { specsBelow } from "../../../src/editor/tasks/specs.ts";
import { tasksFile } from "../../../src/editor/tasks/tasks.ts";
import { jsonValue, readJsonText } from "../../../src/frontend/json-text.ts";

const ours = tasksFile("node_modules/tenet/dist/cli.js", ["."]);
const several = tasksFile("node_modules/tenet/dist/cli.js", ["specs/a", "specs/b"]);
const labels = ours.tasks.map((t) => t.label);

function read(text: string): { readonly tasks: readonly { readonly label: string; readonly args?: readonly string[] }[]; readonly inputs?: readonly { readonly id: string }[] } {
  const node = readJsonText(text);
  if ("message" in node) throw new Error(`line ${node.line}: ${node.message}`);
  return jsonValue(node) as ReturnType<typeof read>;
}

const merged = (text: string, file = ours): string => {
  const after = mergeTasks(text, file);
  if (typeof after !== "string") throw new Error(after.problem);
  return after;
};

describe("tasks", () => {
  test("one spec is named, several are asked for, and none of them passes through a shell", () => {
    expect(labels).toEqual(["tenet: check", "tenet: prove", "tenet: propose", "tenet: watch", "tenet: gate"]);
    expect(ours.tasks.every((t) => t.type === "process" && t.command === "node")).toBe(true);
    expect(ours.tasks[0].args).toEqual(["node_modules/tenet/dist/cli.js", "check", ".", "--format", "line"]);
    expect(ours.inputs).toEqual([]);
    expect(several.tasks[0].args).toContain("${input:tenetSpec}");
    expect(several.inputs[0]).toMatchObject({ id: "tenetSpec", options: ["${fileDirname}", "specs/a", "specs/b"] });
    expect(several.tasks.at(-1)).not.toHaveProperty("isBackground");
    expect(several.tasks.find((t) => t.label === "tenet: watch")).toMatchObject({ isBackground: true });
  });
});

describe("a tasks.json that is there", () => {
  test.each(["", " \n", "\ufeff"])("%j is as good as none", (text) => expect(merged(text)).toBe(printTasks(ours)));

  test("keeps tasks, comments and order of others, and what it has of ours is replaced in its place", () => {
    const text = `{
    // how we work
    "version": "2.0.0", // of the format
    "tasks": [
        /* first */
        { "label": "build", "type": "npm" }, // mine
        { "label": "tenet: check", "command": "old" },
        { "label": "deploy", "command": "a, b" } // last, mine too
        // and nothing after it
    ],
    "presentation": { "echo": false }
}
`;
    const after = merged(text, several);
    expect(read(after).tasks.map((t) => t.label)).toEqual(["build", "tenet: check", "deploy", ...labels.slice(1)]);
    expect(read(after).tasks[1]).toEqual(several.tasks[0]);
    expect(read(after).inputs).toEqual(several.inputs);
    for (const comment of ["// how we work", "// of the format", "/* first */", "// mine", "// last, mine too", "// and nothing after it"]) expect(after).toContain(comment);
    expect(after).toContain(`"presentation": { "echo": false }`);
    expect(after).toMatch(/\n {8}\{\n {12}"label": "tenet: prove"/);
  });

  test.each([
    ["nothing but braces", "{}"],
    ["no tasks", `{ "version": "2.0.0" }`],
    ["an empty list", `{ "version": "2.0.0", "tasks": [] }`],
    ["trailing commas", `{ "version": "2.0.0", "tasks": [ { "label": "x" }, ], }`],
    ["a comment in an empty list", `{ "tasks": [ // none yet\n ] }`],
    ["tabs, and lines of Windows", `{\r\n\t"version": "2.0.0",\r\n\t"tasks": []\r\n}\r\n`],
    ["a byte order mark", `\ufeff{ "version": "2.0.0" }`],
    ["inputs of others", `{ "version": "2.0.0", "tasks": [], "inputs": [{ "id": "who", "type": "promptString" }] }`],
  ])("%s", (_, text) => {
    const after = merged(text, several);
    const value = read(after.replace(/^\ufeff/, ""));
    expect(value.tasks.filter((t) => labels.includes(t.label))).toEqual(several.tasks);
    expect(value.inputs?.filter((i) => i.id === "tenetSpec")).toEqual(several.inputs);
    expect(after.startsWith("\ufeff")).toBe(text.startsWith("\ufeff"));
    if (text.includes("\r\n")) expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    if (text.includes("//")) expect(after).toContain("// none yet\n");
    expect(merged(after, several), "a second time").toBe(after);
  });

  test("what it says already may have comments inside", () => {
    const text = printTasks(ours).replace('"label": "tenet: check",', '"label": "tenet: check", // by hand');
    expect(merged(text)).toBe(text);
  });

  test("of labels that occur twice, names with escapes and nested lookalikes, the right one is replaced", () => {
    const text = `{ "version": "2.0.0", "tasks": [
      { "label": "tenet\\u003a prove" },
      { "label": "other", "options": { "label": "tenet: check", "tasks": [{ "label": "tenet: check" }] }, "dependsOn": ["tenet: check"] }
    ] }`;
    const { tasks } = read(merged(text));
    expect(tasks[0]).toEqual(ours.tasks[1]);
    expect(tasks[1]).toEqual({ label: "other", options: { label: "tenet: check", tasks: [{ label: "tenet: check" }] }, dependsOn: ["tenet: check"] });
    expect(tasks.map((t) => t.label)).toEqual(["tenet: prove", "other", "tenet: check", ...labels.slice(2)]);
  });

  test.each([
    [`{ "version": "2.0.0", "tasks": [ }`, /^line 1: /],
    [`{\n "tasks": [],\n oops\n}`, /^line 3: /],
    [`[]`, /not an object/],
    [`{ "version": "0.1.0" }`, /version is not "2\.0\.0"/],
    [`{ "version": "2.0.0", "tasks": {} }`, /"tasks" are not a list/],
    [`{ "version": "2.0.0", "tasks": [f()] }`, /^line 1: /],
    [`{} {}`, /^line 1: /],
  ])("%s is left alone", (text, problem) => {
    expect(mergeTasks(text, ours)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

describe("specs of a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "tenet-specs-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("are folders whose spec.ts imports Tenet; packages, hidden folders and links are not looked into", () => {
    const write = (path: string, text: string): void => {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const spec = `import { action } from "tenet";\n`;
    expect(specsBelow(folder)).toEqual([]);
    for (const path of ["b/spec.ts", "a/deep/spec.ts", "node_modules/x/spec.ts", ".hidden/spec.ts", "-x/spec.ts"]) write(path, spec);
    write("jasmine/spec.ts", `import { describe } from "jasmine";\n`);
    symlinkSync(join(folder, "b"), join(folder, "link"));
    expect(specsBelow(folder)).toEqual(["./-x", "a/deep", "b"]);
    write("spec.ts", spec);
    expect(specsBelow(folder)).toContain(".");
    expect(specsBelow(join(folder, "missing"))).toEqual([]);
  });
});
