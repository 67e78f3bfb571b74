/** Every spec of the repository gives exactly the figures and verdicts of its `expect.json`. */
import { describe, it } from "vitest";
import { expectations, expectRun, specs } from "./expectations.ts";

describe.each(specs)("%s", (name) => {
  it.each(expectations(name).runs)("$scope $options", { timeout: 60_000 }, (run) => expectRun(name, run));
});
