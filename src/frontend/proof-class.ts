/** The class of a proof file: it adds lemmas to a protocol, and must leave the protocol as it is. */
import ts from "typescript";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import { baseOf } from "./class-chain.ts";
import { exportedClasses, missing, nameOf, uses } from "./find-protocol.ts";
import type { Program } from "./program.ts";
import { errorAt } from "./refuse.ts";

/**
 * The exported class that extends the protocol.
 * @throws DiagnosticsError
 */
export function findProof(program: Program, file: ts.SourceFile, protocol: ts.ClassDeclaration): ts.ClassDeclaration {
  const found = exportedClasses(program, file).find((c) => uses(program, c, protocol));
  return found ?? missing(`${file.fileName} has no exported class that extends ${nameOf(protocol)}`, `write export class ${nameOf(protocol)}Proof extends ${nameOf(protocol)} { … }`);
}

/** @throws DiagnosticsError with everything by which the proof would be one of another protocol */
export function checkProof(program: Program, proof: ts.ClassDeclaration, protocol: ts.ClassDeclaration): void {
  const found: Diagnostic[] = [];
  if (baseOf(program, proof) !== protocol) {
    found.push(errorAt("T3013", proof.name ?? proof, `${nameOf(proof)} does not extend ${nameOf(protocol)} itself`, `write export class ${nameOf(proof)} extends ${nameOf(protocol)} { … }`));
  }
  for (const member of proof.members) {
    const override = ts.canHaveModifiers(member) ? ts.getModifiers(member)?.find((m) => m.kind === ts.SyntaxKind.OverrideKeyword) : undefined;
    const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
    if (!ts.isMethodDeclaration(member) || !decorators.some((d) => program.dslName(d.expression) === "lemma")) {
      found.push(errorAt("T3013", member.name ?? member, "the class of a proof has @lemma methods only", "move it to the spec; what several lemmas share can be a function outside the class"));
    } else if (override) found.push(errorAt("T3013", override, `${member.name.getText()} would replace what the protocol has under this name`, "choose another name"));
  }
  if (found.length > 0) throw new DiagnosticsError(found);
}
