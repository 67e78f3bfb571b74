/** The policy of a tree, and what it asks. */
import type { Tree } from "../repository/tree.ts";
import { textOf } from "../repository/tree.ts";
import { stopped } from "../stopped.ts";
import { type PolicyFile, policyFiles, readPolicy } from "./read.ts";

/**
 * @param name where the command line names one
 * @returns undefined where there is none
 * @throws DiagnosticsError where it cannot be read, or there are two
 */
export function findPolicy(tree: Tree, name: string | undefined): PolicyFile | undefined {
  const found = (name === undefined ? policyFiles : [name]).filter((file) => tree.kindOf(file) !== undefined);
  const [file, other] = found;
  if (file === undefined) return undefined;
  if (other !== undefined) throw stopped("T8001", `there are two policies, ${file} and ${other}`, "Keep one of them.");
  if (tree.kindOf(file) !== "file") throw stopped("T8005", `${file} is not a file of the repository, but a link or another repository`, "Put the policy itself there.");
  return readPolicy(file, textOf(tree, file));
}
