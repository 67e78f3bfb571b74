/** Runs, changes and interruptions, with a disk that the test holds in its hand. */
import { describe, expect, test } from "vitest";
import type { Happening, Result } from "../../../../src/editor/watch/happening.ts";
import { type Hints, Superseded, type Turn, watchLoop } from "../../../../src/editor/watch/loop.ts";
import type { WatchedTexts } from "../../../../src/editor/watch/sources.ts";

const wrong = (message: string): Result => ({ kind: "wrong", failure: { kind: "usage", message } });

/** One file, and whoever listens. */
class Disk implements WatchedTexts, Hints {
  text: string | undefined = "one";
  #used: string | undefined;
  listener: (() => void) | undefined;
  pauses = 0;

  renew(): void {
    this.#used = this.text;
  }
  changed(): boolean {
    return this.#used !== this.text;
  }
  lost(): boolean {
    return this.#used !== undefined && this.#used !== "" && !this.text;
  }
  files(): Record<string, string | null> {
    return { "spec.ts": this.#used ?? null };
  }
  paths(): string[] {
    return ["spec.ts"];
  }
  follow(): void {}
  listen(listener: (() => void) | undefined): void {
    this.listener = listener;
  }
  pause(): Promise<void> {
    this.pauses++;
    this.text ??= "back again";
    return Promise.resolve();
  }
  /** @param hint whether the system says so */
  write(text: string | undefined, hint = true): void {
    this.text = text;
    if (hint) this.listener?.();
  }
}

/** @param verify by run @returns what happened, in short */
async function play(disk: Disk, verify: ((turn: Turn, end: () => void) => Promise<void> | void)[]): Promise<string[]> {
  const happened: string[] = [];
  const all = new AbortController();
  let run = 0;
  await watchLoop({
    sources: disk, hints: disk, signal: all.signal,
    verify: async (turn) => verify[run++](turn, () => all.abort()),
    emit: (h: Happening) => void happened.push([h.run, h.kind === "wrong" ? h.failure.message : h.kind, h.kind === "done" && h.interrupted ? "interrupted" : h.files["spec.ts"]].join(" ")),
  });
  return happened;
}

/** After the run under way has come to its end. */
const later = (work: () => void): void => void setImmediate(work);

describe("the loop of a watch", () => {
  test("one run for each change; none for a hint without one", async () => {
    const disk = new Disk();
    const happened = await play(disk, [
      ({ tell }) => {
        tell(wrong("first"));
        later(() => {
          disk.listener?.();
          disk.write("one");
          disk.write("two");
        });
      },
      ({ tell }, end) => {
        tell(wrong("second"));
        later(end);
      },
    ]);
    expect(happened).toEqual(["1 started one", "1 first one", "1 done one", "2 started two", "2 second two", "2 done two"]);
  });

  test("a change ends the run under way, and its result is not told", async () => {
    const disk = new Disk();
    const happened = await play(disk, [
      async ({ signal, tell }) => {
        later(() => disk.write("two"));
        await new Promise((done) => signal.addEventListener("abort", done));
        tell(wrong("stale"));
      },
      ({ tell }, end) => {
        tell(wrong("fresh"));
        end();
      },
    ]);
    expect(happened).toEqual(["1 started one", "1 done interrupted", "2 started two", "2 fresh two", "2 done interrupted"]);
  });

  test("where the system told nothing of a change, the result is not told either", async () => {
    const disk = new Disk();
    const happened = await play(disk, [
      ({ tell }) => {
        tell(wrong("compiled"));
        disk.write("two", false);
        expect(() => tell(wrong("stale"))).toThrow(Superseded);
        throw new Superseded();
      },
      (_, end) => end(),
    ]);
    expect(happened).toEqual(["1 started one", "1 compiled one", "1 done interrupted", "2 started two", "2 done interrupted"]);
  });

  test("a change between the end of a run and the listening after it is not lost", async () => {
    const disk = new Disk();
    const { listen } = disk;
    disk.listen = (listener) => {
      if (listener === undefined && disk.text === "one") disk.text = "two";
      listen.call(disk, listener);
    };
    const happened = await play(disk, [() => undefined, (_, end) => end()]);
    expect(happened.filter((h) => h.includes("started"))).toEqual(["1 started one", "2 started two"]);
  });

  test("a file that is gone gets a moment to come back", async () => {
    const disk = new Disk();
    const happened = await play(disk, [() => later(() => disk.write(undefined)), (_, end) => end()]);
    expect(disk.pauses).toBe(1);
    expect(happened.at(-2)).toBe("2 started back again");
  });

  test("a defect of a run is a defect of the watch", async () => {
    await expect(play(new Disk(), [() => Promise.reject(new Error("oops"))])).rejects.toThrow("oops");
  });
});
