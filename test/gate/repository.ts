/** Small repositories to judge changes of: a lock, its policy, and what somebody does to them. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type GateOptions, gate } from "../../src/gate/gate.ts";
import type { GateReport, JudgedFinding } from "../../src/gate/report.ts";
import { gateJson } from "../../src/report/gate-json.ts";
import { gateJunit } from "../../src/report/gate-junit.ts";
import { gateMarkdown } from "../../src/report/gate-markdown.ts";
import { gateSarif } from "../../src/report/gate-sarif.ts";
import { gateConclusionText, gateText } from "../../src/report/gate-text.ts";
import { validGate, validSarif } from "../unit/gate-faces/schemas.ts";

export const lock = `import { action, exists, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Client = Sort<"Client">;

export class Lock {
  static scope = { Client: 2 };
  held = new Set<Client>();

  @action acquire(c: Client) {
    require(!exists((d: Client) => this.held.has(d)));
    this.held.add(c);
  }

  @action release(c: Client) {
    require(this.held.has(c));
    this.held.delete(c);
  }

  @invariant exclusive() {
    return forall((a: Client, b: Client) => implies(this.held.has(a) && this.held.has(b), a === b));
  }

  @reachable someoneHolds() {
    return exists((c: Client) => this.held.has(c));
  }
}
`;

export const expected = {
  runs: [{ scope: { Client: 2 }, distinctStates: 3, transitions: 4, depth: 1, properties: { exclusive: "exhaustive", someoneHolds: "exhaustive", "no failure": "exhaustive" } }],
};

export const policyOf = (spec: object = {}, others: object = {}): string =>
  `import type { Policy } from "tenet/policy";\n\nexport default ${JSON.stringify({ specs: [{ spec: "specs/lock", ...spec }], ...others }, null, 2)} satisfies Policy;\n`;

export type Files = Readonly<Record<string, string | Buffer | null>>;

export const plain: Files = { "specs/lock/spec.ts": lock, "specs/lock/expect.json": JSON.stringify(expected), "tenet.config.ts": policyOf() };

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "tenet-test-")));
/** For the end of each file of tests; the next one may go on in the same process. */
export const removeScratch = (): void => rmSync(scratch, { recursive: true, force: true });

/** What one test finds out, the next need not: they are about the same contents. */
const evidence = join(scratch, "evidence");
process.env.XDG_STATE_HOME = join(scratch, "state");

let count = 0;
export const newFolder = (): string => {
  const folder = join(scratch, `folder-${count++}`);
  mkdirSync(folder, { recursive: true });
  return folder;
};

export class Repository {
  readonly folder = newFolder();

  /** @param base what the first commit has, which the branch main stays at */
  constructor(base: Files = plain) {
    this.git("init", "-q", "-b", "main");
    this.write(base);
    this.commit("base");
    this.git("checkout", "-q", "-b", "change");
  }

  git(...args: readonly string[]): string {
    const who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgSign=false"];
    return execFileSync("git", [...who, ...args], { cwd: this.folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  }

  /** Null takes a file away. */
  write(files: Files): this {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, path);
      if (text === null) {
        rmSync(file, { recursive: true, force: true });
        continue;
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return this;
  }

  commit(message: string): this {
    this.git("add", "-A");
    this.git("commit", "-q", "--no-verify", "-m", message);
    return this;
  }

  /** Whatever it says, all faces can draw it, and none says more than it does. */
  async judge(options: GateOptions = {}): Promise<GateReport> {
    const report = await gate({ folder: this.folder, base: "main", evidence, ...options });
    for (const [valid, face] of [[validGate, gateJson], [validSarif, gateSarif]] as const) {
      if (!valid(JSON.parse(face(report)))) throw new Error(JSON.stringify(valid.errors?.slice(0, 3)));
    }
    const texts = [gateText(report, { color: false, sources: () => undefined }), gateConclusionText(report, { color: false }), gateMarkdown(report), gateJunit(report)];
    if (report.verdict !== "pass" && texts.some((t) => /^\W*pass\b/im.test(t))) throw new Error("a face says that it passes");
    return report;
  }
}

/** Rules and subjects of what stops the change. */
export const stopping = ({ findings }: GateReport): string[] => findings.filter((f) => f.stops).map((f) => `${f.rule} ${f.subject}`);

export const findingOf = ({ findings }: GateReport, rule: string): JudgedFinding => {
  const found = findings.find((f) => f.rule === rule);
  if (!found) throw new Error(`there is no ${rule}, but ${findings.map((f) => f.rule).join(", ")}`);
  return found;
};
