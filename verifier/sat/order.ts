import { grown, IntList } from "./int-list.ts";

const decay = 0.95;
const limit = 1e100;

/** The variables that may be open, those of many recent conflicts first: a binary heap. */
export class Order {
  private activity = new Float64Array(32);
  /** By variable: its place in the heap, or -1. */
  private places = new Int32Array(32);
  private readonly heap = new IntList(32);
  private increment = 1;

  addVariable(variable: number): void {
    this.activity = grown(this.activity, variable + 1);
    this.places = grown(this.places, variable + 1);
    this.places[variable] = -1;
    this.insert(variable);
  }

  insert(variable: number): void {
    if (this.places[variable] >= 0) return;
    this.heap.push(variable);
    this.up(this.heap.size - 1, variable);
  }

  /** The first, which it leaves; -1 if there is none. */
  take(): number {
    if (this.heap.size === 0) return -1;
    const first = this.heap.data[0];
    const last = this.heap.pop();
    this.places[first] = -1;
    if (this.heap.size > 0) this.down(0, last);
    return first;
  }

  bump(variable: number): void {
    this.activity[variable] += this.increment;
    if (this.activity[variable] > limit) {
      for (let i = 0; i < this.activity.length; i++) this.activity[i] /= limit;
      this.increment /= limit;
    }
    if (this.places[variable] >= 0) this.up(this.places[variable], variable);
  }

  /** From now on a conflict counts for more. */
  decay(): void {
    this.increment /= decay;
  }

  private up(from: number, variable: number): void {
    const { activity, places, heap: { data } } = this;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (activity[data[parent]] >= activity[variable]) break;
      data[place] = data[parent];
      places[data[place]] = place;
      place = parent;
    }
    data[place] = variable;
    places[variable] = place;
  }

  private down(from: number, variable: number): void {
    const { activity, places, heap: { data, size } } = this;
    let place = from;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && activity[data[child + 1]] > activity[data[child]]) child++;
      if (activity[data[child]] <= activity[variable]) break;
      data[place] = data[child];
      places[data[place]] = place;
      place = child;
    }
    data[place] = variable;
    places[variable] = place;
  }
}
