import { InvalidArgumentError } from "commander";
import { describe, expect, test } from "vitest";
import { readAmount, readBytes, readCount, readDuration, readOption, readScope } from "../../../src/cli/arguments.ts";

const refused = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError);
    return (error as Error).message;
  }
  throw new Error("it was accepted");
};

describe("scope", () => {
  test("sizes add up over the options", () => {
    expect(readScope("Term=3,net.messages=2", readScope("RM=7"))).toEqual({ RM: 7, Term: 3, "net.messages": 2 });
  });
  test("spaces around names and sizes do not matter", () => expect(readScope(" RM = 7 , Term=3")).toEqual({ RM: 7, Term: 3 }));
  test.each(["RM", "RM=", "=3", "", "RM=3,", "R M=3", "3=RM", "RM==3x", "__proto__=3"])("%j is refused", (text) => {
    refused(() => readScope(text));
  });
  test.each(["RM=x", "RM=-1", "RM=1.5", "RM=1e3", "RM=0x10", "RM=٣"])("%j: the size is not a whole number", (text) => {
    expect(refused(() => readScope(text))).toBe("The size of RM is not a whole number: write RM=3.");
  });
  test("a huge size", () => expect(refused(() => readScope("RM=99999999999999999999"))).toMatch(/too large/));
  test("a size given twice", () => {
    expect(refused(() => readScope("RM=3,RM=3"))).toBe("RM has two sizes: give it once.");
    expect(refused(() => readScope("RM=4", { RM: 3 }))).toBe("RM has two sizes: give it once.");
  });
  test("a name that every object has is a name like any other", () => expect(readScope("constructor=3")).toEqual({ constructor: 3 }));
});

describe("option", () => {
  test("the value is what follows the first equals sign", () => expect(readOption("a=b=c")).toEqual({ a: "b=c" }));
  test("twice is refused", () => expect(refused(() => readOption("a=2", { a: "1" }))).toBe("a has two values: give it once."));
  test("a name alone is refused", () => expect(refused(() => readOption("a"))).toMatch(/replication=sync/));
});

describe("count", () => {
  test.each([["1", 1], ["1000000", 1e6], ["1_000_000", 1e6]])("%j", (text, value) => expect(readCount(1)(text)).toBe(value));
  test.each(["0", "-1", "1.5", "1e6", "", "x", "1_", "_1", "9007199254740993"])("%j is refused", (text) => void refused(() => readCount(1)(text)));
  test("0 where it may be", () => expect(readCount(0)("0")).toBe(0));
});

describe("quantities", () => {
  test.each([["30s", 30_000], ["1.5h", 5_400_000], ["500ms", 500], ["5m", 300_000], ["2 min", 120_000]])("the time %j", (text, value) => {
    expect(readDuration(text)).toBe(value);
  });
  test.each(["30", "s", "-1s", "0s", "1d", "1e3s", "999999999999999999h", "1constructor"])("%j is no time", (text) => void refused(() => readDuration(text)));
  test.each([["4GiB", 2 ** 32], ["512mib", 2 ** 29], ["1.5GB", 1.5e9]])("the amount %j", (text, value) => expect(readBytes(text)).toBe(value));
  test.each(["4", "4G", "0GB", "-4GB", "99999999999GB", "1KiB", "0.9MB"])("%j is no amount", (text) => void refused(() => readBytes(text)));
});

describe("amounts", () => {
  test.each([["1", 1], ["0.50", 0.5]])("%j", (text, value) => expect(readAmount(text)).toBe(value));
  test.each(["0", "-1", "1e3", "", "x", "1.", ".5", "1,5"])("%j is refused", (text) => void refused(() => readAmount(text)));
});
