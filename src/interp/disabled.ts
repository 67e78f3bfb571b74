/** Why an action is not enabled. */
import { InternalError } from "../base/assert-never.ts";
import type { Action, Protocol } from "../ir/protocol.ts";
import { blameOf, conjunctsBefore } from "./blame.ts";
import { sortsOf } from "./env.ts";
import { argumentsOf, runAction } from "./step.ts";
import type { BlockedAction, Blame } from "./trace.ts";
import type { State, Value } from "./value.ts";

/** How an action instance was stopped by a `require`. */
export interface Blocked {
  readonly blame: Blame;
  /** How far it came: `require` statements that held, then conjuncts of the one that did not. */
  readonly progress: readonly [passed: number, conjuncts: number];
}

/** Null where the instance is enabled or fails. */
export function whyBlocked(protocol: Protocol, state: State, action: Action, args: readonly Value[]): Blocked | null {
  let passed = 0;
  let found: Blocked | null = null;
  runAction(protocol, state, action, args, {
    passed: () => void passed++,
    blocked: (cond, env) => void (found = { blame: blameOf(cond, env), progress: [passed, conjunctsBefore(cond, env)] }),
  });
  return found;
}

export interface Disabled extends BlockedAction {
  readonly blame: Blame;
  /** The state that `args` and `blame` are about. */
  readonly state: State;
  /** Action instances that were stopped by this part, and all that were tried. */
  readonly stopped: number;
  readonly tried: number;
}

/**
 * The part of a `require` that stops the instances that come farthest; of those that come equally far, the most frequent.
 * @param states a sample
 * @param attempts action instances to try at most
 * @returns null where no instance was stopped by a `require`
 * @throws InternalError where there is no such action
 */
export function whyDisabled(protocol: Protocol, states: Iterable<State>, actionName: string, attempts = 20_000): Disabled | null {
  const action = protocol.actions.find((a) => a.name === actionName);
  if (!action) throw new InternalError(`no action ${actionName}`);
  const farthest = new Farthest(action);
  for (const state of states) {
    for (const args of argumentsOf(action, sortsOf(protocol))) {
      if (farthest.tried === attempts) return farthest.result();
      farthest.add(state, args, whyBlocked(protocol, state, action, args));
    }
  }
  return farthest.result();
}

class Farthest {
  tried = 0;
  readonly #action: Action;
  #progress: Blocked["progress"] = [-1, -1];
  /** Of the instances that came that far, by the part that stopped them. */
  readonly #stops = new Map<string, { readonly state: State; readonly args: readonly Value[]; readonly blame: Blame; stopped: number }>();

  constructor(action: Action) {
    this.#action = action;
  }

  add(state: State, args: readonly Value[], blocked: Blocked | null): void {
    this.tried++;
    if (!blocked) return;
    const ahead = blocked.progress[0] - this.#progress[0] || blocked.progress[1] - this.#progress[1];
    if (ahead < 0) return;
    if (ahead > 0) {
      this.#progress = blocked.progress;
      this.#stops.clear();
    }
    const key = JSON.stringify([blocked.blame.span, blocked.blame.text]);
    const stop = this.#stops.get(key);
    if (stop) stop.stopped++;
    else this.#stops.set(key, { state, args, blame: blocked.blame, stopped: 1 });
  }

  result(): Disabled | null {
    const stops = [...this.#stops.values()];
    if (stops.length === 0) return null;
    const most = stops.reduce((a, b) => (b.stopped > a.stopped ? b : a));
    return { action: this.#action.name, ...most, args: bindArgs(this.#action, most.args), tried: this.tried };
  }
}

/** Arguments with the names and types of their parameters. */
export const bindArgs = ({ params }: Pick<Action, "params">, args: readonly Value[]): BlockedAction["args"] =>
  params.map((p, i) => ({ name: p.name, type: p.type, value: args[i] }));
