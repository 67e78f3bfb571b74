/**
 * Whatever a search is asked for, alone or together, it says of random protocols what the interpreter says. 300 of them at night;
 * for more: `npm run differential -- --combinations --runs 100000`.
 */
import { describe } from "vitest";
import { testCombinations } from "./combinations-sample.ts";

describe("every combination agrees with the interpreter", () => testCombinations(30, 300_000));
