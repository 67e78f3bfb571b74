/**
 * The text of a proof file with lemmas added to it. What a person wrote there stays as it is, to the letter: text is put in
 * at places that the parser finds, and nothing is printed again.
 */
import { resolve } from "node:path";
import ts from "typescript";
import type { SortDecl } from "../ir/protocol.ts";
import { importedTypes, moduleOf, specifierFor, specifierOf, type TypeImport } from "./imported-types.ts";

export interface ProofPlace {
  readonly path: string;
  /** What is there already. */
  readonly text: string | undefined;
  /** The spec, where the names of types come from. */
  readonly spec: { readonly path: string; readonly text: string };
  readonly protocol: string;
  readonly sorts: readonly SortDecl[];
}

/** What the lemmas mention. Names that the file does not have are not made up. */
export interface Additions {
  /** Names that "tenet" exports. */
  readonly dsl: readonly { readonly name: string; readonly type: boolean }[];
  /** Types that have these names in the spec. */
  readonly types: readonly string[];
  /** Whole methods, without a line break at the end. */
  readonly methods: readonly string[];
}

interface Insertion { readonly at: number; readonly remove?: number; readonly text: string }

export const parse = (path: string, text: string): ts.SourceFile => ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);

/** A comment above a member, with its line break; empty where there is nothing to say. @param lines plain text */
export function docComment(lines: readonly string[]): string {
  if (lines.length < 2) return lines.map((line) => `  /** ${line} */\n`).join("");
  return `  /**\n${lines.map((line) => `   * ${line}\n`).join("")}   */\n`;
}

export function composeProof(place: ProofPlace, added: Additions): string {
  const given = place.text ?? emptyProof(place);
  const file = parse(place.path, given);
  const taken = new Set(declaredNames(file));
  const dsl = added.dsl.filter((d) => !taken.has(d.name));
  const known = new Set([...taken, ...dsl.map((d) => d.name)]);
  const declarations = typeDeclarations(place, added.types.filter((t) => !known.has(t)), known);
  const needed = [...dsl, ...declarations.dsl.filter((d) => !taken.has(d.name) && !dsl.some((o) => o.name === d.name))];
  const eol = given.includes("\r\n") ? "\r\n" : "\n";
  const insertions = [
    ...importInsertions(file, needed), ...typeImports(place, file, declarations.imported), ...typeInsertions(file, declarations.declared), ...methodInsertion(place, file, added.methods),
  ].map((i) => ({ ...i, text: i.text.replaceAll("\n", eol) }));
  // The last first, so that places stay right; of two at one place, the one that is named first comes first.
  return insertions.toReversed().toSorted((a, b) => b.at - a.at).reduce((text, i) => text.slice(0, i.at) + i.text + text.slice(i.at + (i.remove ?? 0)), given);
}

function emptyProof({ path, spec, protocol }: ProofPlace): string {
  return `import { lemma } from "tenet";\nimport { ${protocol} } from "${specifierFor(path, resolve(spec.path))}";\n\nexport class ${protocol}Proof extends ${protocol} {\n}\n`;
}

/** Names that are declared or imported at the top of a file. */
function declaredNames(file: ts.SourceFile): string[] {
  return file.statements.flatMap((s): string[] => {
    if (ts.isImportDeclaration(s)) {
      const { name, namedBindings } = s.importClause ?? {};
      const named = namedBindings && (ts.isNamedImports(namedBindings) ? namedBindings.elements.map((e) => e.name.text) : [namedBindings.name.text]);
      return [...(name ? [name.text] : []), ...(named ?? [])];
    }
    if (ts.isVariableStatement(s)) return s.declarationList.declarations.flatMap((d) => (ts.isIdentifier(d.name) ? [d.name.text] : []));
    return "name" in s && s.name && ts.isIdentifier(s.name as ts.Node) ? [(s.name as ts.Identifier).text] : [];
  });
}

interface TypeDeclarations { readonly imported: readonly TypeImport[]; readonly declared: readonly string[]; readonly dsl: Additions["dsl"] }

/** Types that can be named in a proof of this spec. */
export function typeNames({ spec, sorts }: ProofPlace): string[] {
  const file = parse(spec.path, spec.text);
  return [...new Set([...specTypes(file).keys(), ...importedTypes(file, spec.path, typesIn(file)).keys(), ...sorts.map((s) => s.name)])];
}

type NamedType = ts.TypeAliasDeclaration | ts.InterfaceDeclaration;

const specTypes = (file: ts.SourceFile): Map<string, NamedType> =>
  new Map(file.statements.filter((s): s is NamedType => ts.isTypeAliasDeclaration(s) || ts.isInterfaceDeclaration(s)).map((s) => [s.name.text, s]));

/** What the spec exports is imported, and what it imports itself from where it does; all else is written again, with what it mentions, as types are the same where their contents are. */
function typeDeclarations({ spec, sorts }: ProofPlace, wanted: readonly string[], taken: ReadonlySet<string>): TypeDeclarations {
  const file = parse(spec.path, spec.text);
  const types = specTypes(file);
  const foreign = importedTypes(file, spec.path, typesIn(file));
  const imported = new Map<string, TypeImport>();
  const declared = new Map<string, string>();
  const dsl = new Map<string, Additions["dsl"][number]>();
  const want = (name: string): void => {
    if (declared.has(name) || imported.has(name)) return;
    const declaration = types.get(name);
    const sort = sorts.find((s) => s.name === name);
    const elsewhere = declaration && isExported(declaration) ? { name, module: resolve(spec.path) } : foreign.get(name);
    if (elsewhere) imported.set(name, elsewhere);
    else if (declaration) {
      declared.set(name, "");
      for (const mentioned of typesIn(declaration)) {
        if ((types.has(mentioned) || foreign.has(mentioned)) && !taken.has(mentioned)) want(mentioned);
        else if (brands.includes(mentioned)) dsl.set(mentioned, { name: mentioned, type: true });
      }
      // What it mentions stands before it.
      declared.delete(name);
      declared.set(name, declaration.getText(file));
    } else if (sort) {
      const brand = sort.ordered ? "Order" : "Sort";
      dsl.set(brand, { name: brand, type: true });
      declared.set(name, `type ${name} = ${brand}<${JSON.stringify(name)}>;`);
    }
  };
  wanted.forEach(want);
  return { imported: [...imported.values()], declared: [...declared.values()], dsl: [...dsl.values()] };
}

const brands = ["Sort", "Order", "Majority", "Int", "Seq", "Bag"];

const isExported = (node: NamedType): boolean => ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) ?? false;

/** Names of types in a node, without those of its type parameters. */
export function typesIn(node: ts.Node): Set<string> {
  const found = new Set<string>();
  const visit = (n: ts.Node): void => {
    if (ts.isTypeReferenceNode(n) && ts.isIdentifier(n.typeName)) found.add(n.typeName.text);
    ts.forEachChild(n, visit);
  };
  visit(node);
  return found;
}

/** The named import from a module, if there is one: where values may be added, or at least types. */
function namedImport(file: ts.SourceFile, of: "values" | "types", module: (name: string) => boolean): ts.NamedImports | undefined {
  return file.statements.flatMap((s) => {
    if (!ts.isImportDeclaration(s) || !module(specifierOf(s)) || (of === "values" && s.importClause?.isTypeOnly)) return [];
    const bindings = s.importClause?.namedBindings;
    return bindings && ts.isNamedImports(bindings) && bindings.elements.length > 0 ? [bindings] : [];
  })[0];
}

/** Values first, then types, each in alphabetical order as far as those that are there are. */
const rank = (e: { readonly name: string; readonly type: boolean }): string => `${e.type ? 1 : 0} ${e.name}`;
const shown = (e: { readonly name: string; readonly type: boolean }): string => (e.type ? `type ${e.name}` : e.name);

function importInsertions(file: ts.SourceFile, names: Additions["dsl"]): Insertion[] {
  if (names.length === 0) return [];
  const sorted = names.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const there = namedImport(file, "values", (m) => m === "tenet");
  if (!there) return [{ at: file.statements[0]?.getStart(file) ?? 0, text: `import { ${sorted.map(shown).join(", ")} } from "tenet";\n` }];
  return sorted.map((name) => {
    const next = there.elements.find((e) => rank({ name: e.name.text, type: e.isTypeOnly }) > rank(name));
    return next ? { at: next.getStart(file), text: `${shown(name)}, ` } : { at: there.elements.at(-1)!.getEnd(), text: `, ${shown(name)}` };
  });
}

function typeImports({ path }: ProofPlace, file: ts.SourceFile, types: readonly TypeImport[]): Insertion[] {
  const last = file.statements.findLast(ts.isImportDeclaration);
  return [...new Set(types.map((t) => t.module))].map((module) => {
    const from = namedImport(file, "types", (m) => moduleOf(path, m) === module);
    const names = types.filter((t) => t.module === module).map((t) => (from?.parent.isTypeOnly ? t.name : `type ${t.name}`)).join(", ");
    if (from) return { at: from.elements.at(-1)!.getEnd(), text: `, ${names}` };
    const text = `import { ${names} } from "${specifierFor(path, module)}";`;
    return last ? { at: endOfLine(file, last.getEnd()), text: `\n${text}` } : { at: file.statements[0]?.getStart(file) ?? 0, text: `${text}\n` };
  });
}

function typeInsertions(file: ts.SourceFile, declared: readonly string[]): Insertion[] {
  if (declared.length === 0) return [];
  const beforeClass = file.statements.slice(0, Math.max(0, file.statements.findIndex((s) => ts.isClassDeclaration(s))));
  const alias = beforeClass.findLast((s) => ts.isTypeAliasDeclaration(s) || ts.isInterfaceDeclaration(s));
  const last = alias ?? beforeClass.findLast(ts.isImportDeclaration);
  const text = declared.join("\n");
  return [last ? { at: endOfLine(file, last.getEnd()), text: `${alias ? "\n" : "\n\n"}${text}` } : { at: 0, text: `${text}\n\n` }];
}

/** Behind a comment on the same line. */
function endOfLine(file: ts.SourceFile, at: number): number {
  const comment = ts.getTrailingCommentRanges(file.text, at)?.at(-1);
  return comment?.end ?? at;
}

function methodInsertion(place: ProofPlace, file: ts.SourceFile, methods: readonly string[]): Insertion[] {
  if (methods.length === 0) return [];
  const proof = proofClass(place, file);
  if (!proof) return [];
  const close = proof.getEnd() - 1;
  const at = file.text.slice(0, close).trimEnd().length;
  const empty = file.text[at - 1] === "{" && proof.members.length === 0;
  return [{ at, remove: close - at, text: `${empty ? "\n" : "\n\n"}${methods.join("\n\n")}\n` }];
}

/** Where fields and overriding methods go: before the lemmas, fields first. */
export function insertMembers(place: ProofPlace & { readonly text: string }, kind: "field" | "override", members: readonly string[]): string {
  const file = parse(place.path, place.text);
  const proof = proofClass(place, file);
  if (!proof) return place.text;
  const before = proof.members.filter((m) => ts.isPropertyDeclaration(m) || (kind === "override" && !hasDecorator(m, "lemma")));
  const at = before.at(-1)?.getEnd() ?? proof.members.pos;
  const followed = proof.members.length > before.length;
  const apart = before.length > 0 && kind === "override" ? "\n\n" : "\n";
  return insertText(place.text, at, `${apart}${members.join("\n\n")}${followed && before.length === 0 ? "\n" : ""}`);
}

/** With line breaks as they are in the rest. */
export const insertText = (text: string, at: number, inserted: string): string =>
  text.slice(0, at) + (text.includes("\r\n") ? inserted.replaceAll("\n", "\r\n") : inserted) + text.slice(at);

const hasDecorator = (m: ts.ClassElement, name: string): boolean =>
  ts.canHaveDecorators(m) && (ts.getDecorators(m) ?? []).some((d) => ts.isIdentifier(d.expression) && d.expression.text === name);

/** A method that the proof has itself. */
export function methodOfProof(place: ProofPlace & { readonly text: string }, name: string): ts.MethodDeclaration | undefined {
  return proofClass(place, parse(place.path, place.text))?.members.filter(ts.isMethodDeclaration).find((m) => m.name.getText() === name);
}

/** The class that extends the protocol. */
function proofClass({ protocol }: ProofPlace, file: ts.SourceFile): ts.ClassDeclaration | undefined {
  const local = file.statements.flatMap((s) => {
    const bindings = ts.isImportDeclaration(s) ? s.importClause?.namedBindings : undefined;
    return bindings && ts.isNamedImports(bindings) ? bindings.elements.filter((e) => (e.propertyName ?? e.name).text === protocol).map((e) => e.name.text) : [];
  })[0];
  const classes = file.statements.filter(ts.isClassDeclaration).filter((c) => ts.getModifiers(c)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword));
  const base = (c: ts.ClassDeclaration): ts.Expression | undefined => c.heritageClauses?.find((h) => h.token === ts.SyntaxKind.ExtendsKeyword)?.types[0].expression;
  const extending = classes.filter(base);
  return extending.find((c) => base(c)!.getText(file) === local) ?? extending[0];
}
