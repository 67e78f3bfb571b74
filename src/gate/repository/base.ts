/** What a change is compared with. */
import { stopped } from "../stopped.ts";
import type { Git } from "./git.ts";

export interface Base {
  readonly ref: string;
  /** The last commit in common. */
  readonly commit: string;
  /** What the ref stands for now. */
  readonly tip: string;
}

/**
 * @param head the commit that the change is, or is made on
 * @throws DiagnosticsError where there is no such commit here
 */
export function findBase(git: Git, ref: string, head: string): Base {
  if (!/^[\w@][\w./@{}^~+-]{0,200}$/.test(ref)) throw stopped("T8004", `${JSON.stringify(ref)} is not the name of a branch, tag or commit`, "Name one, as in --base main.");
  // On a build server there are often no local branches.
  const tip = git.commit(ref) ?? git.commit(`refs/remotes/origin/${ref}`);
  if (tip === undefined) throw stopped("T8004", `there is no commit ${ref} here`, `Fetch it: git fetch origin ${ref.replace(/^origin\//, "")}; in actions/checkout: fetch-depth: 0.`);
  const answer = git.ask(["merge-base", "--end-of-options", tip, head]);
  if (answer.ok) return { ref, tip, commit: answer.out.toString("utf8").trim() };
  if (answer.code !== 1) throw stopped("T8004", `git merge-base failed: ${answer.message}`, "Run it by hand to see why.");
  throw git.isShallow
    ? stopped("T8004", `the clone is shallow and has no commit that ${ref} and the change have in common`, "Fetch the rest: git fetch --unshallow origin; in actions/checkout: fetch-depth: 0.")
    : stopped("T8004", `${ref} and the change have no commit in common`, "Name the branch that the change is for.");
}
