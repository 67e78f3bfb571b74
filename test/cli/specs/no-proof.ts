import { ToyConsensus } from "../../../specs/toy-consensus/spec.ts";

/** A proof that lacks the lemma it needs. */
export class NoProof extends ToyConsensus {}
