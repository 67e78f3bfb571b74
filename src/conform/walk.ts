/** Takes an implementation along runs of the spec, and stops at the first answer that is not what the spec says. */
import { Judge, type Verdict } from "./judge.ts";
import type { Call, Move, Place, Space } from "./space.ts";
import type { System, Together } from "./system.ts";

/** A call and where the spec is afterwards; null where it does not allow it, and it has to be refused. */
export interface Taken { readonly call: Call; readonly to: Place | null }

export interface Plan {
  readonly initial: Place;
  readonly calls: readonly Taken[];
}

/** An implementation that differs from its spec. */
export class Diverged extends Error {
  override readonly name = "Diverged";
  /** @param plan ends with the call that was answered wrongly; without calls, it was the start */
  constructor(readonly plan: Plan, readonly verdict: Verdict) {
    super(verdict.message);
  }
}

/** Time is up, or somebody does not want to know any more. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  constructor(readonly why: "timeout" | "interrupted") {
    super(why);
  }
}

/** What has been tried, each transition and each refusal once. */
export class Covered {
  steps = 0;
  runs = 0;
  histories = 0;
  private readonly moves = new Set<Move>();
  private readonly refusals = new Map<Place, Set<Call>>();

  move(move: Move): void {
    this.moves.add(move);
  }

  refusal(place: Place, call: Call): void {
    const known = this.refusals.get(place);
    if (known) known.add(call);
    else this.refusals.set(place, new Set([call]));
  }

  has(move: Move): boolean {
    return this.moves.has(move);
  }

  get transitions(): number {
    return this.moves.size;
  }

  get refused(): number {
    let all = 0;
    for (const calls of this.refusals.values()) all += calls.size;
    return all;
  }
}

export class Walk {
  readonly covered = new Covered();
  private initial: Place;
  private calls: Taken[] = [];
  private at: Place;

  /** @param check called before everything that is asked of the system; throws Stopped */
  constructor(readonly space: Space, readonly system: System, readonly judge: Judge, private readonly check: () => void) {
    this.initial = this.at = space.initial[0];
  }

  get place(): Place {
    return this.at;
  }

  /** Steps since the start of this run. */
  get length(): number {
    return this.calls.length;
  }

  get plan(): Plan {
    return { initial: this.initial, calls: [...this.calls] };
  }

  /** @throws Diverged, Stopped, Misfit */
  async start(initial: Place): Promise<void> {
    this.check();
    this.initial = this.at = initial;
    this.calls = [];
    this.settle(this.judge.ofStart(await this.system.reset(this.space.givenState(initial)), initial.state));
  }

  /** A call that the spec allows. @throws Diverged, Stopped, Misfit */
  async move(move: Move): Promise<void> {
    await this.perform(move.call, move.to);
    this.covered.move(move);
    this.at = move.to;
  }

  /** A request that it does not allow. @throws Diverged, Stopped, Misfit */
  async refuse(call: Call): Promise<void> {
    await this.perform(call, null);
    this.covered.refusal(this.at, call);
  }

  /** Several requests at a time; where the spec is afterwards is for others to say. @throws Stopped */
  async together(calls: readonly Call[], schedule: number): Promise<Together> {
    this.check();
    this.covered.steps += calls.length;
    return this.system.together(calls.map((c) => ({ action: c.action.name, args: c.given })), schedule);
  }

  private async perform(call: Call, to: Place | null): Promise<void> {
    this.check();
    this.calls.push({ call, to });
    this.covered.steps++;
    this.settle(this.judge.ofCall(await this.system.perform(call.action.name, call.given), call, this.at.state, to && to.state));
  }

  private settle(verdict: Verdict | undefined): void {
    if (verdict) throw new Diverged(this.plan, verdict);
  }
}
