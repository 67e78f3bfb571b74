/** Keeps keys out of everything that is shown or recorded, and out of the terminal what would steer it. */

/** Servers on the own machine are given something like `none`, which is no secret, and a word that may occur anywhere. */
const shortestSecret = 6;

export type Redact = (text: string) => string;

/** In every form in which a server may give it back. */
export function redacting(key: string | undefined): Redact {
  if (key === undefined || key.length < shortestSecret) return (text) => text;
  const escaped = JSON.stringify(key).slice(1, -1);
  const forms = new Set([key, escaped, encodeURIComponent(key), ...[key, `Bearer ${key}`].map((k) => Buffer.from(k).toString("base64").replace(/=+$/, ""))]);
  const longestFirst = [...forms].toSorted((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((t, form) => t.replaceAll(form, "[key]"), text);
}

/** One line of plain characters. */
export function oneLine(text: string, most: number): string {
  const line = text.slice(0, 4 * most).replaceAll(/[\p{C}\u2028\u2029]|\s/gu, " ").replaceAll(/ +/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** What would steer a terminal, or make a text look like another, is replaced by a sign that no formula has. */
export const visible = (text: string): string => text.replaceAll(/[^\P{C}\t\n\r]|[\u2028\u2029]/gu, "\ufffd");
