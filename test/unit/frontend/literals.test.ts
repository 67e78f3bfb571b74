import { expect, it } from "vitest";
import { DiagnosticsError } from "../../../src/base/diagnostic.ts";
import { readLiterals } from "../../../src/frontend/literals.ts";

const texts = [
  ["tenet.config.json", '{\n  "base": "main",\n  "specs": [{ "spec": "specs/a", "budget": { "seconds": -1.5 } }]\n}'],
  ["tenet.config.ts", 'export default {\n  "base": "main",\n  "specs": [{ "spec": "specs/a", "budget": { "seconds": -1.5 } }]\n} satisfies Policy;'],
] as const;

it.each(texts)("%s is read, with places", (name, text) => {
  const { value, place } = readLiterals(name, text);
  expect(value).toEqual({ base: "main", specs: [{ spec: "specs/a", budget: { seconds: -1.5 } }] });
  expect(place(["specs", 0, "spec"])).toMatchObject({ file: name, line: 3, column: 23 });
  expect(place(["specs", 7, "spec"])).toEqual(place(["specs"]));
});

it.each([
  ["tenet.config.json", '{ "a": process }'],
  ["tenet.config.ts", "export default { a: process.env };"],
  ["tenet.config.ts", "export default { get a() { return 1; } };"],
])("%s with %j is not run", (name, text) => expect(() => readLiterals(name, text)).toThrow(DiagnosticsError));
