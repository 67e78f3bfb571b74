/** The name that somebody probably meant, or undefined where none is close. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  const ranked = known.map((name) => ({ name, far: distance(given.toLowerCase().slice(0, 100), name.toLowerCase()) })).toSorted((a, b) => a.far - b.far);
  return ranked[0] && ranked[0].far <= Math.max(2, given.length / 3) ? ranked[0].name : undefined;
}

/** Letters to change, add or leave out (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}
