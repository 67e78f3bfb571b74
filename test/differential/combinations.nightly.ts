/** As `combinations.test.ts`, with more protocols. */
import { describe } from "vitest";
import { testCombinations } from "./combinations-sample.ts";

describe("every combination agrees with the interpreter", () => testCombinations(300, 1_200_000));
