/** The whole way from a file to the IR. */
import ts from "typescript";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import type { Action, Liveness, Metric, Property, Protocol, StateField } from "../ir/protocol.ts";
import { walkExpr } from "../ir/visit.ts";
import type { Model, RoleMethod, StateSlot } from "./class-model.ts";
import { rootModel } from "./classes.ts";
import type { Role, Services, TypeArgs } from "./context.ts";
import { defaultScope } from "./default-scope.ts";
import { designsOf } from "./designs.ts";
import { docOf } from "./doc.ts";
import { fairnessOf } from "./fairness.ts";
import { findProtocol } from "./find-protocol.ts";
import { checkInitialOf, lowerGhostUpdate } from "./ghosts.ts";
import { lowerAction, type LoweredAction, lowerInitializer, lowerLiveness, lowerPredicate } from "./lower-body.ts";
import { loadProgram, type Program, type ProofText } from "./program.ts";
import { checkProof, findProof } from "./proof-class.ts";
import { refuse } from "./refuse.ts";
import { isLiveness, isStep } from "./roles.ts";
import { newSorts } from "./sorts.ts";
import type { Snapshot } from "./snapshot.ts";
import { spanOf } from "./span.ts";
import { traps } from "./traps.ts";
import { newTypes } from "./types.ts";
import { unusedSorts } from "./unused-sorts.ts";

export interface CompileOptions {
  /** The class to check, where a file has several. */
  readonly protocol?: string;
  /** A file whose exported class extends the protocol, or its text; that class is compiled in its place. */
  readonly proof?: string | ProofText;
  /** See `loadProgram`. */
  readonly snapshot?: Snapshot;
}

export interface Compiled { readonly protocol: Protocol; readonly warnings: readonly Diagnostic[] }

/**
 * Compiles a spec, a file or a folder that holds `spec.ts`. Nothing of it is run.
 * @throws DiagnosticsError with everything that is wrong with it, warnings included, in the order of the text
 */
export function compileSpec(path: string, options: CompileOptions = {}): Compiled {
  return compileProgram(loadProgram(path, options.proof, options.snapshot), options.protocol);
}

/** The same for what is loaded already. Lemmas of excerpts that are in error are left out, and are told as warnings. */
export function compileProgram(program: Program, name: string | undefined): Compiled {
  const protocolClass = findProtocol(program, program.main, name);
  const compiled = program.proof ? findProof(program, program.proof, protocolClass) : protocolClass;
  const found = new Diagnostics(program);
  if (program.proof) found.attempt(() => checkProof(program, compiled, protocolClass));
  const protocol = assemble(program, compiled, protocolClass.name!.text, found);
  const wrong = (d: Diagnostic): boolean => d.severity === "error" && !program.refused.has(d.span?.file ?? "");
  if (found.all.some(wrong) || !protocol) throw new DiagnosticsError(found.all);
  const warnings = [...traps(protocol), ...unusedSorts(program, protocol.sorts)];
  warnings.forEach((d) => found.report(d));
  if (warnings.some(wrong)) throw new DiagnosticsError(found.all);
  return { protocol, warnings: found.all };
}

/** Collects what is found, each thing once. */
class Diagnostics {
  readonly #found = new Map<string, Diagnostic>();
  constructor(private readonly program: Program) {}

  readonly report = (d: Diagnostic): void => {
    const key = JSON.stringify([d.code, d.span, d.message]);
    if (!this.#found.has(key)) this.#found.set(key, d);
  };

  /** The result, or undefined where it is in error. */
  attempt<T>(make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof DiagnosticsError)) throw error;
      error.diagnostics.forEach(this.report);
      return undefined;
    }
  }

  /** In the order of the text. */
  get all(): Diagnostic[] {
    const file = (d: Diagnostic): number => this.program.files.findIndex((f) => f.fileName === d.span?.file);
    return [...this.#found.values()].toSorted(
      (a, b) => file(a) - file(b) || (a.span?.line ?? 0) - (b.span?.line ?? 0) || (a.span?.column ?? 0) - (b.span?.column ?? 0),
    );
  }
}

function assemble(program: Program, declaration: ts.ClassDeclaration, name: string, found: Diagnostics): Protocol | undefined {
  const sorts = newSorts();
  const typeOf = newTypes(program, sorts);
  const services: Services = { checker: program.checker, typeOf, dslName: program.dslName, report: found.report };
  const model = found.attempt(() => {
    const open = declaration.typeParameters?.find((p) => !p.default);
    if (open) refuse("T3001", open, `${name} is generic, and nothing says what ${open.name.text} is`, `write a class that does: export class Checked extends ${name}<…> {}`);
    const typeArgs: TypeArgs = new Map(declaration.typeParameters?.map((p) => [
      program.checker.getSymbolAtLocation(p.name)!, typeOf(program.checker.getTypeFromTypeNode(p.default!), p.default!, new Map(), p.name.text),
    ]));
    return rootModel({ program, typeOf, report: found.report }, declaration, typeArgs);
  });
  if (!model) return undefined;
  const objects = withHeld(model);
  const slots = inOrder(model);
  const fields = slots.flatMap((slot) => found.attempt(() => stateField(services, slot)) ?? []);
  if (fields.length === slots.length) checkOrder(slots, fields, found);
  const refused = ({ declaration: { name: at } }: RoleMethod): boolean => (program.refused.get(spanOf(at).file)?.length ?? 0) > 0;
  const members = objects.flatMap((m) => m.methods.filter((method) => method.sound && !refused(method)).map((method) => ({ object: m, method })));
  const ofProof = (member: ts.Declaration): boolean => program.proof !== undefined && declaration.getSourceFile() === program.proof && member.parent === declaration;
  const ghosts = new Set(slots.filter((s) => ofProof(s.declaration)).map((s) => s.name));
  for (const f of fields) if (ghosts.has(f.name)) checkInitialOf(f).forEach((d) => found.report(d));
  const lowerOwn: LowerOwn = (object, method, own) =>
    ofProof(own) && overrides(own) ? lowerGhostUpdate(services, object, { ...method, declaration: own }, ghosts) : lowerAction(services, object, own, method.typeArgs);
  const actions = (of: (role: Role) => boolean): Action[] =>
    members.filter((m) => of(m.method.role)).flatMap((m) => found.attempt(() => action(services, m.object, m.method, lowerOwn)) ?? []);
  const predicates = <K extends (Property | Metric)["kind"]>(...kinds: K[]): (Omit<Property, "kind"> & { readonly kind: K })[] =>
    members.flatMap(({ object, method }) => {
      const kind = kinds.find((k) => k === kindOf(method));
      return (kind && found.attempt(() => property(services, object, method, kind))) ?? [];
    });
  const inits = actions((role) => role === "init");
  const steps = actions(isStep);
  const assumptions = predicates("assume");
  const properties = predicates("invariant", "lemma", "step", "reachable", "constraint", "terminal");
  const live = members.flatMap(({ object, method }) => {
    const { role } = method;
    return isLiveness(role) ? (found.attempt(() => liveness(services, object, method, role)) ?? []) : [];
  });
  const metrics = predicates("milestone", "cost", "stepCost");
  return {
    name,
    doc: docOf(declaration),
    span: spanOf(declaration.name ?? declaration),
    sorts: sorts.all,
    scope: scopeOf(objects, found),
    state: fields,
    assumptions,
    inits,
    actions: steps,
    properties,
    liveness: live,
    metrics,
    designs: model.designs ? designsOf(model.designs, name, fields, found.report) : [],
  };
}

/** An object and those that its fields hold, those first. */
const withHeld = (model: Model): Model[] => [...model.slots.flatMap((s) => (s.kind === "instance" ? withHeld(s.model) : [])), model];

/** The state of an object and of those it holds, in the order in which it gets its initial values. */
const inOrder = (model: Model): StateSlot[] => model.slots.flatMap((s) => (s.kind === "instance" ? inOrder(s.model) : [s]));

function stateField(services: Services, slot: StateSlot): StateField {
  const { initial } = slot;
  return {
    name: slot.name,
    type: slot.type,
    initial: initial && ("value" in initial ? initial.value : lowerInitializer(services, initial.instance, initial.expression, slot.type, initial.typeArgs)),
    role: slot.role,
    span: spanOf(ts.getNameOfDeclaration(slot.declaration) ?? slot.declaration),
  };
}

/** Whatever an initial value reads has to have its own value before. */
function checkOrder(slots: readonly StateSlot[], fields: readonly StateField[], found: Diagnostics): void {
  const before = new Set<string>();
  for (const [i, field] of fields.entries()) {
    const initial = slots[i].initial;
    if (field.initial && initial && "expression" in initial) {
      const { expression } = initial;
      walkExpr(field.initial, {
        expr(e) {
          if (e.kind !== "state" || before.has(e.field)) return;
          found.report({
            code: "T3009", severity: "error", span: spanOf(expression), notes: [{ message: "it is read here", span: e.span }], message: `${e.field} has no value yet where ${field.name} gets its own`,
            help: `declare ${e.field} before ${field.name}, or set ${field.name} in an @init method`,
          });
        },
      });
    }
    before.add(field.name);
  }
}

/** `proof-class.ts` refuses other actions of a proof. */
const overrides = (method: ts.MethodDeclaration): boolean => method.modifiers?.some((m) => m.kind === ts.SyntaxKind.OverrideKeyword) ?? false;

type LowerOwn = (object: Model, method: RoleMethod, declaration: ts.MethodDeclaration) => LoweredAction & { readonly step?: ts.MethodDeclaration };

function action(services: Services, object: Model, method: RoleMethod, lower: LowerOwn): Action {
  const { declaration } = method;
  if (!ts.isMethodDeclaration(declaration)) return refuse("T3010", declaration.name, `an @${method.role} is a method`, `write @${method.role} ${method.name}() { … }`);
  // What a proof adds to a step takes nothing from its fairness.
  const { params, body, step = declaration } = lower(object, method, declaration);
  const fair = fairnessOf(services, step);
  return {
    name: object.prefix + method.name, doc: docOf(step), span: spanOf(step.name), params, body,
    ...(isStep(method.role) && method.role !== "action" && { role: method.role }), ...(fair && { fair }),
  };
}

function liveness(services: Services, object: Model, method: RoleMethod, kind: Liveness["kind"]): Liveness {
  const { declaration } = method;
  if (!ts.isMethodDeclaration(declaration)) return refuse("T3010", declaration.name, `an @${kind} property is a method`, `write @${kind} ${method.name}() { … }`);
  return { kind, name: object.prefix + method.name, doc: docOf(declaration), span: spanOf(declaration.name), ...lowerLiveness(services, object, declaration, method.typeArgs, kind) };
}

/** What a cost is of, its parameter says. */
const kindOf = ({ role, declaration }: RoleMethod): Role | "stepCost" => (role === "cost" && declaration.parameters.length > 0 ? "stepCost" : role);

function property<K extends (Property | Metric)["kind"]>(services: Services, object: Model, method: RoleMethod, kind: K): Omit<Property, "kind"> & { readonly kind: K } {
  const body = lowerPredicate(services, object, method.declaration, method.typeArgs, method.role);
  return { kind, name: object.prefix + method.name, doc: docOf(method.declaration), body, span: spanOf(method.declaration.name) };
}

/** The sizes of the protocol's own class win over those of its bases and of the specs that it holds. */
function scopeOf(objects: readonly Model[], found: Diagnostics): Record<string, number> {
  const scopes = objects.flatMap((m) => m.scopes.toReversed()).map((literal) => defaultScope(literal, found.report));
  return Object.assign({}, ...scopes) as Record<string, number>;
}
