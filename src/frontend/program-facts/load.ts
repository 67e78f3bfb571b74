/**
 * Parses and type-checks ordinary code of a repository, with TypeScript's own library. Nothing of it is run, nothing outside of the
 * repository is read but declarations of packages, and what `tenet` is, is not for the repository to say.
 */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { packageRoot } from "../../base/package.ts";
import type { Span } from "../../base/span.ts";
import { spanOf } from "../span.ts";

export interface Code {
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
  readonly root: string;
  /** Files of the repository itself: no declarations, no packages. */
  readonly files: readonly ts.SourceFile[];
  /** By its path from the root of the repository. */
  file(path: string): ts.SourceFile | undefined;
  /** With slashes, from the root of the repository. */
  pathOf(file: ts.SourceFile): string;
  span(node: ts.Node): Span;
  /** Whether the text of a node is of the repository itself. */
  isOwn(node: ts.Node): boolean;
  /** Whether it is of TypeScript's library: what JavaScript itself brings along. */
  isLibrary(node: ts.Node): boolean;
}

export interface LoadOptions {
  /** Of the repository. */
  readonly root: string;
  /** From the root, with slashes. */
  readonly files: readonly string[];
  /** Texts that count instead of what is on disk, by path from the root. */
  readonly instead?: ReadonlyMap<string, string>;
}

/** Beyond this it is no code that somebody has written for a protocol. */
const mostFiles = 3000, mostBytes = 2 ** 21;

/** Only what decides how names are found and which language it is is taken from the repository. */
const taken = ["paths", "baseUrl", "jsx", "jsxImportSource", "experimentalDecorators", "lib", "target", "types", "typeRoots", "customConditions", "module", "moduleResolution", "useDefineForClassFields"] as const;

const fixed: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, allowJs: true, checkJs: false, allowImportingTsExtensions: true, noCheck: false, composite: false, incremental: false };

const assumed: ts.CompilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };

/** Library files are the same for everybody. */
const libraryFiles = new Map<string, ts.SourceFile>();

export class TooMuchCode extends Error {}

/** @throws TooMuchCode where there is more than can be looked at */
export function loadCode({ root, files, instead = new Map() }: LoadOptions): Code {
  if (files.length > mostFiles) throw new TooMuchCode(`${files.length} files are more than ${mostFiles}`);
  const home = slashed(realpathSync(root));
  const own = slashed(packageRoot());
  const library = slashed(dirname(createRequire(join(packageRoot(), "package.json")).resolve("typescript")));
  const given = new Map([...instead].map(([path, text]) => [`${home}/${path}`, text]));
  const read = (path: string): string | undefined => given.get(path) ?? (allowed(path, home, own, library) ? readSmall(path) : undefined);
  const host: ts.CompilerHost = {
    getSourceFile: (name, language) => {
      const shared = libraryFiles.get(name);
      if (shared) return shared;
      const text = read(name);
      if (text === undefined) return undefined;
      const file = ts.createSourceFile(name, text, language, true);
      if (name.startsWith(`${library}/`)) libraryFiles.set(name, file);
      return file;
    },
    getDefaultLibFileName: (options) => `${library}/${ts.getDefaultLibFileName(options)}`,
    getDefaultLibLocation: () => library,
    getCurrentDirectory: () => home,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => given.has(name) || (allowed(name, home, own, library) && kindOf(name) === "file"),
    directoryExists: (name) => kindOf(name) === "folder",
    readFile: read,
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals, from, _, settings) => literals.map((literal) => {
      const ours = ownModule(literal.text, own);
      return ours === undefined ? ts.resolveModuleName(literal.text, from, settings, host) : { resolvedModule: { resolvedFileName: ours, extension: ts.Extension.Ts, isExternalLibraryImport: true } };
    }),
  };
  const roots = files.map((f) => `${home}/${f}`);
  const program = ts.createProgram(roots, { ...assumed, ...projectOptions(home, files[0], host), ...fixed }, host);
  const isOwnFile = (f: ts.SourceFile): boolean => !f.isDeclarationFile && f.fileName.startsWith(`${home}/`) && !f.fileName.includes("/node_modules/") && !f.fileName.startsWith(`${own}/src/dsl/`);
  const all = program.getSourceFiles().filter(isOwnFile);
  if (all.length > mostFiles) throw new TooMuchCode(`${all.length} files are more than ${mostFiles}`);
  const ownFiles = new Set(all);
  const pathOf = (f: ts.SourceFile): string => relative(home, f.fileName).replaceAll("\\", "/");
  return {
    checker: program.getTypeChecker(), program, root: home, files: all, pathOf,
    file: (path) => program.getSourceFile(`${home}/${path}`),
    span: (node) => ({ ...spanOf(node), file: pathOf(node.getSourceFile()) }),
    isOwn: (node) => ownFiles.has(node.getSourceFile()),
    isLibrary: (node) => node.getSourceFile().fileName.startsWith(`${library}/`),
  };
}

const slashed = (path: string): string => path.replaceAll("\\", "/");

function ownModule(name: string, own: string): string | undefined {
  if (name === "tenet") return `${own}/src/dsl/index.ts`;
  const part = /^tenet\/(conform|faults|policy)$/.exec(name)?.[1];
  return part === undefined ? undefined : `${own}/src/dsl/${part}.ts`;
}

/** Links may lead to declarations of packages, which are often kept elsewhere; nothing else is read outside of the repository. */
function allowed(path: string, home: string, own: string, library: string): boolean {
  if (path.startsWith(`${library}/`) || path.startsWith(`${own}/src/dsl/`)) return true;
  if (!path.startsWith(`${home}/`)) return false;
  if (path.includes("/node_modules/")) return /\.d\.[cm]?ts$|\/package\.json$/.test(path);
  try {
    const real = slashed(realpathSync(path));
    return real.startsWith(`${home}/`) && !real.includes("/.git/");
  } catch {
    return false;
  }
}

function kindOf(path: string): "file" | "folder" | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isFile() ? "file" : stat?.isDirectory() ? "folder" : undefined;
  } catch {
    return undefined;
  }
}

function readSmall(path: string): string | undefined {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return undefined;
    if (stat.size > mostBytes && !path.endsWith(".d.ts")) throw new TooMuchCode(`${path} is larger than ${mostBytes} bytes`);
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof TooMuchCode) throw error;
    return undefined;
  }
}

/** Of the nearest tsconfig.json above the first file. What is wrong with it is for others to say. */
function projectOptions(home: string, first: string | undefined, host: ts.CompilerHost): ts.CompilerOptions {
  if (first === undefined) return {};
  for (let folder = dirname(`${home}/${first}`); folder.startsWith(home); folder = dirname(folder)) {
    const file = `${folder}/tsconfig.json`;
    if (!host.fileExists(file)) continue;
    const json: unknown = ts.readConfigFile(file, (path) => host.readFile(path)).config ?? {};
    const settings = { useCaseSensitiveFileNames: true, readDirectory: () => [], fileExists: (path: string) => host.fileExists(path), readFile: (path: string) => host.readFile(path) };
    const { options } = ts.parseJsonConfigFileContent(json, settings, folder);
    return Object.fromEntries(taken.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
  }
  return {};
}
