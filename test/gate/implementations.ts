/** The three implementations in repositories of their own, as the gate finds them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Mutant, type Subject, subjects } from "../golden/conform-mutants.ts";
import { type Files, policyOf } from "./repository.ts";

const folderOf = ({ spec }: Subject): string => `specs/${spec}/implementation`;
export const adapterOf = (subject: Subject): string => `${folderOf(subject)}/adapter.ts`;

export function filesOf(subject: Subject): Files {
  const generated = `generated/${subject.spec}/conformance.ts`;
  const paths = [`specs/${subject.spec}/spec.ts`, generated, ...readdirSync(folderOf(subject)).map((name) => join(folderOf(subject), name))];
  return {
    ...Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")])),
    "tenet.config.ts": policyOf({
      spec: `specs/${subject.spec}`, guards: [`${folderOf(subject)}/**`], adapter: adapterOf(subject), check: [{ scope: subject.scope }], budget: { seconds: 600, conform: { runs: 20 } },
    }),
  };
}

/** What a change with that mistake writes. */
export function changeOf(mutant: Mutant): Files {
  const path = `${folderOf(subjects[mutant.of])}/${mutant.file}`;
  const text = readFileSync(path, "utf8");
  if (!text.includes(mutant.from)) throw new Error(`${path} has no ${JSON.stringify(mutant.from)}`);
  return { [path]: text.replace(mutant.from, () => mutant.to) };
}
