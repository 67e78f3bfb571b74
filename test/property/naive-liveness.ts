/** Liveness of a small graph, without components or loops: every set of states is tried as those that a run visits again and again. */
export interface Step { readonly from: number; readonly to: number; readonly action: number; readonly instance: number }
export type Fair = readonly ("weak" | "strong" | null)[];

export interface Small {
  readonly count: number;
  readonly initial: readonly number[];
  /** No step leads from a state to itself. */
  readonly steps: readonly Step[];
  readonly fair: Fair;
}

/** Sets of states are bits of a number. */
export const mostStates = 8;

/**
 * Whether some fair run does not do what it owes. @param trigger by state; undefined where the goal is owed from the beginning
 * @returns undefined where the states that such a run could stay in are too many
 */
export function isViolated(graph: Small, trigger: readonly boolean[] | undefined, goal: readonly boolean[]): boolean | undefined {
  const reachable = closure(graph.steps, new Set(graph.initial), () => true);
  const starts = [...(trigger ? reachable : graph.initial)].filter((s) => !goal[s] && (trigger?.[s] ?? true));
  const region = [...closure(graph.steps, new Set(starts), (s) => !goal[s])];
  if (region.length > mostStates) return undefined;
  for (let bits = 1; bits < 2 ** region.length; bits++) {
    const visited = new Set(region.filter((_, i) => (bits >>> i) % 2 === 1));
    if (isFairRound(graph, visited)) return true;
  }
  return false;
}

function closure(steps: readonly Step[], from: ReadonlySet<number>, allowed: (state: number) => boolean): Set<number> {
  const found = new Set(from);
  for (let grown = true; grown;) {
    grown = false;
    for (const s of steps) {
      if (!found.has(s.from) || found.has(s.to) || !allowed(s.to)) continue;
      found.add(s.to);
      grown = true;
    }
  }
  return found;
}

/** Whether a run can visit these states for ever, all of them and no other, and be fair if it takes all the steps between them. */
function isFairRound({ steps, fair }: Small, visited: ReadonlySet<number>): boolean {
  const inner = steps.filter((s) => visited.has(s.from) && visited.has(s.to));
  for (const s of visited) if (closure(inner, new Set([s]), () => true).size !== visited.size) return false;
  const keys = new Set(steps.filter((s) => fair[s.action] !== null).map(({ action, instance }) => `${action} ${instance}`));
  return [...keys].every((key) => {
    const [action, instance] = key.split(" ").map(Number);
    const own = (s: Step): boolean => s.action === action && s.instance === instance;
    const enabled = new Set(steps.filter((s) => own(s) && visited.has(s.from)).map((s) => s.from));
    if (inner.some(own) || enabled.size === 0) return true;
    return fair[action] === "weak" && enabled.size < visited.size;
  });
}
