/** An implementation of the spec `test/cli/specs/tickets` in this process, of which subclasses are wrong. */
import type { BoundAction, Given, GivenState, Outcome, Plain, PlainState, System, SystemFailure, Timed, Together } from "../../../src/conform/system.ts";

export class Tickets {
  line: string[] = [];
  served = 0;
  open = false;
  steps = 0;

  unlock(): boolean | PlainState {
    this.open = true;
    return true;
  }
  join(client: string): boolean | PlainState {
    if (!this.open || this.line.includes(client)) return false;
    this.line.push(client);
    return { line: [...this.line] };
  }
  serve(client: string): boolean | PlainState {
    if (this.line[0] !== client || this.served === 3) return false;
    this.line.shift();
    this.served++;
    return true;
  }
  close(): boolean | PlainState {
    this.open = false;
    this.line = [];
    return true;
  }
  observe(): PlainState {
    return { line: [...this.line], served: this.served, open: this.open };
  }
}

export class Broken extends Error {
  constructor(readonly kind: SystemFailure["kind"]) {
    super("it broke");
  }
}

export interface FakeOptions {
  readonly kinds?: Readonly<Record<string, BoundAction["kind"]>>;
  /** Every concurrent call reads before any writes. */
  readonly racy?: boolean;
}

/** What was asked, in order: a start is an empty text. */
export class Fake implements System {
  readonly isolation = ["none"];
  readonly asked: string[] = [];
  readonly actions: readonly BoundAction[];
  private system: Tickets;

  constructor(private readonly make: () => Tickets = () => new Tickets(), private readonly options: FakeOptions = {}) {
    const kinds = { unlock: "perform", join: "request", serve: "request", close: "perform", ...options.kinds } as const;
    this.actions = Object.entries(kinds).map(([name, kind]) => ({ name, kind }));
    this.system = make();
  }

  async reset(): Promise<Outcome> {
    this.asked.push("");
    this.system = this.make();
    return { kind: "done", seen: {}, observed: this.system.observe() };
  }

  async perform(action: string, args: GivenState): Promise<Outcome> {
    this.asked.push(`${action}(${Object.values(args).join()})`);
    this.system.steps++;
    try {
      const answer = this.call(action, args);
      return { kind: answer === false ? "refused" : "done", seen: typeof answer === "object" ? answer : {}, observed: this.system.observe() };
    } catch (error) {
      if (error instanceof Broken) return { kind: "failed", failure: { kind: error.kind, message: error.message } };
      throw error;
    }
  }

  async together(actions: readonly { readonly action: string; readonly args: GivenState }[], schedule: number): Promise<Together> {
    this.asked.push(`${schedule}: ${actions.map((a) => a.action).join()}`);
    const before = [...this.system.line];
    const order = actions.map((_, i) => (i + schedule) % actions.length);
    const events: Timed[] = [];
    for (const i of order) {
      if (this.options.racy) this.system.line = [...before];
      const answer = this.call(actions[i].action, actions[i].args);
      events[i] = { action: actions[i].action, args: {}, called: i, returned: actions.length + i, refused: answer === false, seen: typeof answer === "object" ? answer : {} };
    }
    return { kind: "done", events, observed: this.system.observe() };
  }

  async close(): Promise<void> {}

  private call(action: string, { client }: { readonly client?: Given }): boolean | Readonly<Record<string, Plain>> {
    switch (action) {
      case "unlock": return this.system.unlock();
      case "join": return this.system.join(client as string);
      case "serve": return this.system.serve(client as string);
      default: return this.system.close();
    }
  }
}
