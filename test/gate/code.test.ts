/** Code behind a spec: tested, compared, contained. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { emitConformance } from "../../src/backends/conformance/emit-conformance.ts";
import { prepareSpec } from "../../src/pipeline/prepare-spec.ts";
import { type Files, findingOf, lock, newFolder, plain, policyOf, removeScratch, Repository, stopping } from "./repository.ts";

const service = `export class LockService {
  holder: string | undefined = undefined;

  acquire(client: string): boolean {
    if (this.holder !== undefined) return false;
    this.holder = client;
    return true;
  }

  release(client: string): boolean {
    if (this.holder !== client) return false;
    this.holder = undefined;
    return true;
  }
}
`;

const adapter = `import type { Adapter } from "tenet/conform";
import type { LockModel } from "./conformance.ts";
import { LockService } from "./lock.ts";

export default {
  create: () => new LockService(),
  actions: {
    acquire: { request: (lock, { c }) => lock.acquire(c) },
    release: { request: (lock, { c }) => lock.release(c) },
  },
  observe: (lock) => ({ held: new Set(lock.holder === undefined ? [] : [lock.holder as "client1"]) }),
} satisfies Adapter<LockModel, LockService>;
`;

/** As `tenet compile` writes it. */
const conformance = (() => {
  const file = join(newFolder(), "spec.ts");
  writeFileSync(file, lock);
  const { instance, model } = prepareSpec(file, {});
  return `${emitConformance(instance, model)}\n`;
})();

const bound: Files = {
  ...plain, "src/lock.ts": service, "src/adapter.ts": adapter, "src/conformance.ts": conformance,
  "tenet.config.ts": policyOf({ guards: ["src/**"], adapter: "src/adapter.ts", budget: { conform: { runs: 5, steps: 10 } } }),
};

afterAll(removeScratch);

describe("an implementation", () => {
  test("that follows its spec passes, and is not tried again where nothing has changed", async () => {
    const repository = new Repository(bound);
    const report = await repository.judge();
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ verdict: "pass" });
    expect(report.specs[0].code.map((c) => [c.kind, c.verdict, c.source])).toEqual([["drift", "agrees", "anew"], ["conform", "agrees", "anew"]]);
    const again = await repository.write({ "README.md": "Words." }).judge();
    expect([again.verdict, again.specs[0].touched, again.specs[0].code.map((c) => c.source)]).toEqual(["pass", [], ["evidence", "evidence"]]);
  });

  test("that forgets a guard diverges; what is guarded touches the spec", async () => {
    const report = await new Repository(bound).write({ "src/lock.ts": service.replace("if (this.holder !== undefined) return false;\n", "") }).judge();
    expect([report.verdict, report.specs[0].touched]).toEqual(["fail", ["src/lock.ts"]]);
    expect(findingOf(report, "diverges")).toMatchObject({ about: "specs/lock", subject: "src/adapter.ts", stops: true });
    expect(findingOf(report, "diverges").details[0]).toMatch(/^1\. acquire\(client1\)/);
  });

  test("that ends its process is held, and is never accepted", async () => {
    const repository = new Repository(bound).write({ "src/lock.ts": service.replace("this.holder = client;", "process.exit(0);") });
    const report = await repository.judge();
    expect(stopping(report)).toContain("not-contained src/adapter.ts");
    expect((await repository.judge({ accept: report.findings.map((f) => f.acceptAs) })).verdict).toBe("fail");
  });

  test("that writes guarded state around the spec has drifted, wherever it does so", async () => {
    const around = `import type { LockService } from "./lock.ts";\n\nexport function seize(lock: LockService, client: string): void {\n  lock.holder = client;\n}\n`;
    const report = await new Repository(bound).write({ "src/around.ts": around }).judge();
    expect(stopping(report).map((s) => s.split(" ")[0])).toEqual(["mutation-outside"]);
    expect(findingOf(report, "mutation-outside").span).toMatchObject({ file: "src/around.ts", line: 4 });
  });

  test("whose adapter or code is gone", async () => {
    expect(stopping(await new Repository(bound).write({ "src/adapter.ts": null }).judge())).toContain("binding-stale src/adapter.ts");
    expect(stopping(await new Repository(bound).write({ src: null }).judge())).toEqual(expect.arrayContaining(["binding-stale src/**", "binding-stale src/adapter.ts"]));
  });

  test("of a spec whose action has another name is stale", async () => {
    const report = await new Repository(bound).write({ "specs/lock/spec.ts": lock.replace("@action release", "@action free") }).judge();
    expect(report.verdict).not.toBe("pass");
    expect(stopping(report).map((s) => s.split(" ")[0])).toEqual(expect.arrayContaining(["action-unbound", "binding-stale"]));
    expect(report.specs[0].code.every((c) => c.verdict === "agrees")).toBe(false);
  });
});
