/** Which class of a file is the protocol. */
import ts from "typescript";
import { DiagnosticsError } from "../base/diagnostic.ts";
import { baseOf, classMade } from "./class-chain.ts";
import type { Program } from "./program.ts";
import { refuse } from "./refuse.ts";
import { isStep } from "./roles.ts";
import { spanOf, spanOfRange } from "./span.ts";

/**
 * The exported class with actions that no other exported class of the file extends or holds, or the one that is named.
 * @throws DiagnosticsError
 */
export function findProtocol(program: Program, file: ts.SourceFile, name: string | undefined): ts.ClassDeclaration {
  const declared = file.statements.filter(ts.isClassDeclaration);
  if (name !== undefined) return named(declared, name, file);
  const exported = exportedClasses(program, file);
  const able = exported.filter((c) => !isAbstract(c) && acts(program, c));
  const found = able.filter((c) => !exported.some((other) => other !== c && uses(program, other, c)));
  const [first, second] = found;
  if (second) {
    return refuse("T3002", second.name ?? second, `${found.map(nameOf).join(" and ")} could each be the protocol`, `choose one: --protocol ${nameOf(first)}`, [
      { message: "this is another", span: spanOf(first.name ?? first) },
    ]);
  }
  if (first) return first.name ? first : refuse("T3001", first, "the protocol has no name", "write export class MyProtocol { … }");
  return none(declared, exported, able, file);
}

export const nameOf = (c: ts.ClassDeclaration): string => c.name?.text ?? "default";
const isAbstract = (c: ts.ClassDeclaration): boolean => ts.getModifiers(c)?.some((m) => m.kind === ts.SyntaxKind.AbstractKeyword) ?? false;

function named(declared: readonly ts.ClassDeclaration[], name: string, file: ts.SourceFile): ts.ClassDeclaration {
  const found = declared.find((c) => c.name?.text === name);
  if (found && isAbstract(found)) return refuse("T3001", found.name ?? found, `${name} is abstract`, "choose a class that extends it");
  if (found) return found;
  const names = declared.map(nameOf);
  return missing(`there is no class ${name} in ${file.fileName}`, names.length > 0 ? `its classes are ${names.join(", ")}` : "write export class MyProtocol { … }");
}

function none(declared: readonly ts.ClassDeclaration[], exported: readonly ts.ClassDeclaration[], able: readonly ts.ClassDeclaration[], file: ts.SourceFile): never {
  const [candidate] = declared;
  if (able.length > 0) return refuse("T3002", able[0].name ?? able[0], "each class of the file is extended or held by another", `choose one: --protocol ${nameOf(able[0])}`);
  if (exported.length > 0) {
    const concrete = exported.find((c) => !isAbstract(c));
    if (!concrete) return refuse("T3001", exported[0].name ?? exported[0], `${nameOf(exported[0])} is abstract`, "export a class that extends it");
    return refuse("T3001", concrete.name ?? concrete, `${nameOf(concrete)} has no action`, "write at least one step of the protocol: @action name() { … }");
  }
  if (candidate) return refuse("T3001", candidate.name ?? candidate, `${nameOf(candidate)} is not exported`, `write export class ${nameOf(candidate)} { … }`);
  throw new DiagnosticsError([
    { code: "T3001", severity: "error", message: "the file has no class", span: spanOfRange(file, 0, 0), help: "write the protocol as a class: export class MyProtocol { … }" },
  ]);
}

export function missing(message: string, help: string): never {
  throw new DiagnosticsError([{ code: "T3001", severity: "error", message, help }]);
}

export function exportedClasses(program: Program, file: ts.SourceFile): ts.ClassDeclaration[] {
  const { checker } = program;
  const module = checker.getSymbolAtLocation(file);
  const symbols = module ? checker.getExportsOfModule(module) : [];
  const all = symbols.map((s) => (s.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(s) : s));
  return file.statements.filter((s): s is ts.ClassDeclaration => ts.isClassDeclaration(s) && all.some((a) => a.declarations?.includes(s)));
}

/** Whether objects of the class have actions: its own, inherited, or those of a spec that it holds. */
function acts(program: Program, declaration: ts.ClassDeclaration, seen: readonly ts.ClassDeclaration[] = []): boolean {
  if (seen.includes(declaration)) return false;
  const own = declaration.members.some((m) => {
    if (ts.canHaveDecorators(m) && ts.getDecorators(m)?.some((d) => isStep(program.dslName(d.expression)))) return true;
    const held = ts.isPropertyDeclaration(m) ? classMade(program, m.initializer) : undefined;
    return held !== undefined && acts(program, held, [...seen, declaration]);
  });
  const base = baseOf(program, declaration);
  return own || (base !== undefined && acts(program, base, [...seen, declaration]));
}

/** Whether a class extends another, however far up, or holds it in a field. */
export function uses(program: Program, user: ts.ClassDeclaration, used: ts.ClassDeclaration): boolean {
  const seen = new Set<ts.ClassDeclaration>();
  for (let at: ts.ClassDeclaration | undefined = user; at && !seen.has(at); at = baseOf(program, at)) {
    if (at !== user && at === used) return true;
    if (at.members.some((m) => ts.isPropertyDeclaration(m) && classMade(program, m.initializer) === used)) return true;
    seen.add(at);
  }
  return false;
}
