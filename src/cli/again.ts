/** The command that does the same again, as text for a shell. */
import type { InstanceFlags } from "./instance-options.ts";

export const quoted = (word: string): string => (/^[\w./=,:@+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);

/** Nothing where no value was given. */
export const given = (name: string, value: string | number | undefined): string[] => (value === undefined ? [] : [name, quoted(String(value))]);

/** What says which instance it is about. */
export const instanceWords = ({ scope, option, design, protocol }: Omit<InstanceFlags, "deadlock">): string[] => [
  ...given("--scope", scope && Object.entries(scope).map(([name, size]) => `${name}=${size}`).join(",")),
  ...Object.entries(option ?? {}).flatMap(([name, value]) => given("--option", `${name}=${value}`)),
  ...given("--design", design), ...given("--protocol", protocol),
];
