/** The same at the scopes that take minutes and gigabytes: `npm run nightly`. */
import { describe, it } from "vitest";
import { expectations, expectRun, specs } from "./expectations.ts";

describe.each(specs.filter((name) => expectations(name).bench))("%s", (name) => {
  it.each(expectations(name).bench!)("$scope $options", { timeout: 1_800_000 }, (run) => expectRun(name, run));
});
