/** How results are printed. */
import { Option } from "commander";

export type Format = "text" | "json" | "line";

/** For commands whose results have a place in a file. */
export const formatOption = (): Option =>
  new Option("--format <name>", "text, or line: one line for each finding, with its place, for editors and grep").choices(["text", "line"]).conflicts(["quiet", "json"]);

/** As the command line has it, before it is read: what is wrong with it is told in that format, too. */
export function formatOf(args: readonly string[]): Format {
  if (args.includes("--json")) return "json";
  return args.some((a, i) => a === "--format=line" || (a === "line" && args[i - 1] === "--format")) ? "line" : "text";
}
