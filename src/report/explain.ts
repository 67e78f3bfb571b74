/** What a code means. */
import { type Code, codes } from "../base/codes.ts";
import { explanations } from "./explanations.ts";
import { wrapLine } from "./wrap.ts";

/** Ends with a line break; undefined where there is no such code. Case does not matter. */
export function explainCode(text: string): string | undefined {
  const code = text.toUpperCase();
  if (/^TS\d+$/.test(code)) return `${code} is an error of TypeScript itself: the spec does not type-check. Its message says what is wrong.\n`;
  if (!Object.hasOwn(codes, code)) return undefined;
  const explanation = explanations[code as Code];
  return `${code}: ${codes[code as Code]}\n${explanation === undefined ? "" : `\n${wrap(explanation)}\n`}`;
}

const width = 88;

/** Breaks long lines between words; indented ones are code and stay. */
export function wrap(text: string): string {
  return text.split("\n").flatMap((line) => (line.startsWith(" ") ? [line] : wrapLine(line, width))).join("\n");
}
