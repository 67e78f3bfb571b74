import type { Expr, Stmt } from "./expr.ts";
import { type Visitor, walkExpr, walkStmts } from "./visit.ts";

/** Names that a body or predicate mentions. */
export interface Uses {
  /** Fields read, except where they are only updated: `this.n = this.n + 1` does not read `n`. */
  readonly reads: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
  readonly locals: ReadonlySet<string>;
  /** Whether some field is read as it is after the step. */
  readonly readsNext: boolean;
}

class Collector implements Uses {
  readonly reads = new Set<string>();
  readonly writes = new Set<string>();
  readonly locals = new Set<string>();
  readsNext = false;

  readonly visitor: Visitor = this.#visitor(undefined);

  /** @param updated the field whose new value is at hand */
  #visitor(updated: string | undefined): Visitor {
    return {
      expr: (e) => {
        if (e.kind === "local") this.locals.add(e.name);
        if (e.kind !== "state") return;
        if (e.when === "next") this.readsNext = true;
        if (e.field !== updated) this.reads.add(e.field);
      },
      stmt: (s) => {
        if (s.kind !== "assign" || s.place.root.kind !== "state") return true;
        const { name } = s.place.root;
        this.writes.add(name);
        walkExpr(s.value, this.#visitor(name));
        for (const step of s.place.path) if (step.kind === "at") walkExpr(step.key, this.visitor);
        return false;
      },
    };
  }
}

export function usesOfBody(body: readonly Stmt[]): Uses {
  const found = new Collector();
  walkStmts(body, found.visitor);
  return found;
}

export function usesOfExpr(expr: Expr): Uses {
  const found = new Collector();
  walkExpr(expr, found.visitor);
  return found;
}
