/** specs/peterson and specs/dining-philosophers in Promela. */
import { model, range } from "./promela.mjs";

/** at: the line that a process executes next, 0 to 5; f: whether it wants to enter. Asserted is mutual exclusion. */
export function peterson() {
  const steps = range(2).flatMap((me) => {
    const other = 1 - me;
    const go = (from, guard, effect) => [`at${me}==${from}${guard}`, `${effect}at${me} = ${(from + 1) % 6}`];
    return [go(0, "", ""), go(1, "", `f${me} = 1; `), go(2, "", `turn = ${other}; `), go(3, ` && (!f${other} || turn==${me})`, ""), go(4, "", ""), go(5, "", `f${me} = 0; `)];
  });
  return model({ head: "Peterson's mutual exclusion (specs/peterson)", declarations: "byte at0; byte at1; bit f0; bit f1; bit turn;", invariant: "!(at0>=4 && at1>=4)", steps });
}

/** h: who holds a fork, c: whether it is clean; y: hungry; m: 0 looks, 1 eats, 2 thinks. Asserted is that neighbours do not eat together. */
export function diningPhilosophers({ Seat }) {
  const seats = range(Seat);
  const steps = seats.flatMap((s) => {
    const right = (s + 1) % Seat;
    const left = (s + Seat - 1) % Seat;
    const gives = [`h${s}==${s} && !c${s}`, `h${s} = ${left}; c${s} = 1; `];
    const givesRight = [`!(${gives[0]}) && h${right}==${s} && !c${right}`, `h${right} = ${right}; c${right} = 1; `];
    const keeps = [`!(${gives[0]}) && !(${givesRight[0]})`, ""];
    const canEat = `(h${s}==${s} && c${s} && h${right}==${s} && c${right})`;
    return [
      ...[gives, givesRight, keeps].map(([guard, effect]) => [`m${s}==0 && ${guard}`, `${effect}m${s} = (!y${s} -> 2 : (${canEat} -> 1 : 0))`]),
      [`m${s}==1`, `y${s} = 0; c${s} = 0; c${right} = 0; m${s} = 0`],
      [`m${s}==2`, `y${s} = 1; m${s} = 0`],
    ];
  });
  return model({
    head: `Dining philosophers (specs/dining-philosophers): ${Seat} seats`,
    declarations: seats.map((s) => `byte h${s} = ${s === 1 ? 0 : s}; bit c${s}; bit y${s} = 1; byte m${s};`).join("\n"),
    invariant: seats.map((s) => `!(m${s}==1 && m${(s + 1) % Seat}==1)`).join(" && "),
    steps,
  });
}
