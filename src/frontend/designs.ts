/** `static designs = { sync: { replication: "sync" } }`: choices of options that have names. */
import ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import { choosable, optionLiteral } from "../ir/option-value.ts";
import type { Design, OptionValue, StateField } from "../ir/protocol.ts";
import { showType } from "../ir/type.ts";
import { docOf } from "./doc.ts";
import { bare } from "./lower-context.ts";
import { errorAt } from "./refuse.ts";
import { spanOf } from "./span.ts";

const help = 'write them out: static designs = { safe: { replication: "sync" }, fast: { replication: "async" } }';

/** A name is typed on a command line, and stands in headings. */
const plainName = /^[\p{ID_Start}_$][\p{ID_Continue}$-]*$/u;

type Report = (d: Diagnostic) => void;

/** @param fields the state of the protocol, with its options. What is in error is left out. */
export function designsOf(literal: ts.Expression, protocol: string, fields: readonly StateField[], report: Report): Design[] {
  const entries = entriesOf(literal, "the designs are an object, with the options of each", report);
  if (entries?.length === 0) report(errorAt("T6012", literal, "there is no design", help));
  const known = new Map<string, string>();
  return (entries ?? []).flatMap(({ name, value, at }) => {
    if (!plainName.test(name)) report(errorAt("T6012", at.name, `${JSON.stringify(name)} is not a name for a design`, "use letters, digits, - and _, as in sync-with-witness"));
    const choices = entriesOf(value, "a design is an object, with a value for each option that it settles", report)?.map((c) => choice(c, protocol, choosable(fields), report));
    if (!choices?.every((c) => c !== undefined)) return [];
    const options = Object.fromEntries(choices);
    const key = JSON.stringify(Object.entries(options).toSorted());
    const same = known.get(key);
    if (same !== undefined) report(errorAt("T6012", at.name, `${name} is the same design as ${same}`, "give it other values, or leave it out"));
    known.set(key, name);
    return [{ name, doc: docOf(at), options, span: spanOf(at.name) }];
  });
}

interface Entry { readonly name: string; readonly value: ts.Expression; readonly at: ts.PropertyAssignment }

/** Undefined where it is no object. TypeScript refuses a name that is there twice. */
function entriesOf(node: ts.Expression, problem: string, report: Report): Entry[] | undefined {
  const object = bare(node);
  if (!ts.isObjectLiteralExpression(object)) {
    report(errorAt("T6012", node, problem, help));
    return undefined;
  }
  return object.properties.flatMap((at) => {
    if (ts.isPropertyAssignment(at) && (ts.isIdentifier(at.name) || ts.isStringLiteral(at.name))) return [{ name: at.name.text, value: at.initializer, at }];
    report(errorAt("T6012", at, "designs and their options are names with values", help));
    return [];
  });
}

/** The option and its value; undefined where they are in error. */
function choice({ name, value, at }: Entry, protocol: string, options: readonly StateField[], report: Report): [string, OptionValue] | undefined {
  const option = options.find((o) => o.name === name);
  const written = literalOf(value);
  if (!option) report(errorAt("T6006", at.name, `${protocol} has no option "${name}"`, options.length > 0 ? `The options are ${options.map((o) => o.name).join(", ")}.` : "It has no options."));
  else if (written === undefined) report(errorAt("T6012", value, "the value of an option is written out", help));
  else if (!optionLiteral(written, option.type, option.span)) report(errorAt("T6007", value, `${JSON.stringify(written)} is not a value for option ${name}`, `Its type is ${showType(option.type)}.`));
  else return [name, written];
  return undefined;
}

function literalOf(value: ts.Expression): OptionValue | undefined {
  const node = bare(value);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand)) return -Number(node.operand.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  return ts.isIdentifier(node) && node.text === "undefined" ? null : undefined;
}
