import { existsSync } from "node:fs";
import { InternalError } from "../base/assert-never.ts";

/** A thread or process as it was built: beside the bundle that this file is part of, or found from the sources. */
export function threadFile(name: "z3-worker.js" | "search-worker.js" | "infer-worker.js" | "tradeoffs-worker.js" | "conform-child.js" | "gate-worker.js"): URL {
  const places = [`./${name}`, `../../dist/${name}`].map((path) => new URL(path, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new InternalError(`the package of tenet is not complete: no ${name}`);
  return found;
}
