import { describe, expect, test } from "vitest";
import { interruptible } from "../../../src/cli/interrupt.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";

const io = { live: false } as Terminal;

describe("Ctrl-C", () => {
  test("asks the work to end; a second one has its usual effect", async () => {
    const before = process.listenerCount("SIGINT");
    await interruptible(io, async (signal, searching) => {
      expect(process.listenerCount("SIGINT")).toBe(before);
      searching();
      expect(process.listenerCount("SIGINT")).toBe(before + 1);
      // Not sent, so that nobody else hears of it.
      (process.listeners("SIGINT").at(-1) as () => void)();
      expect(signal.aborted).toBe(true);
      expect(process.listenerCount("SIGINT")).toBe(before);
    });
  });

  test("has its usual effect again when the work is done", async () => {
    const before = process.listenerCount("SIGINT");
    await expect(interruptible(io, async (_, searching) => {
      searching();
      throw new Error("failed");
    })).rejects.toThrow("failed");
    expect(process.listenerCount("SIGINT")).toBe(before);
  });
});
