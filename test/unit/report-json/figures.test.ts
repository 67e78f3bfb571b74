import { expect, test } from "vitest";
import { bytes, count, duration, plural, probability, rate } from "../../../src/report/figures.ts";

test.each([[0, "0"], [999, "999"], [1745408, "1,745,408"]])("count %d", (value, text) => expect(count(value)).toBe(text));
test.each([[0, "0 states"], [1, "1 state"], [1000, "1,000 states"]])("plural %d", (value, text) => expect(plural(value, "state")).toBe(text));
test.each([
  [0.004, "0.00 s"], [9.99, "9.99 s"], [9.996, "10.0 s"], [59.94, "59.9 s"], [99.96, "1 min 40 s"], [3599, "59 min 59 s"], [3600, "1 h 0 min"], [7500, "2 h 5 min"],
])("duration %d", (value, text) => expect(duration(value)).toBe(text));
test.each([[0, "0 kB"], [999_499, "999 kB"], [34_400_000, "34 MB"], [1.25e9, "1.3 GB"]])("bytes %d", (value, text) => expect(bytes(value)).toBe(text));
test.each([[870, "870 states/s"], [705_000, "705 k states/s"], [1_234_567, "1.2 M states/s"]])("rate %d", (value, text) => expect(rate(value)).toBe(text));
test.each([[0, "0"], [1, "1.0"], [0.5, "0.50"], [0.0123, "0.013"], [1.01e-9, "1.1e-9"], [1e-7, "1.0e-7"]])("probability %d never promises too much", (value, text) => {
  expect(probability(value)).toBe(text);
  expect(Number(text)).toBeGreaterThanOrEqual(value * (1 - 1e-12));
});
