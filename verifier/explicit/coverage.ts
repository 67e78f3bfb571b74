import type { Random } from "./random.ts";
import type { Scheduler } from "./scheduler.ts";
import type { Rows } from "./successors.ts";
import type { Path } from "./walk-path.ts";

/** Counters: as many as stay in a cache. Two parts of states that share one are taken for the same, which costs guidance only. */
const counters = 2 ** 20;
const most = 2 ** 16 - 1;
/** Rows, or places to begin at, of which the best is taken. */
const candidates = 4, beginnings = 8;
/** Words of the states in the corpus. */
const corpusWords = 2 ** 22;
/** Of new states with nothing new in them, one in so many is kept. */
const keptOf = 16;

/**
 * Counts how often parts of states were seen: each view, and the whole state. Of four steps drawn at random the one is taken that leads
 * to what was seen least. Where a walk comes to something new, the way there is kept, and every other walk begins at
 * such a place, of eight drawn at random the one that is seen least by now. What is kept is let go of when it takes too much room.
 */
export class CoverageScheduler implements Scheduler {
  readonly ambiguous = 0;
  private readonly counts = new Uint16Array(counters);
  private readonly corpus: Corpus;
  /** By view, its words with their masks: from `starts[v]` on. */
  private readonly starts: Int32Array;
  private readonly words: Int32Array;
  private readonly masks: Int32Array;
  /** Of the state looked at last, by view, then of the whole. */
  private readonly slots: Int32Array;
  /** By position in the path, the number of its state in the corpus, or -1. */
  private kept = new Int32Array(64);

  constructor(private readonly random: Random, views: readonly Uint32Array[], private readonly width: number, private readonly steps: number) {
    const used = [...views, new Uint32Array(width).fill(2 ** 32 - 1)].map((view) => [...view].flatMap((mask, word) => (mask === 0 ? [] : [{ word, mask }])));
    this.starts = Int32Array.from([0, ...used].map((_, i) => used.slice(0, i).reduce((n, v) => n + v.length, 0)));
    this.words = Int32Array.from(used.flat().map(({ word }) => word));
    this.masks = Int32Array.from(used.flat().map(({ mask }) => mask));
    this.slots = new Int32Array(used.length);
    this.corpus = new Corpus(width, Math.max(1, Math.floor(corpusWords / width)));
  }

  begin(path: Path): void {
    const { random, corpus } = this;
    if (corpus.places === 0 || random.next() % 2 === 0) return;
    let best = -1, rarest = -1;
    for (let i = 0; i < beginnings; i++) {
      const place = corpus.place(random.below(corpus.places));
      const rarity = this.rarity(corpus.states, place * this.width);
      if (rarity <= rarest || corpus.depth(place) >= this.steps) continue;
      rarest = rarity;
      best = place;
    }
    if (best < 0) return;
    const way = corpus.way(best);
    this.reserve(way.length);
    for (const [at, state] of way.entries()) {
      path.push(corpus.states, state * this.width);
      this.kept[at] = state;
    }
    this.rarity(path.states, path.last);
    this.count();
  }

  choose(rows: Rows, total: number): number {
    if (total === 1) return 0;
    let best = 0, rarest = -1;
    for (let i = 0; i < candidates; i++) {
      const row = this.random.below(total), rarity = this.rarity(rows.rows, row * this.width);
      if (rarity <= rarest) continue;
      rarest = rarity;
      best = row;
    }
    return best;
  }

  went(path: Path): void {
    const { slots, counts } = this;
    this.reserve(path.length);
    this.kept[path.length - 1] = -1;
    this.rarity(path.states, path.last);
    const parts = slots.length - 1, isNew = counts[slots[parts]] === 0;
    let news = false;
    for (let v = 0; v < parts; v++) news ||= counts[slots[v]] === 0;
    this.count();
    if (news || (isNew && this.random.next() % keptOf === 0)) this.keep(path);
  }

  /** Puts the way to the end of the path into the corpus. */
  private keep(path: Path): void {
    if (!this.corpus.hasRoom(path.length)) {
      this.corpus.clear();
      this.kept.fill(-1);
      if (!this.corpus.hasRoom(path.length)) return;
    }
    for (let at = 0; at < path.length; at++) {
      if (this.kept[at] < 0) this.kept[at] = this.corpus.add(at === 0 ? -1 : this.kept[at - 1], path.states, at * this.width);
    }
    this.corpus.mark(this.kept[path.length - 1]);
  }

  /** The rarer its parts, the more; notes the counters of the state. */
  private rarity(states: Uint32Array, offset: number): number {
    const { starts, words, masks, slots, counts } = this;
    let sum = 0;
    for (let v = 0; v < slots.length; v++) {
      let h = v + 1;
      for (let i = starts[v]; i < starts[v + 1]; i++) {
        h = Math.imul(h ^ (states[offset + words[i]] & masks[i]), 0x9e3779b1);
        h ^= h >>> 15;
      }
      h = Math.imul(h, 0x85ebca6b);
      const slot = (h ^ (h >>> 16)) & (counters - 1);
      slots[v] = slot;
      sum += (most / (1 + counts[slot])) | 0;
    }
    return sum;
  }

  private count(): void {
    const { counts, slots } = this;
    for (let v = 0; v < slots.length; v++) if (counts[slots[v]] < most) counts[slots[v]]++;
  }

  private reserve(length: number): void {
    if (length <= this.kept.length) return;
    const larger = new Int32Array(2 * length).fill(-1);
    larger.set(this.kept);
    this.kept = larger;
  }
}

/** States, each with the one that it was reached from: a tree of ways, some of whose ends are places to begin at. */
class Corpus {
  states: Uint32Array;
  places = 0;
  private size = 0;
  private before = new Int32Array(64);
  private depths = new Int32Array(64);
  private marked = new Int32Array(64);

  constructor(private readonly width: number, private readonly capacity: number) {
    this.states = new Uint32Array(64 * width);
  }

  hasRoom(states: number): boolean {
    return this.size + states <= this.capacity;
  }

  clear(): void {
    this.size = 0;
    this.places = 0;
  }

  /** @param before the number of the state before, or -1 @returns its own */
  add(before: number, states: Uint32Array, offset: number): number {
    const { width } = this, number = this.size++;
    if (number === this.before.length) this.grow();
    for (let word = 0; word < width; word++) this.states[number * width + word] = states[offset + word];
    this.before[number] = before;
    this.depths[number] = before < 0 ? 0 : this.depths[before] + 1;
    return number;
  }

  mark(number: number): void {
    this.marked[this.places++] = number;
  }

  place(index: number): number {
    return this.marked[index];
  }

  depth(number: number): number {
    return this.depths[number];
  }

  /** The states up to this one, from an initial one. */
  way(number: number): number[] {
    const way: number[] = [];
    for (let at = number; at >= 0; at = this.before[at]) way.push(at);
    return way.toReversed();
  }

  private grow(): void {
    const twice = <A extends Uint32Array | Int32Array>(old: A, larger: A): A => {
      larger.set(old);
      return larger;
    };
    this.states = twice(this.states, new Uint32Array(2 * this.states.length));
    this.before = twice(this.before, new Int32Array(2 * this.before.length));
    this.depths = twice(this.depths, new Int32Array(2 * this.depths.length));
    this.marked = twice(this.marked, new Int32Array(2 * this.marked.length));
  }
}
