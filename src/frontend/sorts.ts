import type ts from "typescript";
import type { SortDecl } from "../ir/protocol.ts";
import { sort, type SortType } from "../ir/type.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

/** The sorts that a protocol turns out to use, in the order in which they are first met. */
export interface Sorts {
  declare(name: string, ordered: boolean, type: ts.Type, at: ts.Node): SortType;
  readonly all: readonly SortDecl[];
}

export function newSorts(): Sorts {
  const found = new Map<string, SortDecl>();
  return {
    get all() {
      return [...found.values()];
    },
    declare(name, ordered, type, at) {
      const known = found.get(name);
      if (!known) found.set(name, { name, ordered, size: null, span: spanOf(type.aliasSymbol?.declarations?.[0] ?? at) });
      else if (known.ordered !== ordered) {
        refuse("T2004", at, `${name} is both a Sort and an Order`, "declare it once, as the one or the other; give the other another name", [
          { message: `here it is ${known.ordered ? "an Order" : "a Sort"}`, span: known.span },
        ]);
      }
      return sort(name);
    },
  };
}
