/** The small file of a checkpoint, which says what of the large one counts. Nothing of it is believed before it was looked at. */
import { createHash } from "node:crypto";
import type { CheckpointRequest } from "../../contract/search.ts";
import type { Cut } from "../cut.ts";
import { DiskError } from "../disk/disk-error.ts";
import type { Sums } from "../disk/state-file.ts";
import { noState, type Sighting } from "../findings.ts";

export interface Header {
  readonly identity: CheckpointRequest["identity"];
  readonly note: string;
  /** Of a state. */
  readonly words: number;
  readonly cut: Cut;
  readonly sums: Sums;
}

const format = "tenet checkpoint 1";
const mostStates = 2 ** 31;

export function headerText(header: Header): string {
  const sightings = header.cut.sightings.map(({ row, ...sighting }) => ({ ...sighting, ...(row && { row: Array.from(row) }) }));
  const body = JSON.stringify({ ...header, cut: { ...header.cut, sightings } });
  return `${format} ${digest(body)}\n${body}\n`;
}

/** @throws DiskError */
export function readHeader(path: string, text: string): Header {
  if (!text.startsWith(`${format} `)) throw new DiskError(`${path}: this is no checkpoint, or one of another version of Tenet`);
  const end = text.indexOf("\n");
  const body = text.slice(end + 1, -1);
  if (text !== `${format} ${digest(body)}\n${body}\n`) throw new DiskError(`${path}: the file is damaged`);
  return new Reader(path).header(JSON.parse(body));
}

const digest = (body: string): string => createHash("sha256").update(body).digest("hex");

type Fields = Readonly<Record<string, unknown>>;

/** What has the right hash may still have been written by somebody else. */
class Reader {
  constructor(private readonly path: string) {}

  header(value: unknown): Header {
    const { identity, note, words, cut, sums } = this.fields(value);
    const width = this.whole(words, 1, 2 ** 20);
    return {
      identity: Object.fromEntries(Object.entries(this.fields(identity)).map(([name, text]) => [name, this.text(text)])),
      note: this.text(note),
      words: width,
      cut: this.cut(this.fields(cut), width),
      sums: this.list(sums).map((sum) => this.text(sum)),
    };
  }

  private cut(fields: Fields, words: number): Cut {
    const states = this.whole(fields.states, 0, mostStates);
    const next = this.whole(fields.next, 0, states);
    const depth = this.whole(fields.depth, 0, mostStates);
    const starts = this.list(fields.starts).map((start) => this.whole(start, 0, states));
    this.ask(starts[0] === 0 && starts.length === depth + 2 && starts.every((start, i) => i === 0 || start > starts[i - 1]));
    this.ask(starts[depth] <= next && next <= starts[depth + 1]);
    return {
      states, next, depth, starts,
      transitions: this.whole(fields.transitions),
      enabled: this.list(fields.enabled).map((count) => this.whole(count)),
      sightings: this.list(fields.sightings).map((sighting) => this.sighting(this.fields(sighting), states, words)),
      milliseconds: this.whole(fields.milliseconds),
    };
  }

  private sighting({ what, steps, state, row }: Fields, states: number, words: number): Sighting {
    const read = row === undefined ? undefined : Uint32Array.from(this.list(row), (word) => this.whole(word, 0, 2 ** 32 - 1));
    this.ask(!read || read.length === words);
    return {
      what: this.what(this.fields(what)), steps: this.whole(steps, 0, mostStates), row: read,
      state: state === noState ? noState : this.whole(state, 0, states - 1),
    };
  }

  private what({ kind, index, site, action }: Fields): Sighting["what"] {
    switch (kind) {
      case "deadlock": return { kind };
      case "failure": return { kind, site: this.whole(site), action: this.whole(action, -1) };
      case "invariant": case "reachable": case "step": return { kind, index: this.whole(index) };
      default: return this.refuse();
    }
  }

  private fields(value: unknown): Fields {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : this.refuse();
  }

  private list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : this.refuse();
  }

  private whole(value: unknown, least = 0, greatest = Number.MAX_SAFE_INTEGER): number {
    return typeof value === "number" && Number.isInteger(value) && value >= least && value <= greatest ? value : this.refuse();
  }

  private text(value: unknown): string {
    return typeof value === "string" ? value : this.refuse();
  }

  private ask(holds: boolean): void {
    if (!holds) this.refuse();
  }

  private refuse(): never {
    throw new DiskError(`${this.path}: the file is not what Tenet writes`);
  }
}
