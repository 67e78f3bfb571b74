/** What is installed: the manifest, and what is packed with it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { matcher, watchMatcher } from "../../../../src/editor/tasks/matcher.ts";
import { taskCommands } from "../../../../src/editor/tasks/commands.ts";
import { root } from "../../../cli/transcript.ts";

const extension = join(root, "editors/vscode");
const json = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly engines: { readonly vscode: string };
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
    readonly taskDefinitions: readonly { readonly properties: { readonly command: { readonly enum: readonly string[] } } }[];
    readonly problemMatchers: readonly object[];
  };
}

const manifest = json<Manifest>(join(extension, "package.json"));

describe("the manifest", () => {
  test("matchers are those of tasks.json", () => {
    expect(manifest.contributes.problemMatchers).toEqual([
      { name: "tenet", label: expect.any(String), ...matcher },
      { name: "tenet-watch", label: expect.any(String), ...watchMatcher },
    ]);
    expect(manifest.contributes.taskDefinitions[0].properties.command.enum).toEqual(taskCommands);
  });

  test("commands are registered, and settings are read", () => {
    const sources = readdirSync(join(extension, "src"), { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".ts"));
    const text = sources.map((f) => readFileSync(join(extension, "src", f), "utf8")).join("\n");
    for (const { command } of [...manifest.contributes.commands, ...manifest.contributes.menus.commandPalette]) expect(text).toContain(`registerCommand("${command}"`);
    for (const name of Object.keys(manifest.contributes.configuration.properties)) expect(text).toMatch(new RegExp(`"(tenet\\.|watch\\.)?${name.replace(/^tenet\.(watch\.)?/, "")}"`));
  });

  test("nothing runs where the workspace is not trusted, and no workspace says what is run", () => {
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(false);
    const { properties } = manifest.contributes.configuration;
    expect([properties["tenet.path"].scope, properties["tenet.node"].scope]).toEqual(["machine", "machine"]);
  });

  test("it asks for the editor whose declarations it is checked against", () => {
    const types = json<{ version: string }>(join(root, "node_modules/@types/vscode/package.json"));
    expect(manifest.engines.vscode).toBe(`^${types.version}`);
  });
});

describe("the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "tenet-vsix-"));
  let files: Record<string, Uint8Array> = {};
  beforeAll(() => {
    execFileSync(process.execPath, [join(extension, "build.mjs"), folder], { stdio: "ignore" });
    files = unzipSync(readFileSync(join(folder, readdirSync(folder)[0])));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const text = (name: string): string => strFromU8(files[name]);

  test("has the files of an extension, their types, and what its gallery manifest names", () => {
    const names = Object.keys(files);
    expect(names.toSorted()).toEqual(["[Content_Types].xml", "extension.vsixmanifest", "extension/LICENSE.txt", "extension/README.md", "extension/extension.cjs", "extension/package.json"]);
    for (const [, path] of text("extension.vsixmanifest").matchAll(/Path="([^"]+)"/g)) expect(names).toContain(path);
    const types = [...text("[Content_Types].xml").matchAll(/Extension="([^"]+)"/g)].map((m) => m[1]);
    expect(names.slice(1).filter((name) => !types.some((type) => name.endsWith(type)))).toEqual([]);
  });

  test("is the extension of this version, small, and only of our own code", () => {
    const packed = JSON.parse(text("extension/package.json")) as Manifest;
    expect(packed.version).toBe(json<{ version: string }>(join(root, "package.json")).version);
    expect(text("extension.vsixmanifest")).toContain(`Version="${packed.version}"`);
    expect(packed).not.toHaveProperty("type");
    expect(names(packed.main)).toBeDefined();
    const code = text("extension/extension.cjs");
    expect(code.length).toBeLessThan(60_000);
    expect([...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((m) => m[1]).filter((name) => name !== "vscode" && !name.startsWith("node:"))).toEqual([]);
    expect(code).not.toMatch(/https?:\/\/|\bfetch\(|\beval\(|new Function|node:(?:https?|net|tls|dgram)/);
  });
  const names = (main: string): Uint8Array | undefined => files[`extension/${main.replace("./", "")}`];
});
