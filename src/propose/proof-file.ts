/** Accepted lemmas as text beside the spec. What a person wrote there stays as it is; what is added needs no review, as it is proved. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { InternalError } from "../base/assert-never.ts";
import { compileProofText } from "../frontend/candidates.ts";
import { formatFormula } from "../frontend/format-formula.ts";
import { withGhost } from "../frontend/ghost-text.ts";
import { composeProof, docComment } from "../frontend/proof-text.ts";
import { printExpr } from "../ir/print.ts";
import { saysWho, sentence } from "./comment.ts";
import { ghostText } from "./ghost.ts";
import type { Accepted, Judgement } from "./judgement.ts";
import { neededFor } from "./needed-for.ts";
import { sentenceOf } from "./sentence.ts";

export interface ProofFile {
  readonly path: string;
  /** The whole of it, with the lemmas. */
  readonly text: string;
  /** Names of the lemmas that are new. */
  readonly lemmas: readonly string[];
}

/**
 * The proof with what was accepted, in the order of names: lemmas rest on one another in circles, so no order of dependence
 * exists, and the same lemmas give the same text whoever found them first. Nothing is written.
 * @throws InternalError where the text would not mean what was proved
 */
export function proofFile(spec: string, judgement: Judgement): ProofFile | undefined {
  const { accepted, place, protocol, ghosts } = judgement;
  if (accepted.length === 0) return undefined;
  const dsl = new Map(accepted.flatMap((a) => a.mentions.dsl.map((d) => [d.name, d] as const)).concat([["lemma", { name: "lemma", type: false }]]));
  const types = [...new Set(accepted.flatMap((a) => a.mentions.types))];
  const needed = ghosts.filter((g) => g.outcome.kind === "needed").map((g) => ghostText(g.ghost));
  const remembering = needed.reduce<string | undefined>((text, ghost) => withGhost({ ...place, text }, protocol, ghost), place.text);
  const text = composeProof({ ...place, text: remembering }, { dsl: [...dsl.values()], types, methods: accepted.map((a) => lemmaText(a, judgement)) });
  confirm(spec, judgement, text);
  return { path: place.path, text, lemmas: accepted.map((a) => a.name) };
}

/** Puts it there all at once, or not at all. @returns false where the file is not any more as it was when the lemmas were judged */
export function writeProofFile({ path, text }: ProofFile, { place }: Judgement): boolean {
  const raw = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  const mark = raw?.startsWith("\uFEFF") ? "\uFEFF" : "";
  if (raw?.slice(mark.length) !== place.text) return false;
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, mark + text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return true;
}

function confirm(spec: string, { accepted, place, protocol }: Judgement, text: string): void {
  const { properties } = compileProofText(spec, place.path, text, protocol.name).protocol;
  const wanted = [...protocol.properties, ...accepted.map((a) => ({ name: a.name, body: a.body }))];
  const same = wanted.every((w) => properties.some((p) => p.name === w.name && printExpr(p.body) === printExpr(w.body)));
  if (!same || properties.length !== wanted.length) throw new InternalError("the text of a proof does not say what was proved");
}

function lemmaText(lemma: Accepted, judgement: Judgement): string {
  const reason = lemma.proposal.reason ?? sentenceOf(lemma.body);
  const said = [...(reason === undefined ? [] : [sentence(reason)]), provenance(lemma, judgement)].filter((s) => s !== "");
  return `${docComment(said)}  @lemma ${lemma.name}() {\n    return ${formatFormula(lemma.proposal.text, 4)};\n  }`;
}

const mostNamed = 4;

function provenance({ name, proposal: { by } }: Accepted, { grounds }: Judgement): string {
  const users = neededFor(name, grounds);
  const named = users.slice(0, mostNamed);
  const more = users.length > mostNamed ? [`${users.length - mostNamed} more`] : [];
  const needed = named.length === 0 ? "" : `; needed for ${[...named, ...more].join(", ")}`;
  return `${saysWho(by)}${needed}.`;
}
