/**
 * States by number in a file that grows at its end and is never changed elsewhere: nothing but the words of each state, in the
 * byte order of the machine. Whole chunks of it are written and read; the last one, not yet full, and those used last are in memory.
 */
import { createHash } from "node:crypto";
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, statfsSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { chunkShift, readState, type StateReader } from "../store.ts";
import { DiskError, onDisk } from "./disk-error.ts";

/** Whole chunks that stay in memory. */
const keptChunks = 3;
/** Bytes of a disk that are left free: for a last checkpoint, and for everybody else. */
const reserve = 2 ** 26;

/** Hashes of what a file of states holds, chunk by chunk; the last one of a part. */
export type Sums = readonly string[];

interface Purpose {
  /** Whether `hashes` will be asked for. */
  readonly summed: boolean;
  /** A folder on the disk that the file takes its room from. */
  readonly volume: string;
}

export class StateFile implements StateReader {
  count = 0;
  readonly shift: number;
  readonly mask: number;
  private readonly bytesPerState: number;
  /** Number of the last chunk, and where it ends. */
  private last = -1;
  private end = 0;
  private tail: Uint32Array<ArrayBuffer> = nothing;
  /** States that are in the file itself. */
  private written = 0;
  private readonly kept = new Map<number, Uint32Array>();
  private readonly sums: string[] = [];

  private constructor(private readonly path: string, private readonly fd: number, readonly words: number, private readonly purpose: Purpose) {
    this.shift = chunkShift(words);
    this.mask = 2 ** this.shift - 1;
    this.bytesPerState = words * Uint32Array.BYTES_PER_ELEMENT;
  }

  /**
   * A new file, instead of whatever is there.
   * @throws DiskError
   */
  static create(path: string, words: number, purpose: Purpose): StateFile {
    return new StateFile(path, onDisk(path, () => openSync(path, "w+")), words, purpose);
  }

  /**
   * The first `count` states of a file, and nothing after them. Yields after each chunk; the file is the last that is returned.
   * @throws DiskError where it is shorter, or its hashes are others
   */
  static *open(path: string, words: number, count: number, sums: Sums): Generator<undefined, StateFile> {
    const file = new StateFile(path, onDisk(path, () => openSync(path, "r+")), words, { summed: true, volume: dirname(path) });
    try {
      const bytes = count * file.bytesPerState, found = onDisk(path, () => fstatSync(file.fd).size);
      if (found < bytes) throw new DiskError(`${path}: ${bytes} bytes should be there, but there are ${found}`);
      for (; file.count < count; yield) file.take(Math.min(count, file.end + file.mask + 1), sums);
      onDisk(path, () => ftruncateSync(file.fd, bytes));
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** Makes the next chunk, up to state `to`, the last one. */
  private take(to: number, sums: Sums): void {
    const first = this.count, states = to - first;
    this.nextChunk(sums[this.last]);
    this.readInto(this.tail, first, states);
    if (hashOf(this.tail.subarray(0, states * this.words)) !== sums[this.last]) {
      throw new DiskError(`${this.path}: bytes ${first * this.bytesPerState} to ${to * this.bytesPerState} are not what was written`);
    }
    this.count = this.written = to;
  }

  /**
   * Appends row `row` of `rows`.
   * @throws DiskError; then the row is not there
   */
  push(rows: Uint32Array, row: number): void {
    if (this.count === this.end) this.nextChunk();
    const { words, tail } = this;
    const to = (this.count & this.mask) * words, from = row * words;
    for (let word = 0; word < words; word++) tail[to + word] = rows[from + word];
    this.count++;
  }

  /** @param sum the hash of the chunk that ends, where it is known */
  private nextChunk(sum?: string): void {
    if (this.last >= 0) {
      this.flush();
      if (this.purpose.summed) this.sums.push(sum ?? hashOf(this.tail));
      this.keep(this.last, this.tail);
    }
    this.tail = this.fresh();
    this.last++;
    this.end += this.mask + 1;
  }

  /** @throws DiskError */
  chunkOf(index: number): Uint32Array {
    const number = index >>> this.shift;
    if (number === this.last) return this.tail;
    const known = this.kept.get(number);
    if (known) return known;
    const chunk = this.fresh();
    this.readInto(chunk, number * (this.mask + 1), this.mask + 1);
    this.keep(number, chunk);
    return chunk;
  }

  /** @throws DiskError */
  read(index: number): Uint32Array {
    return readState(this, index);
  }

  /** All states, a chunk at a time; what is visited is overwritten with the next. @throws DiskError */
  *scan(visit: (rows: Uint32Array, n: number) => void): Generator<undefined, void> {
    const buffer = this.last > 0 ? this.fresh() : nothing;
    for (let number = 0, first = 0; first < this.count; number++, first += this.mask + 1, yield) {
      const states = Math.min(this.mask + 1, this.count - first);
      const known = number === this.last ? this.tail : this.kept.get(number);
      if (!known) this.readInto(buffer, first, states);
      visit(known ?? buffer, states);
    }
  }

  /** Writes what is not in the file yet. @throws DiskError */
  flush(): void {
    const first = this.end - this.mask - 1;
    const part = this.tail.subarray((this.written - first) * this.words, (this.count - first) * this.words);
    if (part.byteLength === 0) return;
    this.needRoom(part.byteLength);
    onDisk(this.path, () => {
      for (let done = 0; done < part.byteLength;) done += writeSync(this.fd, part, done, part.byteLength - done, this.written * this.bytesPerState + done);
    });
    this.written = this.count;
  }

  /** Until the machine itself fails, what was appended stays. @throws DiskError */
  sync(): void {
    this.flush();
    onDisk(this.path, () => fdatasyncSync(this.fd));
  }

  /** Of what is there, for `open`. */
  hashes(): Sums {
    const states = this.count - (this.end - this.mask - 1);
    return this.count === 0 ? [] : [...this.sums, hashOf(this.tail.subarray(0, states * this.words))];
  }

  /** Whether as many states more have room on the disk. @throws DiskError where they do not */
  needStates(states: number): void {
    this.needRoom(states * this.bytesPerState);
  }

  close(): void {
    closeSync(this.fd);
  }

  private needRoom(bytes: number): void {
    const { volume } = this.purpose;
    const { bavail, bsize } = onDisk(this.path, () => statfsSync(volume));
    const free = bavail * bsize;
    if (free < bytes + reserve) throw new DiskError(`${volume}: no space is left on the disk (${mebibytes(bytes)} needed, ${mebibytes(free)} free)`);
  }

  private readInto(chunk: Uint32Array, first: number, states: number): void {
    const bytes = states * this.bytesPerState;
    onDisk(this.path, () => {
      for (let done = 0; done < bytes;) {
        const read = readSync(this.fd, chunk, done, bytes - done, first * this.bytesPerState + done);
        if (read === 0) throw new DiskError(`${this.path}: the file ends within the states that were written to it`);
        done += read;
      }
    });
  }

  private keep(number: number, chunk: Uint32Array): void {
    this.kept.set(number, chunk);
    // A map has its keys in the order in which they came. Whoever still works on the chunk keeps it alive.
    for (const oldest of this.kept.keys()) if (this.kept.size > keptChunks) this.kept.delete(oldest);
  }

  private fresh(): Uint32Array<ArrayBuffer> {
    return new Uint32Array((this.mask + 1) * this.words);
  }
}

const nothing = new Uint32Array(0);
const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MiB`;
const hashOf = (words: Uint32Array): string => createHash("blake2b512").update(words).digest("hex").slice(0, 32);
