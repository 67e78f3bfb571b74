/** The error codes, for people. */
import { type Code, codes } from "../base/codes.ts";

/** What the first digit of a code says. */
const groups: Readonly<Record<string, string>> = {
  T1: "The program and its files",
  T2: "Types",
  T3: "Classes and members",
  T4: "Statements and expressions",
  T5: "Traps: well-formed, but surely not meant",
  T6: "Scope and options",
  T7: "What a check found out about an instance (warnings)",
  T8: "The gate and its policy",
};

/** By group, in order. */
export function codesByGroup(): readonly { readonly title: string; readonly codes: readonly (readonly [Code, string])[] }[] {
  const all = Object.entries(codes) as [Code, string][];
  return Object.entries(groups)
    .map(([prefix, title]) => ({ title, codes: all.filter(([code]) => code.startsWith(prefix)).toSorted(([a], [b]) => (a < b ? -1 : 1)) }))
    .filter((group) => group.codes.length > 0);
}

/** Every code with its title. */
export const listCodes = (): string =>
  codesByGroup().map(({ title, codes }) => `${title}\n${codes.map(([code, text]) => `  ${code}  ${text}\n`).join("")}`).join("\n");
