import { existsSync } from "node:fs";
import { InternalError } from "../base/assert-never.ts";

/** The solver's thread as it was built: beside the bundle that this file is part of, or found from the sources. */
export function solverThread(): URL {
  const places = ["./z3-worker.js", "../../dist/z3-worker.js"].map((path) => new URL(path, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new InternalError("the package of tenet is not complete: no z3-worker.js");
  return found;
}
