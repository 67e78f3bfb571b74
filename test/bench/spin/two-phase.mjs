/** specs/two-phase-commit in Promela, as `twophase8.pml` and its like have it. */
import { model, range } from "./promela.mjs";

/** rm: 0 working, 1 prepared, 2 committed, 3 aborted; tm: 0 init, 1 committed, 2 aborted; prep: whom the manager knows to be prepared; msgs: Prepared, Commit, Abort. */
export function twoPhaseCommit({ RM }) {
  const managers = range(RM);
  const commit = 2 ** RM, abort = 2 ** (RM + 1);
  const some = (value) => managers.map((i) => `rm${i}==${value}`).join(" || ");
  return model({
    head: `Two-phase commit (specs/two-phase-commit): ${RM} resource managers`,
    declarations: [...managers.map((i) => `byte rm${i};`), "byte tm; short prep; short msgs;"].join("\n"),
    invariant: `!((${some(2)}) && (${some(3)}))`,
    steps: [
      [`tm==0 && prep==${2 ** RM - 1}`, `tm = 1; msgs = msgs|${commit}`],
      ["tm==0", `tm = 2; msgs = msgs|${abort}`],
      ...managers.flatMap((i) => [
        [`tm==0 && (msgs&${2 ** i})`, `prep = prep|${2 ** i}`],
        [`rm${i}==0`, `rm${i} = 1; msgs = msgs|${2 ** i}`],
        [`rm${i}==0`, `rm${i} = 3`],
        [`msgs&${commit}`, `rm${i} = 2`],
        [`msgs&${abort}`, `rm${i} = 3`],
      ]),
    ],
  });
}
