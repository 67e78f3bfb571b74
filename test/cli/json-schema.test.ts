/** What `--json` prints is what its schema says, whatever the outcome. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root, sandbox, tenet } from "./transcript.ts";

const schema = JSON.parse(readFileSync(join(root, "docs/check-result.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const schemaOf = (name: string): object => JSON.parse(readFileSync(join(root, "docs", name), "utf8"));

let folder = "";
beforeAll(() => {
  folder = sandbox();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runs: readonly (readonly [status: number, args: readonly string[]])[] = [
  [0, ["specs/two-phase-commit"]],
  [0, ["specs/two-phase-commit", "--hashed"]],
  [0, ["test/cli/specs/tank.ts"]],
  [0, ["specs/alternating-bit", "--insight"]],
  [1, ["test/cli/specs/hasty-commit.ts"]],
  [1, ["test/cli/specs/hasty-commit.ts", "--all"]],
  [1, ["test/cli/specs/counter.ts"]],
  [1, ["test/cli/specs/two-locks.ts"]],
  [1, ["test/cli/specs/idle.ts", "--insight"]],
  [2, ["test/cli/specs/bad.ts"]],
  [2, ["nowhere"]],
  [2, ["specs/two-phase-commit", "--scope", "RM=0"]],
  [2, ["specs/two-phase-commit", "--scope", "RM=x"]],
  [2, ["specs/two-phase-commit", "--show", "nothing"]],
  [2, []],
  [2, ["--nonsense"]],
  [3, ["specs/two-phase-commit", "--max-depth", "2"]],
  [3, ["specs/two-phase-commit", "--scope", "RM=8", "--max-states", "1000"]],
  [3, ["specs/two-phase-commit", "--scope", "RM=8", "--memory", "1MB"]],
  [0, ["specs/two-phase-commit", "--scope", "RM=7", "--memory", "5MiB"]],
  [2, ["--resume", "nowhere"]],
  [3, ["specs/two-phase-commit", "--scope", "RM=10", "--no-symmetry", "--timeout", "50ms"]],
];

describe.each(runs)("exit %d: %j", (status, args) => {
  test("one object, as the schema says", () => {
    const done = tenet(folder, "check", ...args, "--json");
    const object = JSON.parse(done.stdout);
    validate(object);
    expect(validate.errors).toBeNull();
    expect(done.status).toBe(status);
    expect(done.stderr).toBe("");
  });
});

test("the schema refuses what is not one", () => {
  const good = JSON.parse(tenet(folder, "check", "test/cli/specs/counter.ts", "--json").stdout);
  for (const bad of [
    {}, [], null, { ...good, verdict: "holds" }, { ...good, extra: 1 }, { ...good, stats: { ...good.stats, depth: -1 } },
    { ...good, properties: [{ ...good.properties[0], kind: "lemma" }] }, { error: { kind: "spec" }, diagnostics: [] },
  ]) expect(validate(bad), JSON.stringify(bad)).toBe(false);
});

describe("prove", () => {
  const proved = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(root, "docs/prove-result.schema.json"), "utf8")));
  const proofs: readonly (readonly [status: number, args: readonly string[]])[] = [
    [0, ["specs/lock-server", "--explain"]],
    [1, ["test/cli/specs/hasty-commit.ts"]],
    [2, ["test/cli/specs/bad.ts"]],
    [3, ["specs/toy-consensus/spec.ts", "--proof", "test/cli/specs/no-proof.ts"]],
    [3, ["specs/token-ring"]],
  ];

  test.each(proofs)("exit %d: %j", (status, args) => {
    const done = tenet(folder, "prove", ...args, "--json");
    proved(JSON.parse(done.stdout));
    expect(proved.errors).toBeNull();
    expect(done.stderr).toBe("");
    expect(done.status).toBe(status);
  });
});

describe("prove of one instance", () => {
  const shown = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(root, "docs/prove-instance-result.schema.json"), "utf8")));
  const cases: readonly (readonly [status: number, args: readonly string[]])[] = [
    [0, ["specs/two-phase-commit", "--induction", "1"]],
    [1, ["test/cli/specs/hasty-commit.ts", "--bounded", "6"]],
    [1, ["test/cli/specs/counter.ts", "--bounded", "12"]],
    [3, ["specs/two-phase-commit", "--bounded", "2"]],
    [3, ["specs/two-phase-commit", "--bounded", "8", "--timeout", "1ms"]],
  ];
  test.each(cases)("exit %d: %j", { timeout: 60_000 }, (status, args) => {
    const done = tenet(folder, "prove", ...args, "--json");
    shown(JSON.parse(done.stdout));
    expect(shown.errors).toBeNull();
    expect(done.status).toBe(status);
  });
});

describe("propose", () => {
  const found = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
    .addSchema(schemaOf("prove-result.schema.json"), "prove-result.schema.json")
    .compile(schemaOf("propose-result.schema.json"));
  const cases: readonly (readonly [status: number, verdict: string | undefined, args: readonly string[]])[] = [
    [0, "proved", ["specs/lock-server", "--proof", "none.ts", "--dry-run"]],
    [0, "known", ["specs/lock-server"]],
    [1, "violated", ["test/cli/specs/hasty-commit.ts"]],
    [2, undefined, ["test/cli/specs/bad.ts"]],
    [3, "open", ["specs/token-ring", "--time", "1s"]],
  ];
  test.each(cases)("exit %d, %s: %j", (status, verdict, args) => {
    const done = tenet(folder, "propose", ...args, "--json");
    const object = JSON.parse(done.stdout);
    found(object);
    expect(found.errors).toBeNull();
    expect(object.verdict).toBe(verdict);
    expect(done.stderr).toBe("");
    expect(done.status).toBe(status);
  });

  test("has no lock file to leave alone", () => {
    const done = tenet(folder, "prove", "specs/two-phase-commit", "--bounded", "2", "--no-lock");
    expect(done.stderr).toContain("--no-lock is for proofs about instances of any size");
    expect(done.status).toBe(2);
  });
});

describe("tradeoffs", () => {
  const compared = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
    .addSchema(schemaOf("check-result.schema.json"), "check-result.schema.json")
    .compile(schemaOf("tradeoffs-result.schema.json"));
  const cases: readonly (readonly [status: number, args: readonly string[]])[] = [
    [0, ["test/cli/specs/two-copies.ts", "--budgets", "1"]],
    [0, ["test/cli/specs/tank.ts", "--jobs", "1"]],
    [2, ["test/cli/specs/bad.ts"]],
    [2, ["test/cli/specs/two-copies.ts", "--fault", "fire"]],
    [3, ["test/cli/specs/two-copies.ts", "--max-states", "12", "--design", "sync", "--jobs", "1"]],
  ];
  test.each(cases)("exit %d: %j", (status, args) => {
    const done = tenet(folder, "tradeoffs", ...args, "--json");
    compared(JSON.parse(done.stdout));
    expect(compared.errors).toBeNull();
    expect(done.stderr).toBe("");
    expect(done.status).toBe(status);
  });
});

describe("conform", () => {
  const compared = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
    .addSchema(schemaOf("check-result.schema.json"), "check-result.schema.json")
    .compile(schemaOf("conform-result.schema.json"));
  const wrong = ["--adapter", "test/cli/specs/tickets/implementation/hasty.ts"];
  const cases: readonly (readonly [status: number, args: readonly string[]])[] = [
    [1, ["test/cli/specs/tickets", ...wrong]],
    [1, ["test/cli/specs/tickets", "--adapter", "test/cli/specs/tickets/implementation/racy.ts"]],
    [2, ["specs/two-phase-commit"]],
    [3, ["specs/two-phase-commit", ...wrong]],
  ];
  test.each(cases)("exit %d: %j", (status, args) => {
    const done = tenet(folder, "conform", ...args, "--json");
    compared(JSON.parse(done.stdout));
    expect(compared.errors).toBeNull();
    expect(done.stderr).toBe("");
    expect(done.status).toBe(status);
  });
});

describe("conform --transition", () => {
  const compared = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
    .addSchema(schemaOf("check-result.schema.json"), "check-result.schema.json")
    .compile(schemaOf("transition-result.schema.json"));
  const servers = "test/cli/specs/eager-servers.ts";
  const cases: readonly (readonly [status: number, args: readonly string[]])[] = [
    [0, ["specs/lock-server", "--transition", "specs/lock-server/implementation/transition.ts"]],
    [1, ["specs/lock-server", "--transition", servers]],
    [2, ["specs/lock-server", "--transition", "test/cli/specs/moody-servers.ts"]],
    [3, ["specs/lock-server", "--transition", servers, "--timeout", "1ms", "--max-states", "1"]],
  ];
  test.each(cases)("exit %d: %j", (status, args) => {
    const done = tenet(folder, "conform", ...args, "--json");
    compared(JSON.parse(done.stdout));
    expect(compared.errors).toBeNull();
    expect(done.stderr).toBe("");
    expect(done.status).toBe(status);
  });
});

describe("simulate", () => {
  const sampled = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
    .addSchema(schemaOf("check-result.schema.json"), "check-result.schema.json")
    .compile(schemaOf("simulate-result.schema.json"));

  test.each([
    [0, ["specs/two-phase-commit", "--runs", "200", "--show", "someoneCommits"]],
    [0, ["specs/two-phase-commit", "--runs", "500", "--steps", "12", "--scheduler", "pct", "--depth", "2", "--seed", "0"]],
    [1, ["test/cli/specs/lenient-lock.ts", "--all", "--scheduler", "coverage"]],
    [2, ["specs/two-phase-commit", "--depth", "2"]],
    [2, ["specs/two-phase-commit", "--seed", "-1"]],
    [2, ["test/cli/specs/bad.ts"]],
    [3, ["specs/two-phase-commit", "--runs", "1", "--steps", "2"]],
    [3, ["specs/two-phase-commit", "--runs", "1_000_000_000", "--timeout", "50ms"]],
  ] as const)("exit %d: %j", (status, args) => {
    const done = tenet(folder, "simulate", ...args, "--json");
    sampled(JSON.parse(done.stdout));
    expect(sampled.errors).toBeNull();
    expect(done.status).toBe(status);
    expect(done.stderr).toBe("");
  });
});
