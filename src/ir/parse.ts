/** Reads the textual IR (see `print.ts`). Types are inferred by the builders, as everywhere. */
import { noSpan } from "../base/span.ts";
import { coerce } from "./build.ts";
import type { Expr } from "./expr.ts";
import { BodyParser, guarded } from "./parse-body.ts";
import { type Cursor, cursorOf, fail, integerOf, nameOf, naturalOf, textOf, typeOf, wordOf } from "./parse-node.ts";
import type { Action, Design, Fairness, Liveness, Metric, OptionValue, Param, Property, Protocol, SortDecl, StateField } from "./protocol.ts";
import { read, type Sexpr } from "./sexpr.ts";
import type { Type } from "./type.ts";

/**
 * A protocol from its text. Ill-typed text is refused; what else makes a protocol well-formed is not looked at.
 * @throws IrSyntaxError at the place that is wrong
 */
export function parse(source: string): Protocol {
  // The list of files stands before the protocol, as it can only be known when everything is printed.
  const header = /^\s*\(files(?<names>(?:\s+"(?:[^"\\\n]|\\.)*")*)\s*\)/.exec(source);
  const names = header ? cursorOf(read(header[0], () => undefined), "(").rest().slice(1).map(textOf) : [];
  const blank = header ? header[0].replace(/[^\n]/g, " ") : "";
  return parseProtocol(read(blank + source.slice(blank.length), (i) => names[i]));
}

function parseProtocol(node: Sexpr): Protocol {
  const c = cursorOf(node, "(");
  if (wordOf(c.next("protocol")) !== "protocol") fail(node, "expected (protocol …)");
  const name = nameOf(c.next("a name")), doc = textOf(c.next("a text"));
  const scopeList = cursorOf(c.next("(scope …)"), "(");
  if (wordOf(scopeList.next("scope")) !== "scope") fail(node, "expected (scope …)");
  const scope = scopeList.rest().map((entry): [string, number] => {
    const e = cursorOf(entry, "(");
    return [nameOf(e.next("a name")), e.last(naturalOf, "a number")];
  });
  const parts = new Parts();
  for (const item of c.rest()) parts.add(item);
  return {
    name, doc, span: node.span ?? noSpan, scope: Object.fromEntries(scope), sorts: parts.sorts, state: parts.state,
    assumptions: parts.assumptions, inits: parts.inits, actions: parts.actions, properties: parts.properties, liveness: parts.liveness, metrics: parts.metrics, designs: parts.designs,
  };
}

class Parts {
  readonly sorts: SortDecl[] = [];
  readonly state: StateField[] = [];
  readonly assumptions: Property[] = [];
  readonly inits: Action[] = [];
  readonly actions: Action[] = [];
  readonly properties: Property[] = [];
  readonly liveness: Liveness[] = [];
  readonly metrics: Metric[] = [];
  readonly designs: Design[] = [];
  private readonly fields = new Map<string, Type>();

  add(item: Sexpr): void {
    const c = cursorOf(item, "(");
    const head = wordOf(c.next("what is declared"));
    switch (head) {
      case "sort": this.sorts.push(this.sort(item, c)); return;
      case "variable": case "constant": case "option": this.state.push(this.field(item, c, head)); return;
      case "init": this.inits.push(this.action(item, c)); return;
      case "action": this.actions.push(this.action(item, c)); return;
      case "fault": case "repair": case "delay": this.actions.push({ ...this.action(item, c), role: head }); return;
      case "assume": this.assumptions.push(this.property(item, c, head)); return;
      case "invariant": case "lemma": case "step": case "reachable": case "constraint": case "terminal": this.properties.push(this.property(item, c, head)); return;
      case "eventually": case "leadsTo": this.liveness.push(this.live(item, c, head)); return;
      case "milestone": case "cost": case "stepCost": this.metrics.push(this.property(item, c, head)); return;
      case "design": this.designs.push(this.design(item, c)); return;
      default: fail(item, `unknown declaration ${head}`);
    }
  }

  private design(item: Sexpr, c: Cursor): Design {
    const name = nameOf(c.next("a name")), doc = textOf(c.next("a text"));
    const options = c.rest().map((node): [string, OptionValue] => {
      const o = cursorOf(node, "(");
      return [nameOf(o.next("a name")), o.last(optionValueOf, "a value")];
    });
    return { name, doc, options: Object.fromEntries(options), span: item.span ?? noSpan };
  }

  private sort(item: Sexpr, c: Cursor): SortDecl {
    const name = nameOf(c.next("a name"));
    const order = c.next("ordered or unordered"), kind = wordOf(order);
    if (kind !== "ordered" && kind !== "unordered") fail(order, "expected ordered or unordered");
    return { name, ordered: kind === "ordered", size: c.last((n) => (n.kind === "word" && n.text === "_" ? null : naturalOf(n)), "a size"), span: item.span ?? noSpan };
  }

  private field(item: Sexpr, c: Cursor, role: StateField["role"]): StateField {
    const name = nameOf(c.next("a name")), type = typeOf(c.next("a type"));
    const initial = c.last((n) => new BodyParser(this.fields).optional(n), "an initial value or ()");
    this.fields.set(name, type);
    return { name, type, initial: initial && guarded(item, () => coerce(initial, type)), role, span: item.span ?? noSpan };
  }

  private action(item: Sexpr, c: Cursor): Action {
    const body = new BodyParser(this.fields);
    const name = nameOf(c.next("a name")), doc = textOf(c.next("a text"));
    const params = this.params(c, body);
    const stmts = body.stmts(c.next("{statements}")), [fair, extra] = c.rest();
    if (extra) fail(extra, "unexpected item at the end of a list");
    return { name, doc, params, body: stmts, span: item.span ?? noSpan, ...(fair && { fair: fairnessOf(fair) }) };
  }

  private live(item: Sexpr, c: Cursor, kind: Liveness["kind"]): Liveness {
    const name = nameOf(c.next("a name")), doc = textOf(c.next("a text")), bodies = [new BodyParser(this.fields), new BodyParser(this.fields)];
    const params = this.params(c, ...bodies);
    const from = kind === "leadsTo" ? bodies[0].expr(c.next("an expression")) : null;
    return { kind, name, doc, params, from, to: c.last((n) => bodies[1].expr(n), "an expression"), span: item.span ?? noSpan };
  }

  private params(c: Cursor, ...bodies: readonly BodyParser[]): Param[] {
    return cursorOf(c.next("[parameters]"), "[").rest().map((node): Param => {
      const p = cursorOf(node, "("), name = nameOf(p.next("a name")), type = p.last(typeOf, "a type");
      for (const body of bodies) body.bind(name, type);
      return { name, type, span: node.span ?? noSpan };
    });
  }

  private property<K extends (Property | Metric)["kind"]>(item: Sexpr, c: Cursor, kind: K): Omit<Property, "kind"> & { readonly kind: K } {
    const name = nameOf(c.next("a name")), doc = textOf(c.next("a text"));
    return { kind, name, doc, body: c.last((n): Expr => new BodyParser(this.fields).expr(n), "an expression"), span: item.span ?? noSpan };
  }
}

function fairnessOf(node: Sexpr): Fairness {
  const word = wordOf(node);
  return word === "weak" || word === "strong" ? word : fail(node, "expected weak or strong");
}

function optionValueOf(node: Sexpr): OptionValue {
  if (node.kind === "text") return node.text;
  switch (wordOf(node)) {
    case "true": return true;
    case "false": return false;
    case "null": return null;
    default: return integerOf(node);
  }
}
