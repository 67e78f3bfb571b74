/** The resource managers as a pure function: how far each has come, and what it does when it is told something. */
import type { RM } from "../spec.ts";

export type Phase = "working" | "prepared" | "committed" | "aborted";

export interface State {
  readonly rm: Readonly<Record<RM, Phase>>;
}

export type Event =
  | { kind: "prepare"; rm: RM }
  | { kind: "chooseToAbort"; rm: RM }
  | { kind: "receiveCommit"; rm: RM }
  | { kind: "receiveAbort"; rm: RM };

function moved(state: State, rm: RM, phase: Phase): State {
  return { rm: { ...state.rm, [rm]: phase } };
}

/** Undefined: refused. */
export function transition(state: State, event: Event): State | undefined {
  const { rm } = event;
  const working = state.rm[rm] === "working";
  switch (event.kind) {
    case "prepare":
      return working ? moved(state, rm, "prepared") : undefined;
    case "chooseToAbort":
      return working ? moved(state, rm, "aborted") : undefined;
    case "receiveCommit":
      return moved(state, rm, "committed");
    case "receiveAbort":
      return moved(state, rm, "aborted");
  }
}
