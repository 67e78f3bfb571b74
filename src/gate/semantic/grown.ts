/**
 * Where types of the head have more values than they had, what the base said is silent about those; its text is not. It is read once more
 * at the types of the head, so that a new value cannot be an exception from what was promised of all.
 */
import { InternalError } from "../../base/assert-never.ts";
import type { Action, Property, Protocol } from "../../ir/protocol.ts";
import { rebuildProtocol } from "../../ir/rebuild.ts";
import { sameType, showType, type Type } from "../../ir/type.ts";
import { mapType, partsOfType } from "../../ir/visit-type.ts";
import { holdsAll } from "./extent.ts";

export interface Grown {
  /** The base with the text that it has, at the types of the head. */
  readonly base: Protocol;
  /** What cannot be read that way. */
  readonly unreadable: readonly (Property | Action)[];
}

/** Undefined where no type has grown. */
export function grown(base: Protocol, head: Protocol): Grown | undefined {
  const larger = new Larger();
  const types = new Map<string, Type>();
  for (const f of base.state) {
    const now = head.state.find((g) => g.name === f.name)?.type;
    if (now && larger.meet(f.type, now)) types.set(f.name, now);
  }
  for (const a of [...base.inits, ...base.actions]) {
    const now = [...head.inits, ...head.actions].find((b) => b.name === a.name);
    for (const p of a.params) {
      const type = now?.params.find((q) => q.name === p.name)?.type;
      if (type) larger.meet(p.type, type);
    }
  }
  if (types.size === 0 && larger.isEmpty) return undefined;
  const bare: Protocol = { ...base, state: base.state.map((f) => ({ ...f, initial: null })), assumptions: [], inits: [], actions: [], properties: [], liveness: [], metrics: [], designs: [] };
  const reread = (p: Protocol): Protocol => rebuildProtocol(p, { type: larger.type, fieldType: (f) => types.get(f.name) ?? larger.type(f.type) });
  const unreadable: (Property | Action)[] = [];
  const each = <T extends Property | Action>(all: readonly T[], put: (one: T) => Partial<Protocol>, take: (p: Protocol) => readonly T[]): T[] => all.flatMap((one) => {
    try {
      return take(reread({ ...bare, ...put(one) }));
    } catch (error) {
      if (!(error instanceof InternalError)) throw error;
      unreadable.push(one);
      return [];
    }
  });
  return {
    base: {
      ...reread(bare), inits: [],
      assumptions: each(base.assumptions, (p) => ({ assumptions: [p] }), (p) => p.assumptions),
      actions: each(base.actions, (a) => ({ actions: [a] }), (p) => p.actions),
      properties: each(base.properties, (p) => ({ properties: [p] }), (p) => p.properties),
    },
    unreadable,
  };
}

/** Which type has taken the place of which. */
class Larger {
  private readonly by = new Map<string, Type>();

  get isEmpty(): boolean {
    return this.by.size === 0;
  }

  /** For types that are given together; true where the second one has more values. */
  meet(old: Type, now: Type): boolean {
    if (sameType(old, now) || !holdsAll(old, now)) return false;
    this.learn(old, now);
    return true;
  }

  /** Parts before what holds them. */
  private learn(old: Type, now: Type): void {
    if (now.kind === "option" && old.kind !== "option") return this.learn(old, now.of);
    if (sameType(old, now) || old.kind !== now.kind) return;
    if (old.kind === "union" && now.kind === "union") {
      for (const v of old.variants) {
        const w = now.variants.find((x) => x.tag === v.tag);
        v.fields.forEach((f, i) => { if (w) this.learn(f.type, w.fields[i].type); });
      }
    } else {
      const parts = partsOfType(now);
      partsOfType(old).forEach((p, i) => this.learn(p.type, parts[i].type));
    }
    if (old.kind === "enum" || old.kind === "int" || old.kind === "union" || old.kind === "record" || old.kind === "seq" || old.kind === "bag") {
      const text = showType(this.type(old));
      if (text !== showType(now)) this.by.set(text, now);
    }
  }

  readonly type = (type: Type): Type => mapType(type, (t) => this.by.get(showType(t)) ?? t);
}
