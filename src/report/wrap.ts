/** Prose in lines. */

/** One line broken between words. */
export function wrapLine(line: string, width: number): string[] {
  const lines = [""];
  for (const word of line.split(" ")) {
    const last = lines.length - 1;
    if (lines[last] === "") lines[last] = word;
    else if (lines[last].length + 1 + word.length <= width) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** At least so many characters to a line, however narrow the terminal. */
const least = 24;

/** A comment of a spec as one paragraph, without what could draw on the terminal. @param prefix stands before the first line; the others begin below its end */
export function paragraph(prefix: string, text: string, columns: number): string {
  const room = Math.max(least, columns - prefix.length);
  return wrapLine(oneLine(text), room).map((l, i) => `${i === 0 ? prefix : " ".repeat(prefix.length)}${l}`).join("\n");
}

/** Without line breaks and control characters. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{C}\p{Z}\s]+/gu, " ").trim();
