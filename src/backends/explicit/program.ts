/** The module under construction: what all its functions share. */
import { InternalError } from "../../base/assert-never.ts";
import type { Span } from "../../base/span.ts";
import type { FailureReason } from "../../ir/protocol.ts";
import { add, type KExpr, type KFunction, konst } from "./kernel.ts";
import type { CanonicalForm, Symmetry } from "./symmetry/form.ts";
import type { FieldLayout, Layout } from "./layout.ts";
import { uniqueName } from "./names.ts";

/** A place in the spec where evaluation can fail. */
export interface FailureSite {
  readonly reason: FailureReason;
  readonly span: Span;
}

/** What a model is made to do besides what every model does. */
export interface EmitOptions {
  /** Indices of actions: where an instance of one of them changes something, that is the only step taken (`passes/reduction`). */
  readonly reduction?: readonly number[];
  /** Whether the sink is told the action that made each row. */
  readonly labels?: boolean;
  /** With labels: whether it is told, too, which instance of the action that was. */
  readonly instances?: boolean;
  /** Whether the model can evaluate the predicates of liveness properties. */
  readonly liveness?: boolean;
  /** Every row is a canonical form under the permutations of these sorts, which are interchangeable. */
  readonly symmetry?: Symmetry;
}

export class Program {
  readonly functions: KFunction[] = [];
  readonly failureSites: FailureSite[] = [];
  /** Constant tables by name. */
  readonly tables = new Map<string, readonly number[]>();
  /** Addresses of the source state and of the state being made, unpacked, then packed. */
  readonly source: number;
  readonly target: number;
  readonly packed: number;
  readonly packedTarget: number;
  readonly layout: Layout;
  readonly #fields: ReadonlyMap<string, FieldLayout>;
  /** Set where rows are canonical forms. */
  canonical: CanonicalForm | undefined;
  readonly #sites = new Map<string, number>();
  /** By loop of the IR, whether its body cannot fail. */
  readonly #loops = new Map<object, boolean>();
  readonly #names = new Set<string>(["m", "rows", "sink", "enabled", "capacity", "labels", "instances", "states", "offset", "row", "words", "same", "popcount", "writeRow", "load", "dirty", "createModel"]);
  /** Names of shared functions and tables by key. */
  readonly #shared = new Map<string, string>();
  #size: number;

  constructor(layout: Layout, readonly options: EmitOptions = {}) {
    this.layout = layout;
    this.#fields = new Map(layout.fields.map((f) => [f.field.name, f]));
    const slots = layout.slots.length;
    this.source = 0;
    this.target = slots;
    this.packed = 2 * slots;
    this.packedTarget = this.packed + layout.words;
    this.#size = this.packedTarget + layout.words;
  }

  /** Slots of memory that the module needs. */
  get size(): number {
    return this.#size;
  }

  /** The address of slots that nothing else uses, zero at first. */
  allocate(slots: number): number {
    const at = this.#size;
    this.#size += slots;
    return at;
  }

  field(name: string): FieldLayout {
    const field = this.#fields.get(name);
    if (!field) throw new InternalError(`no state field ${name}`);
    return field;
  }

  /** The address of a field in the unpacked state at `base`. */
  fieldAddress(name: string, base: KExpr): KExpr {
    return add(base, konst(this.field(name).offset, name));
  }

  noteLoop(loop: object, safe: boolean): void {
    this.#loops.set(loop, safe && this.#loops.get(loop) !== false);
  }

  /** Whether the body of a loop of the IR cannot fail, as far as is known. */
  isSafe(loop: object): boolean {
    return this.#loops.get(loop) === true;
  }

  failureSite(reason: FailureReason, span: Span): number {
    const key = `${reason} ${span.file}:${span.line}:${span.column}:${span.endLine}:${span.endColumn}`;
    const known = this.#sites.get(key);
    if (known !== undefined) return known;
    const site = this.failureSites.push({ reason, span }) - 1;
    this.#sites.set(key, site);
    return site;
  }

  /** A name for a function or table of the module. */
  globalName(hint: string): string {
    return uniqueName(hint, this.#names);
  }

  /** Names that locals must not take. */
  get globals(): ReadonlySet<string> {
    return this.#names;
  }

  /** The function made for `key`: the same one however often it is asked for. */
  sharedFunction(key: string, hint: string, make: (name: string) => KFunction): string {
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const name = this.#sharedName(hint);
    this.#shared.set(key, name);
    this.functions.push(make(name));
    return name;
  }

  /** The name of a constant table. */
  table(key: string, values: () => readonly number[]): string {
    const name = this.#shared.get(key) ?? this.#sharedName(key);
    this.#shared.set(key, name);
    if (!this.tables.has(name)) this.tables.set(name, values());
    return name;
  }

  /** Distinct from all locals, also from those named before: theirs have no dollar sign. */
  #sharedName(hint: string): string {
    return `$${this.globalName(hint)}`;
  }
}
