import { forall, implies, lemma, type Sort } from "tenet";
import { LearningSwitch } from "./spec.ts";

type Node = Sort<"Node">;

/** A switch learns before it passes a packet on, so what it learns leads on to the source. */
export class LearningSwitchProof extends LearningSwitch {
  @lemma whoPassedItOnKnowsTheSource() {
    return forall((source: Node, from: Node, to: Node) =>
      implies(this.sent.has({ source, from, to }), this.paths.has({ target: source, from, to: source })),
    );
  }

  @lemma pathsLeadToTheTarget() {
    return forall((target: Node, a: Node, b: Node) =>
      implies(this.paths.has({ target, from: a, to: b }) && a !== b, this.paths.has({ target, from: b, to: target })),
    );
  }
}
