import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { prove } from "../../../src/index.ts";
import { CandidateCompiler } from "../../../src/frontend/candidates.ts";
import { composeProof } from "../../../src/frontend/proof-text.ts";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import { judge } from "../../../src/propose/judge.ts";
import type { Judgement } from "../../../src/propose/judgement.ts";
import { proofBeside } from "../../../src/pipeline/prove.ts";
import { proposeConclusionText, proposeText } from "../../../src/report/propose-text.ts";
import { proofFile, writeProofFile } from "../../../src/propose/proof-file.ts";
import type { Proposal } from "../../../src/propose/proposal.ts";
import { sharedSolvers } from "./solvers.ts";

const solvers = sharedSolvers();
const folder = mkdtempSync(join(tmpdir(), "tenet-proof-file-"));
afterAll(() => rmSync(folder, { recursive: true }));
const timeout = 120_000;

/** With types that are its own, so that a proof must declare what it needs of them. */
const unexported = (spec: string): string => readFileSync(join("specs", spec, "spec.ts"), "utf8").replaceAll(/^export (?=type|interface)/gm, "");

function copyOf(spec: string, proof?: string): string {
  const copy = mkdtempSync(join(folder, "spec-"));
  writeFileSync(join(copy, "spec.ts"), unexported(spec));
  if (proof !== undefined) writeFileSync(join(copy, "proof.ts"), proof);
  return copy;
}

/** As if all of them had been proved. */
function accepted(spec: string, proposals: readonly (Omit<Proposal, "by"> & { name: string })[]): Judgement {
  const compiler = new CandidateCompiler(spec);
  const { read } = compiler.read(proposals.map((p) => p.text));
  return {
    verdict: "proved", protocol: compiler.base.protocol, judged: [], ghosts: [], properties: [], grounds: [], searched: [], place: compiler.place,
    accepted: proposals.map((p, index) => {
      const lemma = read[index];
      if (lemma.kind !== "lemma") throw new Error(JSON.stringify(lemma));
      return { index, name: p.name, body: lemma.body, mentions: lemma.mentions, proposal: { ...p, by: { proposer: "model", round: 2 } } };
    }),
  };
}

describe("the proof file", () => {
  test("is written where there was none, and then needs no proposer", { timeout }, async () => {
    const spec = copyOf("two-phase-commit");
    const by = { proposer: "embedded", round: 1 } as const;
    const all = [...readFileSync("specs/two-phase-commit/proof.ts", "utf8").matchAll(/return ([^;]*);/g)].map(([, text]): Proposal => ({ text, by, reason: "because */ @ts-ignore\nso" }));
    expect(all).toHaveLength(6);
    const j = await judge(spec, all, solvers());
    const file = proofFile(spec, j)!;
    expect(readdirSync(spec)).toEqual(["spec.ts"]);
    expect(writeProofFile(file, j)).toBe(true);
    expect(readdirSync(spec).toSorted()).toEqual(["proof.ts", "spec.ts"]);
    expect(readFileSync(join(spec, "proof.ts"), "utf8")).toBe(file.text);
    expect(file.text).toMatch(/^import \{ forall, implies, lemma, type Sort \} from "tenet";\nimport \{ TwoPhaseCommit \} from "\.\/spec\.ts";\n\ntype RM = Sort<"RM">;\n\nexport class TwoPhaseCommitProof extends TwoPhaseCommit \{\n  \/\*\*\n   \* because \* \/ ts-ignore so\.\n   \* Found by the embedded proposer, round 1; needed for /);
    expect(file.text).toContain(`  @lemma tmPreparedImpliesSentPrepared() {
    return forall((rm: RM) => implies(this.tmPrepared.has(rm), this.sent.has({ kind: "prepared", rm })));
  }`);
    expect((await prove(spec, solvers())).verdict).toBe("proved");
    // Nobody's work is written over.
    writeFileSync(file.path, "// mine");
    expect(writeProofFile(file, j)).toBe(false);
    expect(readFileSync(file.path, "utf8")).toBe("// mine");
  });

  const persons = [
    "// Ours.", 'import { forall, lemma as lemma, type Sort } from "tenet"; // language', 'import { TwoPhaseCommit } from "./spec.ts";', "",
    'type RM = Sort<"RM">; // a manager', "", "const yes = true;", "", "/** By hand. */", "export class Mine extends TwoPhaseCommit {",
    "  @lemma   spoken( ) { /* odd */ return forall((rm: RM) => !this.tmPrepared.has(rm) || this.sent.has({ kind: 'prepared', rm }));}", "  // last words", "}", "", "// the end",
  ];

  test.each(["\n", "\r\n"])("what a person wrote stays, to the letter (line breaks %j)", (eol) => {
    const before = persons.join(eol);
    const spec = copyOf("two-phase-commit", before);
    const { text } = proofFile(spec, accepted(spec, [
      { name: "commits", reason: "why", text: 'implies(this.tm === "committed",\n  // all\n  forall((m: Message) => implies(m.kind === "prepared", this.tm === \'committed\') || exists((r: RM) => this.tmPrepared.has(r)) && yes))' },
    ]))!;
    for (const line of persons.filter((l) => !l.startsWith("import { forall"))) expect(text.split(eol)).toContain(line);
    expect(text.split(eol)[1]).toBe('import { exists, forall, implies, lemma as lemma, type Sort } from "tenet"; // language');
    expect(text).toContain(['type RM = Sort<"RM">; // a manager', 'type Message = { kind: "prepared"; rm: RM } | { kind: "commit" } | { kind: "abort" };', ""].join(eol));
    expect(text).toContain(["  // last words", "", "  /**", "   * why.", "   * Proposed by a language model, round 2.", "   */", "  @lemma commits() {", "    return implies(", '      this.tm === "committed",'].join(eol));
    expect(text.endsWith(["  }", "}", "", "// the end"].join(eol))).toBe(true);
    expect(text.includes("\r\n")).toBe(eol === "\r\n");
  });

  test("long formulas are broken where they say something new", () => {
    const spec = copyOf("two-phase-commit");
    const part = 'implies(this.rm[a] === "committed" && this.rm[b] === "aborted" && this.sent.has({ kind: "prepared", rm: a }), !this.tmPrepared.has(b))';
    const { text } = proofFile(spec, accepted(spec, [{ name: "long", text: `forall((a:RM,b:RM)=>${part}&&${part.replaceAll(" && ", " || ")})&&this.tm!=="init"&&(this.tm==='committed'||this.tm==="aborted")` }]))!;
    expect(text.slice(text.indexOf("  @lemma"))).toBe(`  @lemma long() {
    return (
      forall((a: RM, b: RM) =>
        implies(
          this.rm[a] === "committed" && this.rm[b] === "aborted" && this.sent.has({ kind: "prepared", rm: a }),
          !this.tmPrepared.has(b),
        ) &&
        implies(
          this.rm[a] === "committed" || this.rm[b] === "aborted" || this.sent.has({ kind: "prepared", rm: a }),
          !this.tmPrepared.has(b),
        ),
      ) &&
      this.tm !== "init" &&
      (this.tm === "committed" || this.tm === "aborted")
    );
  }
}
`);
  });

  /** Lemmas that need nothing of their file but the class. */
  const selfContained = (name: string): boolean => existsSync(join("specs", name, "proof.ts")) && !/@ghost|^const |^function /m.test(readFileSync(join("specs", name, "proof.ts"), "utf8"));
  test.each(readdirSync("specs").filter(selfContained))("the lemmas of %s are written as they were", (name) => {
    const text = readFileSync(join("specs", name, "proof.ts"), "utf8");
    const lemmas = [...text.matchAll(/@lemma (\w+)\(\) \{\n    return ([\s\S]*?);\n  \}/g)].map(([, lemma, body]) => ({ name: lemma, text: body }));
    const spec = copyOf(name);
    const written = proofFile(spec, accepted(spec, lemmas));
    // One that has statements is no expression.
    expect(lemmas.length).toBeGreaterThan(0);
    expect(written?.lemmas).toEqual(lemmas.map((l) => l.name));
  });

  describe("of a spec with types from another file", () => {
    const types = `import { type Sort } from "tenet";
export type RM = Sort<"RM">;
export type Message = { kind: "prepared"; rm: RM } | { kind: "commit" } | { kind: "abort" };
export type Pair = { a: RM; b: RM };
`;
    const spoken = { name: "spoken", text: 'forall((m: Message, rm: RM) => implies(this.tmPrepared.has(rm) && m.kind === "abort", this.sent.has({ kind: "prepared", rm })))' };
    const head = 'import { forall, implies, lemma } from "tenet";\nimport { TwoPhaseCommit } from "./spec.ts";\n';

    /** Two-phase commit with `imports` in place of its own types. */
    function withTypes(imports: string, proof?: string): string {
      const spec = copyOf("two-phase-commit", proof);
      const text = readFileSync(join(spec, "spec.ts"), "utf8").replace(/^(type|\/\*\* A resource).*\n/gm, "").replace(", type Sort", "");
      writeFileSync(join(spec, "spec.ts"), `${imports}\n${text}`);
      writeFileSync(join(spec, "types.ts"), types);
      return spec;
    }

    /** The text up to the class, after the whole of it was compiled. */
    function written(spec: string, text: string, lemmas: readonly string[]): string {
      const proof = join(spec, "proof.ts");
      writeFileSync(proof, text);
      const { properties } = compileSpec(spec, { proof }).protocol;
      expect(properties.map((p) => p.name)).toEqual(expect.arrayContaining([...lemmas]));
      return text.slice(0, text.indexOf("\nexport class"));
    }

    test.each([
      'import type { Message, RM } from "./types.ts";', 'import { type RM, type Message } from "./types";', 'import { Message, RM } from "./types.js";',
    ])("imports them: %s", (imports) => {
      const spec = withTypes(imports);
      expect(written(spec, proofFile(spec, accepted(spec, [spoken]))!.text, ["spoken"])).toBe(`${head}import { type Message, type RM } from "./types.ts";\n`);
    });

    test("under the names that the spec has for them, and what its own types mention", () => {
      const spec = withTypes('import { type Message as M, type RM, type Pair as Two } from "./types.ts";\ntype Message = M;\ntype Both = { two: Two };');
      const both = { name: "both", text: "forall((m: M, both: Both) => implies(this.sent.has(m), both.two.a === both.two.a))" };
      expect(written(spec, proofFile(spec, accepted(spec, [both]))!.text, ["both"])).toBe(
        `${head}import { type Message as M, type Pair as Two } from "./types.ts";\n\ntype Both = { two: Two };\n`,
      );
    });

    test.each([
      ['import { type Message } from "./types.js"; // ours', 'import { type Message, type RM } from "./types.js"; // ours'],
      ['import type { Message } from "./types";', 'import type { Message, RM } from "./types";'],
      ['import { type Message as Msg } from "./types.ts";', 'import { type Message as Msg, type Message, type RM } from "./types.ts";'],
      ['import { type Message, type RM } from "./types.ts";', 'import { type Message, type RM } from "./types.ts";'],
    ])("not again where the proof has them: %s", (there, then) => {
      const spec = withTypes('import type { Message, RM } from "./types.ts";', `${head}${there}\n\nexport class Mine extends TwoPhaseCommit {\n}\n`);
      expect(written(spec, proofFile(spec, accepted(spec, [spoken]))!.text, ["spoken"])).toBe(`${head}${then}\n`);
    });

    test("by a path from where the proof stands", () => {
      const spec = withTypes('import type { Message, RM } from "./types.ts";');
      mkdirSync(join(spec, "proofs"));
      const compiler = new CandidateCompiler(spec, { proof: join(spec, "proofs", "mine.ts") });
      const [lemma] = compiler.read([spoken.text]).read;
      if (lemma.kind !== "lemma") throw new Error(JSON.stringify(lemma));
      const text = composeProof(compiler.place, { ...lemma.mentions, methods: [] });
      expect(text).toContain('import { TwoPhaseCommit } from "../spec.ts";\nimport { type Message, type RM } from "../types.ts";\n');
    });
  });

  test("stands beside the spec, under the name that tenet prove looks for", () => {
    const spec = join(copyOf("two-phase-commit"), "foo.ts");
    writeFileSync(spec, unexported("two-phase-commit"));
    const judgement = accepted(spec, [{ name: "spoken", text: 'forall((rm: RM) => implies(this.tmPrepared.has(rm), this.sent.has({ kind: "prepared", rm })))' }]);
    const file = proofFile(spec, judgement)!;
    expect(file.path).toBe(spec.replace("foo.ts", "foo.proof.ts"));
    expect(file.text).toContain('import { TwoPhaseCommit } from "./foo.ts";');
    expect(proofBeside(spec)).toBeUndefined();
    expect(writeProofFile(file, judgement)).toBe(true);
    expect(proofBeside(spec)).toBe(file.path);
    expect(proofBeside("specs/two-phase-commit")).toBe(join("specs", "two-phase-commit", "proof.ts"));
  });

  test("is shown where it cannot be written", () => {
    const spec = copyOf("two-phase-commit");
    const judgement = accepted(spec, [{ name: "spoken", text: 'forall((rm: RM) => implies(this.tmPrepared.has(rm), this.sent.has({ kind: "prepared", rm })))' }]);
    const file = proofFile(spec, judgement)!;
    const report = { spec, protocol: judgement.protocol, verdict: "proved", judgement, events: [], file, seconds: 1 } as const;
    for (const text of [proposeText, proposeConclusionText].map((show) => show(report, { color: false, written: { failed: "EROFS" } }))) {
      expect(text).toContain(file.text.trimEnd());
      expect(text).toContain(`${file.path} cannot be written (EROFS)`);
    }
    expect(proposeText(report, { color: false, written: "written" })).not.toContain("export class");
  });
});
