/** Text from elsewhere (a spec, a change, an implementation) made safe to show on one line: it must not draw on the terminal, nor pose as what a face says. */

/** Longer text tells nobody anything. */
const mostPrintable = 2000;

/** What cannot be seen, or what changes how its neighbours are seen: control and format characters, text direction, zero width, unpaired surrogates, blank letters. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/gu;

/** Whitespace as single spaces, what cannot be seen as `\u{…}`, and an ellipsis where it is too long. */
export function printable(text: string, most: number = mostPrintable): string {
  const line = text.slice(0, 4 * most).replaceAll(/[\s\u0085]+/g, " ").trim();
  const shown = line.length <= most ? line : `${line.slice(0, most)}…`;
  return visible(shown);
}

/** What cannot be seen as `\u{…}`, line breaks included. */
export const visible = (text: string): string => text.replaceAll(unseen, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`);
