import { afterEach, describe, expect, test, vi } from "vitest";
import { progressPanel } from "../../../src/cli/progress.ts";

/** What a terminal of this width shows, of what was written to it. */
function screen(written: string, columns: number): string[] {
  let lines = [""], row = 0;
  for (const token of written.replaceAll("\x1b[", "\0").match(/\0\d*[AJK]|\r|\n|[^\0\r\n]+/g) ?? []) {
    if (token.startsWith("\0") && token.endsWith("A")) row -= Number(token.slice(1, -1));
    else if (token === "\0J") lines = [...lines.slice(0, row), ""];
    else if (token === "\n") row++;
    else if (token !== "\r") for (let i = 0; i < token.length; i += columns) lines[i === 0 ? row : ++row] = token.slice(i, i + columns);
    lines[row] ??= "";
  }
  return lines;
}

describe("the panel", () => {
  afterEach(() => void vi.useRealTimers());

  function start(live: boolean, size = { columns: 30, rows: 24 }) {
    vi.useFakeTimers({ toFake: ["performance", "setInterval", "clearInterval"] });
    let written = "", lines = ["one", "two"];
    const panel = progressPanel({ out: () => undefined, err: (text) => void (written += text), outColor: false, errColor: false, live, columns: 100, size: () => size }, () => lines);
    const show = (...now: string[]): string[] => {
      lines = now;
      vi.advanceTimersByTime(1000);
      panel.update();
      return screen(written, size.columns);
    };
    return { panel, show, written: () => written };
  }

  test("is drawn again in its place, and taken away", () => {
    const { panel, show, written } = start(true);
    expect(show("one", "two")).toEqual(["one", "two"]);
    expect(show("a line that is too long for this terminal", "2", "3")).toEqual(["a line that is too long for t", "2", "3"]);
    expect(show("1")).toEqual(["1"]);
    panel.clear();
    expect(screen(written(), 30)).toEqual([""]);
    const before = written();
    vi.advanceTimersByTime(5000);
    expect(written()).toBe(before);
  });

  test("fits into few lines, and follows the size of the window", () => {
    const size = { columns: 30, rows: 3 };
    const { show } = start(true, size);
    expect(show("1", "2", "3", "4")).toEqual(["1", "2"]);
    show("a line of twenty-five chars", "second");
    size.columns = 10;
    expect(show("short")).toEqual(["short"]);
  });

  test("shows nothing in what is no terminal, nor in the first second", () => {
    const piped = start(false);
    piped.show("one");
    expect(piped.written()).toBe("");
    const early = start(true);
    early.panel.update();
    expect(early.written()).toBe("");
    early.panel.clear();
  });
});
