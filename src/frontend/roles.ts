/** What a method is: its decorator, and the parameters that go with it. */
import ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Liveness } from "../ir/protocol.ts";
import type { Role, StepRole } from "./context.ts";
import { isFair } from "./fairness.ts";
import type { Program } from "./program.ts";
import { errorAt } from "./refuse.ts";

const roles: ReadonlySet<string> = new Set<Role>([
  "action", "fault", "repair", "delay", "init", "invariant", "lemma", "step", "reachable", "assume", "constraint", "terminal", "eventually", "leadsTo", "milestone", "cost",
]);
const steps: ReadonlySet<string | undefined> = new Set<StepRole>(["action", "fault", "repair", "delay"]);
const isRole = (name: string | undefined): name is Role => name !== undefined && roles.has(name);

/** Whether methods of the role are steps. */
export const isStep = (role: string | undefined): role is StepRole => steps.has(role);

/** Whether methods of the role say what every fair run does. */
export const isLiveness = (role: string | undefined): role is Liveness["kind"] => role === "eventually" || role === "leadsTo";

/** `action` or `invariant` with its article, for messages. */
export const withArticle = (role: Role): string => (/^[aei]/.test(role) ? `an @${role}` : `a @${role}`);

const known = [...roles].map((r) => `@${r}`).join(", ");

/** The role that the decorators of a method give it. Decorators elsewhere are refused by their form. */
export function roleOf(program: Program, node: ts.MethodDeclaration, report: (d: Diagnostic) => void): Role | undefined {
  const found: Role[] = [];
  for (const decorator of ts.getDecorators(node) ?? []) {
    if (isFair(program, decorator)) continue;
    const name = program.dslName(decorator.expression);
    if (!isRole(name)) report(errorAt("T3004", decorator, `${decorator.getText()} is not a role`, `the roles are ${known}, imported from "tenet"`));
    else if (found.length > 0) report(errorAt("T3004", decorator, `a method has one role, and this one is ${withArticle(found[0])}`, "write two methods; what they share goes into a third without a decorator"));
    else if (name === "lemma" && node.getSourceFile() !== program.proof) report(errorAt("T3012", decorator, "a lemma belongs to a proof", "move it to proof.ts, beside spec.ts; or make it an @invariant"));
    else found.push(name);
  }
  return found[0];
}

/** Says what is wrong with the signature of a method that has a role. */
export function checkSignature(method: ts.MethodDeclaration, role: Role, report: (d: Diagnostic) => void): void {
  const [generic] = method.typeParameters ?? [];
  if (generic) report(errorAt("T3010", generic, `${withArticle(role)} cannot be generic`, "write the type; a class may be generic"));
  const [first, second] = method.parameters;
  if (role === "delay" && first) {
    report(errorAt("T3010", first, "a @delay has no parameters", "time passes for all messages at once"));
  } else if (isStep(role) || role === "init" || isLiveness(role)) {
    for (const p of method.parameters) {
      if (p.dotDotDotToken || p.initializer || !ts.isIdentifier(p.name)) {
        report(errorAt("T3010", p, "a parameter is a name with a type", `it takes every value of its type, so write one name for each: ${method.name.getText()}(from: Node, to: Node)`));
      }
    }
  } else if (role === "step") {
    if (!first) report(errorAt("T3010", method.name, "a @step property looks at the state after the step", `take it as a parameter: @step ${method.name.getText()}(next: this) { return … }`));
    if (second) report(errorAt("T3010", second, "a @step property has one parameter", "quantify over the others: forall((n: Node) => …)"));
  } else if (role === "cost") {
    if (second) report(errorAt("T3010", second, "a @cost has at most one parameter, the state after the step", "without one, it is the cost of a state; sum over the others: sum((n: Node) => …)"));
  } else if (first) {
    report(errorAt("T3010", first, `${withArticle(role)} has no parameters`, `quantify inside: return forall((${first.getText()}) => …)`));
  }
}
