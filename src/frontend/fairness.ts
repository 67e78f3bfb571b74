/** What fair runs owe an action: `@fair` or `@fair("strong")` beside its role. */
import ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Fairness } from "../ir/protocol.ts";
import type { Role, Services } from "./context.ts";
import type { Program } from "./program.ts";
import { errorAt } from "./refuse.ts";

type Names = Pick<Services, "dslName">;

/** `@fair("strong")` is a call, `@fair` is none. */
const called = ({ expression }: ts.Decorator): ts.CallExpression | undefined => (ts.isCallExpression(expression) ? expression : undefined);

export const isFair = (names: Names, decorator: ts.Decorator): boolean => names.dslName(called(decorator)?.expression ?? decorator.expression) === "fair";

/** Undefined without the decorator. What it is given, `syntax.ts` has looked at. */
export function fairnessOf(names: Names, method: ts.MethodDeclaration): Fairness | undefined {
  const decorator = ts.getDecorators(method)?.find((d) => isFair(names, d));
  const [given] = (decorator && called(decorator)?.arguments) ?? [];
  return decorator && (given && ts.isStringLiteralLike(given) && given.text === "strong" ? "strong" : "weak");
}

/** Says what is wrong with the fairness of a method. */
export function checkFair(program: Program, method: ts.MethodDeclaration, role: Role | undefined, report: (d: Diagnostic) => void): void {
  const [decorator, second] = (ts.getDecorators(method) ?? []).filter((d) => isFair(program, d));
  if (!decorator) return;
  const wrong = (at: ts.Node, message: string, help: string): void => report(errorAt("T3020", at, message, help));
  const name = method.name.getText();
  if (second) wrong(second, "an action has one fairness", 'keep @fair("strong"), which is @fair and more, or @fair');
  if (method.getSourceFile() === program.proof) wrong(decorator, "fairness belongs to the spec", "move it there; what a proof adds to a step is not noticed by fairness");
  else if (role === undefined) wrong(decorator, `${name} is no step, and nothing is owed to it`, `write @fair @action ${name}(…), or drop @fair`);
  else if (role === "fault") wrong(decorator, "a fault need never happen", "drop @fair; what must happen at last is an @action or a @repair");
  else if (role !== "action" && role !== "repair" && role !== "delay") wrong(decorator, `fair runs owe nothing to ${role === "init" ? "an @init method" : "a property"}`, "write @fair beside the @action that must not be put off for ever");
}
