import { mkdirSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { loadProgram } from "../../../src/frontend/program.ts";
import { diagnosticsOf, withFiles } from "./spec-text.ts";

const fine = 'import { action } from "tenet"; export class P { on = false; @action go() { this.on = true; } }';
const codes = (run: () => unknown): string[] => diagnosticsOf(run).map((d) => d.code);

describe("files", () => {
  test("a folder stands for its spec.ts", () => {
    withFiles({ "spec.ts": fine }, (folder) => {
      expect(loadProgram(folder).main.text).toBe(fine);
      expect(loadProgram(join(folder, "spec.ts")).main.text).toBe(fine);
    });
  });

  test("names are relative to the working directory, where the file is inside it", () => {
    expect(loadProgram(join(process.cwd(), "specs/two-phase-commit")).main.fileName).toBe("specs/two-phase-commit/spec.ts");
    withFiles({ "spec.ts": fine }, (folder) => {
      expect(loadProgram(relative(process.cwd(), folder)).main.fileName).toBe(`${folder}/spec.ts`);
    });
  });

  test("what cannot be read is said", () => {
    withFiles({ "binary.ts": new Uint8Array([0x63, 0xff, 0xfe]), "large.ts": " ".repeat(1024 * 1024 + 1) }, (folder) => {
      expect(diagnosticsOf(() => loadProgram(join(folder, "none.ts")))).toMatchObject([{ code: "T1001", message: expect.stringContaining("there is no file") }]);
      expect(diagnosticsOf(() => loadProgram(folder))).toMatchObject([{ code: "T1001", message: expect.stringContaining("spec.ts"), help: expect.any(String) }]);
      expect(diagnosticsOf(() => loadProgram(join(folder, "binary.ts")))).toMatchObject([{ code: "T1001", message: expect.stringContaining("UTF-8") }]);
      expect(codes(() => loadProgram(join(folder, "large.ts")))).toEqual(["T1002"]);
      mkdirSync(join(folder, "odd.ts"));
      expect(codes(() => loadProgram(join(folder, "odd.ts")))).toEqual(["T1001"]);
      symlinkSync(join(folder, "loop.ts"), join(folder, "loop.ts"));
      expect(codes(() => loadProgram(join(folder, "loop.ts")))).toEqual(["T1001"]);
    });
  });

  test("a byte order mark is no part of the text", () => {
    withFiles({ "spec.ts": `\uFEFF${fine}` }, (folder) => {
      expect(loadProgram(folder).main.text).toBe(fine);
    });
  });
});

describe("imports", () => {
  test("relative ones are resolved, by either ending or none", () => {
    const spec = `import { type A } from "./a.ts"; import { type B } from "./b.js"; import { type C } from "./c"; ${fine.replace("on = false", "on = false; a!: A; b!: B; c!: C")}`;
    withFiles({ "spec.ts": spec, "a.ts": "export type A = true;", "b.ts": "export type B = true;", "c.ts": 'import type { A } from "./a.ts"; export type C = A;' }, (folder) => {
      expect(loadProgram(folder).files.map((f) => f.fileName.slice(folder.length + 1)).toSorted()).toEqual(["a.ts", "b.ts", "c.ts", "spec.ts"]);
    });
  });

  test("an error in an imported file is shown there", () => {
    withFiles({ "spec.ts": `import "./a.ts"; ${fine}`, "a.ts": "export const a: boolean = 3;" }, (folder) => {
      expect(diagnosticsOf(() => loadProgram(folder))).toMatchObject([{ code: "TS2322", span: { file: `${folder}/a.ts`, line: 1, column: 14 } }]);
    });
  });

  test("two files may import each other", () => {
    withFiles({ "spec.ts": `import type { A } from "./a.ts"; export type B = boolean; ${fine.replace("on = false", "on: A = false")}`, "a.ts": 'import type { B } from "./spec.ts"; export type A = B;' }, (folder) => {
      expect(loadProgram(folder).files).toHaveLength(2);
    });
  });

  test("a spec of very many files is refused", () => {
    const files = Object.fromEntries(Array.from({ length: 210 }, (_, i) => [`f${i}.ts`, `export * from "./f${i + 1}.ts"; export const x${i} = true;`]));
    withFiles({ ...files, "spec.ts": `import "./f0.ts"; ${fine}` }, (folder) => {
      expect(codes(() => loadProgram(folder))).toContain("T1002");
    });
  });
});

describe("types", () => {
  test("comments cannot silence errors", () => {
    for (const comment of ["// @ts-ignore", "// @ts-expect-error", "/* @ts-ignore */"]) {
      withFiles({ "spec.ts": `${fine}\n${comment}\nconst a: boolean = 3;` }, (folder) => {
        expect(codes(() => loadProgram(folder))).toContain("T1004");
      });
    }
    withFiles({ "spec.ts": `// @ts-nocheck\n${fine}\nconst a: boolean = 3;` }, (folder) => {
      expect(codes(() => loadProgram(folder))).toContain("T1004");
    });
  });

  test("names of the language are known by what they refer to", () => {
    const text = 'import { action as step, forall } from "tenet"; import * as all from "tenet"; const own = forall; export { step, all, own };';
    withFiles({ "spec.ts": text }, (folder) => {
      const { main, dslName } = loadProgram(folder);
      const last = main.statements[3];
      const names: (string | undefined)[] = [];
      last.forEachChild((clause) => clause.forEachChild((specifier) => void names.push(dslName(specifier.getChildAt(0)))));
      expect(names.slice(0, 1)).toEqual(["action"]);
      expect(names[2]).toBeUndefined();
    });
  });
});
