/** Small accidents in the text of a spec: a token gone, doubled, exchanged, or taken from elsewhere. */

/** Names, numbers, texts, comments, spaces and single signs; joined they are the text. */
export const tokensOf = (text: string): string[] => text.match(/\/\*[^]*?\*\/|\/\/[^\n]*|"[^"\n]*"|[\w$]+|\s+|=>|[=!<>&|?]{2,3}|[^]/g) ?? [];

export interface Accident {
  readonly kind: "delete" | "double" | "swap" | "replace" | "cut";
  /** Positions among the tokens, taken modulo their number. */
  readonly at: number;
  readonly other: number;
}

/** So that an exchange often leaves the text well-formed. */
const classOf = (token: string): string => (/^[\w$]/.test(token) ? "word" : token.startsWith('"') ? "text" : "sign");

const isSpace = (token: string): boolean => /^\s|^\/[/*]/.test(token);

export function mutate(text: string, accidents: readonly Accident[]): string {
  let tokens = tokensOf(text);
  for (const { kind, at, other } of accidents) {
    const places = tokens.flatMap((t, i) => (isSpace(t) ? [] : [i]));
    if (places.length < 2) break;
    const i = places[at % places.length];
    const alike = places.filter((p) => kind === "cut" || classOf(tokens[p]) === classOf(tokens[i]));
    const j = alike[other % alike.length];
    const next = [...tokens];
    switch (kind) {
      case "delete": next[i] = ""; break;
      case "double": next[i] = `${tokens[i]} ${tokens[i]}`; break;
      case "swap": [next[i], next[j]] = [tokens[j], tokens[i]]; break;
      case "replace": next[i] = tokens[j]; break;
      case "cut": next.splice(Math.min(i, j), Math.min(Math.abs(i - j), 30)); break;
    }
    tokens = next.filter((t) => t !== "");
  }
  return tokens.join("");
}
