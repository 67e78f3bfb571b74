/** Text from elsewhere (a spec, a change, an implementation) made safe to show: it must not draw on the terminal, nor pose as what a face says. */

/** Longer text tells nobody anything. */
const mostPrintable = 2000;

/** What cannot be seen, or what changes how its neighbours are seen: control and format characters, text direction, zero width, unpaired surrogates, blank letters. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/gu;

/** What makes a build host take a line of a log for a command: `::error::` at its start, `##[…]`, `##vso[…]` anywhere. */
const command = /(?<=^[^\S\n]*)::|#(?=#\w*\[)/gm;

/** One line: whitespace as single spaces, what cannot be seen as `\u{…}`, and an ellipsis where it is too long. */
export function printable(text: string, most: number = mostPrintable): string {
  const line = text.slice(0, 4 * most).replaceAll(/[\s\u0085]+/g, " ").trim();
  return visible(line.length <= most ? line : `${line.slice(0, most)}…`);
}

/** What cannot be seen as `\u{…}`, line breaks included. */
export const visible = (text: string): string => text.replaceAll(unseen, escaped).replaceAll(command, escaped);

/** As TypeScript would write it, with what cannot be seen as escapes. */
export const quoted = (text: unknown): string => visible(JSON.stringify(text));

/** Line breaks stay, and all that is unseen becomes spaces: as many, so that columns stay what they are. */
export const blanked = (text: string): string => text.replaceAll(unseen, (c) => (c === "\n" ? c : " ".repeat(c.length))).replaceAll(command, (c) => " ".repeat(c.length));

/** JSON in which nothing is unseen or a command either: the same values for whoever parses it. */
export function jsonText(value: unknown, indent = 2): string {
  const text = JSON.stringify(value, null, indent);
  return text.replaceAll(unseen, (c) => (c === "\n" ? c : units(c))).replaceAll(command, units);
}

const units = (text: string): string => text.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");

/** Whether something in it cannot be seen, or makes what is near it look otherwise. Line breaks and tabs are seen. */
export const hasUnseen = (text: string): boolean => text.replaceAll(/[\n\r\t]/g, "").search(unseen) >= 0;

const escaped = (character: string): string => Array.from(character, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`).join("");
