/** English of names that people give to fields. */

/** `votes` gives `vote`; a word that is no plain plural stays. */
export function singular(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  return /(?:ss|x|sh|[tn]ch)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, "");
}
