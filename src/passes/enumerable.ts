/** Refuses types of which an engine would have to go through more values than it ever could. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { cardinality } from "../interp/domain.ts";
import type { Sorts } from "../interp/env.ts";
import type { Action, Liveness, Protocol } from "../ir/protocol.ts";
import { showType, type Type } from "../ir/type.ts";
import { partsOfType } from "../ir/visit-type.ts";
import type { TypeUse } from "./type-uses.ts";

const mostChoices = 2 ** 30;
const mostElements = 2 ** 16;

const isUnbounded = (t: Type): boolean => t.kind === "int" && (t.lo === null || t.hi === null);

/** @param uses without symbolic bounds */
export function checkEnumerable(uses: readonly TypeUse[], sorts: Sorts, report: (d: Diagnostic) => void): void {
  const told = new Set<string>();
  for (const use of uses) {
    const once = (key: string, d: Omit<Diagnostic, "severity" | "span">): void => {
      if (told.has(key)) return;
      told.add(key);
      report({ ...d, severity: "error", span: use.span });
    };
    const unbounded = hasUnbounded(use.type, use.enumerated);
    if (unbounded) {
      // An expression's type repeats what a field or parameter before it was told.
      once(`T6008 ${showType(unbounded)}`, {
        code: "T6008",
        message: `${use.what} ${use.enumerated ? "ranges over" : "has elements or keys of"} ${showType(unbounded)}, which has no end`,
        help: "Write the bounds in the type: Int<0, 7>.",
      });
      continue;
    }
    if (use.enumerated && cardinality(use.type, sorts) > mostChoices) {
      once(`T6009 ${showType(use.type)}`, {
        code: "T6009",
        message: `${use.what} ranges over ${showType(use.type)}, which has ${howMany(cardinality(use.type, sorts))} values`,
        help: "Use a smaller scope, a narrower type, or several parameters of smaller types.",
      });
    }
    const universe = hugeUniverse(use.type, sorts);
    if (universe) {
      once(`T6010 ${showType(universe)}`, {
        code: "T6010",
        message: `${use.what} holds elements or keys of ${showType(universe)}, which has ${howMany(cardinality(universe, sorts))} values; at most ${mostElements} can be told apart`,
        help: "Use a smaller scope or a narrower type.",
      });
    }
  }
}

/** Actions and liveness properties whose parameters together have too many values; each alone may have few. */
export function checkChoices(protocol: Protocol, sorts: Sorts, report: (d: Diagnostic) => void): void {
  const check = (a: Action | Liveness): void => {
    const sizes = a.params.map((p) => cardinality(p.type, sorts));
    const all = sizes.reduce((n, m) => n * m, 1);
    if (all <= mostChoices || sizes.some((n) => n > mostChoices)) return;
    report({
      code: "T6009",
      severity: "error",
      message: `The parameters of ${a.name} together have ${howMany(all)} values`,
      span: a.span,
      help: "Use a smaller scope, narrower types or fewer parameters.",
    });
  };
  protocol.inits.forEach(check);
  protocol.actions.forEach(check);
  protocol.liveness.forEach(check);
}

/** The first unbounded integer of which all values would be needed. */
function hasUnbounded(type: Type, enumerated: boolean): Type | undefined {
  if (enumerated && isUnbounded(type)) return type;
  for (const part of partsOfType(type)) {
    const found = hasUnbounded(part.type, enumerated || part.counted);
    if (found) return found;
  }
  return undefined;
}

function hugeUniverse(type: Type, sorts: Sorts): Type | undefined {
  for (const part of partsOfType(type)) {
    const found = part.counted && cardinality(part.type, sorts) > mostElements ? part.type : hugeUniverse(part.type, sorts);
    if (found) return found;
  }
  return undefined;
}

const howMany = (n: number): string => (n < 1e15 ? n.toLocaleString("en-US") : Number.isFinite(n) ? `about ${n.toExponential(0)}` : "more than 1e308");
