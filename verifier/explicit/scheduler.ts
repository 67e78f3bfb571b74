import type { Scheduling } from "../contract/walk.ts";
import { Random } from "./random.ts";
import type { Rows } from "./successors.ts";
import type { Path } from "./walk-path.ts";

/** Who decides where a walk goes. What it decides depends on the random numbers and on what it was told. */
export interface Scheduler {
  /** A walk begins. Puts the states into the path with which it does; none where it begins with an initial state. */
  begin(path: Path): void;
  /** Which of the rows is next, of which there is at least one. */
  choose(rows: Rows, total: number, path: Path): number;
  /** The path has a state more. */
  went(path: Path): void;
  /** Steps that were drawn from several of one process. */
  readonly ambiguous: number;
}

export class Uniform implements Scheduler {
  readonly ambiguous = 0;

  constructor(private readonly random: Random) {}

  begin(): void {}

  choose(_: Rows, total: number): number {
    return total === 1 ? 0 : this.random.below(total);
  }

  went(): void {}
}

/** Instances whose process is looked up in a table; others are in a map, up to as many. */
const remembered = 2 ** 16;

/** See `Scheduling`. */
export class PriorityScheduler implements Scheduler {
  ambiguous = 0;
  private readonly priorities: Int32Array;
  /** By change point, the step before which a priority falls. */
  private readonly changes: Int32Array;
  /** By row, its process. */
  private process = new Int32Array(64);
  private readonly tables: Int32Array[] = [];
  private readonly others = new Map<number, number>();

  constructor(private readonly random: Random, private readonly scheduling: Extract<Scheduling, { kind: "pct" }>, private readonly steps: number) {
    this.priorities = new Int32Array(scheduling.processes);
    this.changes = new Int32Array(scheduling.depth - 1);
  }

  begin(): void {
    const { priorities, changes, random } = this;
    const { depth } = this.scheduling;
    // Each order of the processes is as likely as any other.
    for (let i = 0; i < priorities.length; i++) {
      const j = random.below(i + 1);
      priorities[i] = priorities[j];
      priorities[j] = depth + i;
    }
    for (let i = 0; i < changes.length; i++) changes[i] = random.below(this.steps) + 1;
  }

  choose(rows: Rows, total: number, path: Path): number {
    if (this.process.length < total) this.process = new Int32Array(2 * total);
    for (let row = 0; row < total; row++) this.process[row] = this.processOf(rows.labels[row], rows.instances[row]);
    let first = this.highest(total);
    for (let i = 0; i < this.changes.length; i++) {
      if (this.changes[i] !== path.length) continue;
      this.priorities[this.process[first]] = i + 1;
      first = this.highest(total);
    }
    return this.oneOf(first, total);
  }

  went(): void {}

  /** The first row of the process with the highest priority. */
  private highest(total: number): number {
    const { process, priorities } = this;
    let best = 0;
    for (let row = 1; row < total; row++) if (priorities[process[row]] > priorities[process[best]]) best = row;
    return best;
  }

  /** A row of the same process. */
  private oneOf(first: number, total: number): number {
    const { process } = this;
    let chosen = first, several = 1;
    for (let row = first + 1; row < total; row++) {
      if (process[row] !== process[first]) continue;
      several++;
      if (this.random.below(several) === 0) chosen = row;
    }
    if (several > 1) this.ambiguous++;
    return chosen;
  }

  private processOf(action: number, instance: number): number {
    const { scheduling, others } = this;
    if (instance < remembered) {
      const table = (this.tables[action] ??= new Int32Array(remembered).fill(-1));
      if (table[instance] < 0) table[instance] = scheduling.processOf(action, instance);
      return table[instance];
    }
    const key = action * 2 ** 32 + instance;
    const known = others.get(key);
    if (known !== undefined) return known;
    if (others.size === remembered) others.clear();
    const process = scheduling.processOf(action, instance);
    others.set(key, process);
    return process;
  }
}
