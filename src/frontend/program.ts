/** Parses and type-checks a spec, without ever running it. The compiler's host is here; what it says is in `compiler-errors.ts`. */
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import ts from "typescript";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import { faultsName, sourcePath } from "../base/source-file.ts";
import { syntaxErrors, typeErrors } from "./compiler-errors.ts";
import { type LibraryPaths, libraryPaths } from "./library-paths.ts";
import { maxFiles, readSource, statOf } from "./read-source.ts";
import { errorAt } from "./refuse.ts";
import { type Excerpt, tellApart } from "./span.ts";
import { Snapshot } from "./snapshot.ts";
import { checkSyntax, covers, type Refused, refusedAt } from "./syntax.ts";

/** A spec that type-checks. */
export interface Program {
  readonly checker: ts.TypeChecker;
  /** The file that was asked for. File names of nodes are ready for display: relative to the working directory where possible. */
  readonly main: ts.SourceFile;
  /** The proof file, where one was asked for. */
  readonly proof: ts.SourceFile | undefined;
  /** `main` and all that it imports, without the language's own declarations. */
  readonly files: readonly ts.SourceFile[];
  /** What is wrong with excerpts of the proof, by their names: these are no part of it. */
  readonly refused: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The name under which the DSL exports what `node` refers to, or undefined for anything else. */
  dslName(node: ts.Node): string | undefined;
  /** Where a symbol is declared: in the standard library, among the DSL's declarations, or in a spec. */
  origin(symbol: ts.Symbol): "lib" | "dsl" | "spec";
}

/** The text of a proof file that need not be on disk. */
export interface ProofText {
  readonly path: string;
  readonly text: string;
  /** Parts that may be in error without harm to the rest. Their texts parse, each by itself. */
  readonly excerpts: readonly Excerpt[];
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  strict: true,
  noEmit: true,
  noImplicitOverride: true,
  // Fields are initialised after the options, so their initial values may depend on them.
  useDefineForClassFields: false,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  types: [],
};

/**
 * Loads a spec: a file, or a folder that holds `spec.ts`; and with it a proof file.
 * @param snapshot what was read before, and what is read now
 * @throws DiagnosticsError with everything that keeps it from being read and type-checked
 */
export function loadProgram(path: string, proof?: string | ProofText, snapshot = new Snapshot()): Program {
  try {
    return load(path, proof, snapshot);
  } catch (error) {
    // The compiler goes into itself for every level of nesting.
    if (!(error instanceof RangeError)) throw error;
    throw new DiagnosticsError([
      { code: "T1002", severity: "error", message: `${path} is nested too deeply to be read`, help: "give parts of it names: const x = …, or functions" },
    ]);
  }
}

function load(path: string, given: string | ProofText | undefined, snapshot: Snapshot): Program {
  const main = displayName(specFile(path));
  const inMemory = typeof given === "object" ? given : undefined;
  const proofPath = inMemory?.path ?? (given as string | undefined);
  const proof = proofPath === undefined ? undefined : displayName(proofPath);
  const roots = proof === undefined ? [main] : [main, proof];
  const library = libraryPaths();
  const found = new Map<string, ts.SourceFile | undefined>();
  const problems: Diagnostic[] = [];
  const imports: Refused[] = [];

  const open = (file: string, from: ts.StringLiteralLike | undefined): ts.SourceFile | undefined => {
    const known = found.get(file);
    if (known || found.has(file)) return known;
    const isMemory = inMemory !== undefined && file === proof;
    const before = isMemory ? undefined : snapshot.get(file);
    const result = isMemory ? inMemory : before ?? (found.size < maxFiles ? readSource(sourcePath(file)) : tooMany());
    const source = before ?? ("text" in result ? ts.createSourceFile(file, result.text, parseOptions, true) : undefined);
    if (source && isMemory) tellApart(source, inMemory.excerpts);
    else if (source) snapshot.set(file, source);
    if ("problem" in result) {
      const { code, message, help } = result.problem;
      if (from) imports.push(refusedAt(from, errorAt(code, from, message, help)));
      else problems.push({ code, severity: "error", message, help });
    }
    found.set(file, source);
    return source;
  };

  const host: ts.CompilerHost = {
    getSourceFile: (file) => librarySource(file, library) ?? found.get(file),
    getDefaultLibFileName: () => library.lib,
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (file) => found.has(file),
    readFile: () => undefined,
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals, from) => literals.map((literal) => ({ resolvedModule: module(literal, from) })),
    resolveTypeReferenceDirectiveReferences: (references) => references.map(() => ({ resolvedTypeReferenceDirective: undefined })),
  };

  const module = (literal: ts.StringLiteralLike, from: string): ts.ResolvedModuleFull | undefined => {
    if (literal.text === "tenet") return resolved(library.dsl);
    if (from === library.dsl || from === library.lib) return undefined;
    if (literal.text === faultsName) {
      return open(faultsName, literal) && resolved(faultsName);
    }
    if (!/^\.\.?\//.test(literal.text)) {
      imports.push(refusedAt(literal, errorAt("T1003", literal, `a spec cannot import "${literal.text}"`, `import from "tenet", from "tenet/faults", or from another spec by a relative path: "./messages.ts"`)));
      return undefined;
    }
    const file = displayName(resolve(dirname(from), typescriptName(literal.text)));
    return open(file, literal) && resolved(file);
  };

  for (const root of roots) open(root, undefined);
  if (problems.length > 0) throw new DiagnosticsError(problems);
  const program = ts.createProgram(roots, options, host);
  const files = program.getSourceFiles().filter((f) => f.fileName !== library.dsl && f.fileName !== library.lib);
  const broken = syntaxErrors(program, files);
  if (broken.length > 0) throw new DiagnosticsError(broken);
  const forms = files.flatMap((f) => checkSyntax(f));
  const refused = [...imports.filter((i) => !forms.some((f) => covers(f, i.file, i.start))), ...forms];
  const errors = [...refused.map((r) => r.diagnostic), ...typeErrors(program, files, refused, library.dsl)];
  const apart = new Map(inMemory?.excerpts.map(({ name }) => [name, errors.filter((d) => d.span?.file === name)]));
  const others = errors.filter((d) => !d.span || !apart.has(d.span.file));
  if (others.length > 0) throw new DiagnosticsError(others);
  const named = (name: string | undefined): ts.SourceFile | undefined => files.find((f) => f.fileName === name);
  return { ...names(program, library), main: named(main)!, proof: named(proof), files, refused: apart };
}

function names(program: ts.Program, library: LibraryPaths): Pick<Program, "checker" | "dslName" | "origin"> {
  const checker = program.getTypeChecker();
  const origin = (symbol: ts.Symbol): "lib" | "dsl" | "spec" => {
    const file = symbol.declarations?.[0]?.getSourceFile().fileName;
    return file === library.lib ? "lib" : file === library.dsl ? "dsl" : "spec";
  };
  const dslName = (node: ts.Node): string | undefined => {
    const named = checker.getSymbolAtLocation(node);
    if (!named) return undefined;
    const symbol = named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named;
    return origin(symbol) === "dsl" ? symbol.name : undefined;
  };
  return { checker, dslName, origin };
}

/** The file that is meant by a path to it or to its folder. */
export function specFile(path: string): string {
  return statOf(path)?.isDirectory() ? join(path, "spec.ts") : path;
}

/** Where the lemmas of a spec are: in the proof.ts beside a spec.ts, in the foo.proof.ts beside a foo.ts. */
export function proofPath(spec: string): string {
  const file = specFile(spec), name = basename(file);
  return join(dirname(file), name === "spec.ts" ? "proof.ts" : `${name.replace(/\.ts$/, "")}.proof.ts`);
}

/** As spans name it: with forward slashes, relative to the working directory where the file is inside it. */
export function displayName(path: string): string {
  const inside = relative(process.cwd(), resolve(path));
  return (inside.startsWith("..") || isAbsolute(inside) ? resolve(path) : inside).replaceAll("\\", "/");
}

/** `./messages` and `./messages.js` stand for `./messages.ts`, as in Node's own resolution after compiling. */
const typescriptName = (text: string): string => (text.endsWith(".ts") ? text : `${text.replace(/\.js$/, "")}.ts`);

const resolved = (file: string): ts.ResolvedModuleFull => ({
  resolvedFileName: file, extension: ts.Extension.Ts, isExternalLibraryImport: false, resolvedUsingTsExtension: false,
});

const tooMany = () => ({
  problem: { code: "T1002" as const, message: `the spec imports more than ${maxFiles} files`, help: "a spec is usually one file; put fewer files together" },
});

const parseOptions: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.ESNext,
  impliedNodeFormat: undefined,
  setExternalModuleIndicator: undefined,
};

/** The language's own declarations never change while the process runs. */
const librarySources = new Map<string, ts.SourceFile>();

function librarySource(file: string, library: LibraryPaths): ts.SourceFile | undefined {
  if (file !== library.lib && file !== library.dsl) return undefined;
  const known = librarySources.get(file);
  if (known) return known;
  const source = ts.createSourceFile(file, ts.sys.readFile(file)!, parseOptions, true);
  librarySources.set(file, source);
  return source;
}
