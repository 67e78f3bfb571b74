/** The class of a proof file: it adds lemmas and ghosts to a protocol, and must leave the protocol as it is. */
import ts from "typescript";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import { baseOf, classMade } from "./class-chain.ts";
import { exportedClasses, missing, nameOf, uses } from "./find-protocol.ts";
import type { Program } from "./program.ts";
import { errorAt } from "./refuse.ts";
import { isStep } from "./roles.ts";

/**
 * The exported class that extends the protocol.
 * @throws DiagnosticsError
 */
export function findProof(program: Program, file: ts.SourceFile, protocol: ts.ClassDeclaration): ts.ClassDeclaration {
  const found = exportedClasses(program, file).find((c) => uses(program, c, protocol));
  return found ?? missing(`${file.fileName} has no exported class that extends ${nameOf(protocol)}`, `write export class ${nameOf(protocol)}Proof extends ${nameOf(protocol)} { … }`);
}

/** @throws DiagnosticsError with every member by which the proof would be one of another protocol */
export function checkProof(program: Program, proof: ts.ClassDeclaration, protocol: ts.ClassDeclaration): void {
  const found: Diagnostic[] = [];
  if (baseOf(program, proof) !== protocol) {
    found.push(errorAt("T3013", proof.name ?? proof, `${nameOf(proof)} does not extend ${nameOf(protocol)} itself`, `write export class ${nameOf(proof)} extends ${nameOf(protocol)} { … }`));
  }
  for (const member of proof.members) {
    const override = ts.canHaveModifiers(member) ? ts.getModifiers(member)?.find((m) => m.kind === ts.SyntaxKind.OverrideKeyword) : undefined;
    const role = roleIn(program, member);
    if (ts.isMethodDeclaration(member) && (isStep(role) || role === "init") && override) continue;
    if (!(ts.isMethodDeclaration(member) && role === "lemma") && !(ts.isPropertyDeclaration(member) && role === "ghost")) {
      found.push(errorAt("T3013", member.name ?? member, "the class of a proof has @lemma methods, @ghost fields and their updates only",
        isStep(role) ? "steps belong to the spec; what a step of it does to ghosts is written as @action override" : "move it to the spec; what several lemmas share can be a function outside the class"));
    } else if (override) found.push(errorAt("T3013", override, `${member.name.getText()} would replace what the protocol has under this name`, "choose another name"));
    else if (ts.isPropertyDeclaration(member)) found.push(...ghostProblems(program, member));
  }
  if (found.length > 0) throw new DiagnosticsError(found);
}

function roleIn(program: Program, member: ts.ClassElement): string | undefined {
  const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
  return decorators.map((d) => program.dslName(d.expression)).find((name) => name !== undefined);
}

function ghostProblems(program: Program, field: ts.PropertyDeclaration): Diagnostic[] {
  const name = field.name.getText();
  if (!field.initializer) return [errorAt("T3015", field.name, `${name} starts with any value, which nothing can be remembered of`, `write one: ${name}: ${field.type?.getText() ?? "Type"} = …`)];
  if (classMade(program, field.initializer)) return [errorAt("T3013", field.initializer, `${name} would bring in the steps of another spec`, "a ghost holds a value: new Set<…>()")];
  return [];
}
