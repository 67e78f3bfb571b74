/** English of names that people give to fields. */

/** `votes` gives `vote`; a word that is no plain plural stays. */
export function singular(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  return /(?:ss|x|sh|[tn]ch)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, "");
}

const irregular = new Set("chosen done given held hidden known left lost met paid put read said seen sent set shown sold spent taken told won written".split(" "));

/** `decided`, `sent`: one says of a thing that it is that. */
export const isParticiple = (word: string): boolean => /^[a-z]+ed$/.test(word) || irregular.has(word);

export const plural = (word: string): string => (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : /(?:[sx]|[cs]h)$/.test(word) ? `${word}es` : `${word}s`);
