/**
 * Formulas that somebody proposes as lemmas, compiled with the protocol and with the proof that is there, all at once. One that is
 * wrong is told by itself; the others are not touched by it.
 */
import ts from "typescript";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import type { Expr } from "../ir/expr.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import type { Type } from "../ir/type.ts";
import { walkExpr } from "../ir/visit.ts";
import { walkType } from "../ir/visit-type.ts";
import { type GhostText, withGhost } from "./ghost-text.ts";
import { libraryNames } from "./library-names.ts";
import { loadProgram, type Program, proofPath, specFile } from "./program.ts";
import { Snapshot } from "./snapshot.ts";
import { composeProof, type ProofPlace, typeNames, typesIn } from "./proof-text.ts";
import { type Compiled, compileProgram, compileSpec } from "./protocol.ts";
import { after, before, readCandidate } from "./read-candidate.ts";
import { readSource } from "./read-source.ts";
import type { Excerpt } from "./span.ts";

export interface CandidateOptions {
  /** The class to take, where the file has several. */
  readonly protocol?: string;
  /** The file with what is proved already, and where lemmas are to go. It need not be there. */
  readonly proof?: string;
  /** Added to the proof, each as far as it is well-formed. */
  readonly ghosts?: readonly GhostText[];
}

export interface Candidates {
  /** In the order of the texts. */
  readonly read: readonly ReadCandidate[];
  /** Names of members that the class has already. */
  readonly taken: ReadonlySet<string>;
}

export type ReadCandidate =
  | { readonly kind: "ill-formed"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "lemma"; readonly body: Expr; readonly mentions: Mentions };

/** Names that the text needs from outside the class. */
export interface Mentions {
  readonly dsl: readonly { readonly name: string; readonly type: boolean }[];
  readonly types: readonly string[];
}

/** Of a formula, all calls unfolded. */
const mostNodes = 20_000;

/** Compiles formulas with one protocol, as it was when this was made: what becomes of its files later does not matter. */
export class CandidateCompiler {
  /** The protocol with its proof and its ghosts, without candidates. */
  readonly base: Compiled;
  /** Without what is added. */
  readonly place: ProofPlace;
  /** Of ghosts that are left out, what is wrong with them. */
  readonly refused = new Map<GhostText, readonly Diagnostic[]>();
  /** With ghosts. */
  private readonly ghosted: ProofPlace;
  private readonly plain: Compiled;
  private readonly snapshot: Snapshot;

  /**
   * @param spec a file, or a folder with a spec.ts
   * @throws DiagnosticsError where the spec or its proof is wrong
   */
  constructor(private readonly spec: string, private readonly options: CandidateOptions = {}, before?: CandidateCompiler) {
    this.snapshot = before?.snapshot ?? new Snapshot();
    if (before) [this.place, this.plain] = [before.place, before.plain];
    else {
      const path = specFile(spec);
      const proof = options.proof ?? proofPath(spec);
      const there = readSource(proof);
      const hasProof = "text" in there;
      this.plain = compileSpec(spec, { ...(options.protocol !== undefined && { protocol: options.protocol }), ...(hasProof && { proof }), snapshot: this.snapshot });
      const { protocol } = this.plain;
      const source = readSource(path);
      this.place = { path: proof, text: hasProof ? there.text : undefined, spec: { path, text: "text" in source ? source.text : "" }, protocol: protocol.name, sorts: protocol.sorts };
    }
    const { text, base } = this.withGhosts(options.ghosts ?? [], this.plain);
    this.ghosted = { ...this.place, text };
    this.base = base;
  }

  /** The same protocol, as it was, with ghosts. */
  with(ghosts: readonly GhostText[]): CandidateCompiler {
    return new CandidateCompiler(this.spec, { ...this.options, ghosts }, this);
  }

  private withGhosts(ghosts: readonly GhostText[], plain: Compiled): { text: string | undefined; base: Compiled } {
    const sorts = plain.protocol.sorts.map((s) => s.name);
    let text = this.place.text, base = plain;
    for (const ghost of ghosts) {
      try {
        const added = withGhost({ ...this.place, text }, base.protocol, ghost);
        const compiled = compileProgram(loadProgram(this.spec, { path: this.place.path, text: added, excerpts: [] }, this.snapshot), this.options.protocol);
        const foreign = compiled.protocol.sorts.find((s) => !sorts.includes(s.name));
        if (foreign) throw new DiagnosticsError([{ code: "T2004", severity: "error", message: `${plain.protocol.name} has no sort ${foreign.name}`, help: `its sorts are ${sorts.join(", ") || "none"}` }]);
        [text, base] = [added, compiled];
      } catch (error) {
        if (!(error instanceof DiagnosticsError)) throw error;
        this.refused.set(ghost, error.diagnostics.filter((d) => d.severity === "error"));
      }
    }
    return { text, base };
  }

  /** @param proposed each a formula as after `return` in a @lemma method; what is wrong in the i-th is told as places in `proposal i`, from 1 */
  read(proposed: readonly string[]): Candidates {
    const { ghosted: place, base: { protocol } } = this;
    const texts = proposed.map((t) => t.replaceAll(/\r\n?/g, "\n"));
    const forms = texts.map((text, i) => readCandidate(text, nameOf(i)));
    const prefix = unusedPrefix([place.spec.text, place.text ?? "", ...texts]);
    const method = (i: number): string => `${prefix}${i + 1}`;
    const sound = [...texts.keys()].filter((i) => forms[i].length === 0);
    const { text, excerpts } = virtualProof(place, sound.map((i) => ({ name: nameOf(i), method: method(i), text: texts[i] })));
    const program = loadProgram(this.spec, { path: place.path, text, excerpts }, this.snapshot);
    const compiled = compileProgram(program, this.options.protocol);
    const problems = [...[...program.refused.values()].flat(), ...compiled.warnings].filter((d) => d.severity === "error");
    const wrong = new Map<string, Diagnostic[]>();
    for (const d of problems) wrong.set(d.span!.file, [...(wrong.get(d.span!.file) ?? []), d]);
    const methods = methodsOf(program.proof!);
    const read = texts.map((_, i): ReadCandidate => {
      const diagnostics = [...forms[i], ...(wrong.get(nameOf(i)) ?? [])];
      const lemma = compiled.protocol.properties.find((p) => p.name === method(i));
      if (diagnostics.length > 0 || !lemma) return { kind: "ill-formed", diagnostics };
      const unfit = unfitFor(protocol, lemma);
      return unfit ? { kind: "ill-formed", diagnostics: [unfit] } : { kind: "lemma", body: lemma.body, mentions: mentionsOf(program, place, methods.get(method(i))!) };
    });
    return { read, taken: memberNames(program, methods, prefix) };
  }
}

const nameOf = (i: number): string => `proposal ${i + 1}`;

/** A start of names that nothing written anywhere has, so that no candidate speaks of another. */
function unusedPrefix(texts: readonly string[]): string {
  for (let n = 0; ; n++) {
    const prefix = `candidate${n === 0 ? "" : n}of`;
    // A name may be written with escapes, which are undone before it counts.
    if (!texts.some((t) => t.includes(prefix) || /\\u/.test(t) && t.replaceAll(/\\u\{?([0-9a-fA-F]+)\}?/g, (_, hex: string) => character(hex)).includes(prefix))) return prefix;
  }
}

const character = (hex: string): string => (Number.parseInt(hex, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(hex, 16)) : "");

/** The proof as it would be with all of them, and everything in reach that they might mention. */
function virtualProof(place: ProofPlace, candidates: readonly { readonly name: string; readonly method: string; readonly text: string }[]): { text: string; excerpts: Excerpt[] } {
  const pieces = candidates.map((c) => ({ ...c, before: before(c.method) }));
  const methods = pieces.map((c) => `${c.before}${c.text}${after}`);
  const text = composeProof({ ...place, text: place.text?.replaceAll("\r\n", "\n") }, { dsl: [...libraryNames(), { name: "lemma", type: false }], types: typeNames(place), methods });
  let from = 0;
  const excerpts = pieces.map((c, i): Excerpt => {
    from = text.indexOf(c.before, from);
    const start = from + c.before.length;
    return { name: c.name, start, end: start + c.text.length, from, to: from + methods[i].length };
  });
  return { text, excerpts };
}

function unfitFor(protocol: Protocol, { body, span }: Property): Diagnostic | undefined {
  const known = new Set(protocol.sorts.map((s) => s.name));
  let foreign: string | undefined;
  let nodes = 0;
  const look = (type: Type): void => walkType(type, (t) => { if (t.kind === "sort" && !known.has(t.name)) foreign = t.name; });
  walkExpr(body, {
    expr(e) {
      nodes++;
      look(e.type);
    },
    domain: (d) => { if (d.kind === "type") look(d.type); },
  });
  const error = { severity: "error", span } as const;
  if (foreign !== undefined) return { ...error, code: "T2004", message: `${protocol.name} has no sort ${foreign}`, help: `its sorts are ${[...known].join(", ") || "none"}` };
  if (nodes > mostNodes) return { ...error, code: "T1002", message: `this unfolds to ${nodes} terms; a lemma has at most ${mostNodes}`, help: "say it in several lemmas" };
  return undefined;
}

function methodsOf(file: ts.SourceFile): Map<string, ts.MethodDeclaration> {
  return new Map(file.statements.filter(ts.isClassDeclaration).flatMap((c) => c.members.filter(ts.isMethodDeclaration).map((m) => [m.name.getText(), m] as const)));
}

function mentionsOf(program: Program, place: ProofPlace, method: ts.MethodDeclaration): Mentions {
  const [statement] = method.body!.statements as unknown as readonly [ts.ReturnStatement];
  const known = new Set(typeNames(place));
  const dsl = new Map<string, Mentions["dsl"][number]>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) {
      const name = program.dslName(node);
      const used = ts.isTypeReferenceNode(node.parent) ? ({ name: node.text, type: true } as const) : ({ name: node.text, type: false } as const);
      if (name === node.text) dsl.set(name, used);
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return { dsl: [...dsl.values()], types: [...typesIn(statement)].filter((t) => known.has(t)) };
}

function memberNames(program: Program, methods: ReadonlyMap<string, ts.MethodDeclaration>, prefix: string): Set<string> {
  const proof = [...methods.values()][0]?.parent ?? program.proof!.statements.findLast(ts.isClassDeclaration)!;
  const names = program.checker.getPropertiesOfType(program.checker.getTypeAtLocation(proof)).map((s) => s.name);
  return new Set(names.filter((n) => !n.startsWith(prefix)));
}

/** What stands in a proof is as it was proposed. @throws DiagnosticsError where the text does not compile */
export function compileProofText(spec: string, path: string, text: string, protocol?: string): Compiled {
  const compiled = compileProgram(loadProgram(spec, { path, text, excerpts: [] }), protocol);
  if (compiled.warnings.some((d) => d.severity === "error")) throw new DiagnosticsError(compiled.warnings);
  return compiled;
}
