/** A spec as its own implementation, which does what the interpreter says. */
import type { BoundAction, GivenState, Outcome, PlainState, System, Together } from "../../../src/conform/system.ts";
import { argumentsOf, initialStates, runAction } from "../../../src/interp/step.ts";
import { sortsOf } from "../../../src/interp/env.ts";
import { stateToJson } from "../../../src/interp/json.ts";
import type { State } from "../../../src/interp/value.ts";
import type { Action, Protocol } from "../../../src/ir/protocol.ts";
import { valueToGiven } from "../../../src/conform/given.ts";

export class SpecItself implements System {
  readonly isolation = [];
  readonly actions: readonly BoundAction[];
  private readonly initial = new Map<string, State>();
  private readonly instances = new Map<string, { readonly action: Action; readonly args: State }>();
  private state: State = [];

  /** @param performed actions that nobody asks for */
  constructor(private readonly protocol: Protocol, performed: readonly string[] = []) {
    this.actions = protocol.actions.map(({ name, role }) => ({ name, kind: role || performed.includes(name) ? "perform" : "request" }));
    const sorts = sortsOf(protocol);
    for (const start of initialStates(protocol)) if ("state" in start) this.initial.set(key(Object.fromEntries(protocol.state.map((f, i) => [f.name, valueToGiven(start.state[i], f.type, sorts)]))), start.state);
    for (const action of protocol.actions) {
      for (const args of argumentsOf(action, sorts)) {
        this.instances.set(`${action.name} ${key(Object.fromEntries(action.params.map((p, i) => [p.name, valueToGiven(args[i], p.type, sorts)])))}`, { action, args });
      }
    }
  }

  async reset(initial: GivenState): Promise<Outcome> {
    this.state = this.initial.get(key(initial))!;
    return { kind: "done", seen: {}, observed: this.observed() };
  }

  async perform(name: string, args: GivenState): Promise<Outcome> {
    const { action, args: values } = this.instances.get(`${name} ${key(args)}`)!;
    const outcome = runAction(this.protocol, this.state, action, values);
    if (outcome.kind === "step") this.state = outcome.next;
    return { kind: outcome.kind === "step" ? "done" : "refused", seen: {}, observed: this.observed() };
  }

  async together(calls: readonly { readonly action: string; readonly args: GivenState }[]): Promise<Together> {
    const events = [];
    for (const [i, { action, args }] of calls.entries()) {
      const { kind, observed } = (await this.perform(action, args)) as Extract<Outcome, { observed: PlainState }>;
      events.push({ action, args: {}, called: i, returned: calls.length + i, refused: kind === "refused", seen: kind === "refused" ? {} : observed });
    }
    return { kind: "done", events, observed: this.observed() };
  }

  async close(): Promise<void> {}

  private observed(): PlainState {
    return stateToJson(this.state, this.protocol);
  }
}

const key = (given: GivenState): string => JSON.stringify(given, (_, v: unknown) => (v instanceof Set || v instanceof Map ? [...v] : v === undefined ? null : v));
