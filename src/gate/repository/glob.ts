/** Globs over paths, in time that grows with their lengths only: whoever writes one may be hostile. */

const mostChoices = 64;

/** `*` and `?` stand for parts of a name, `**` for any folders, `{a,b}` for either. @returns undefined where it has too many choices */
export function globMatcher(glob: string): ((path: string) => boolean) | undefined {
  const choices = expand(glob);
  if (!choices) return undefined;
  const patterns = choices.map((c) => c.replace(/\/$/, "").split("/"));
  return (path) => patterns.some((p) => matchPath(p, path.split("/")));
}

export const isGlob = (text: string): boolean => /[*?{]/.test(text);

function expand(glob: string): string[] | undefined {
  let open = [glob];
  for (;;) {
    const next = open.flatMap((g) => {
      const found = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(g);
      return found ? found[2].split(",").map((choice) => found[1] + choice + found[3]) : [g];
    });
    if (next.length > mostChoices) return undefined;
    if (next.length === open.length && next.every((g, i) => g === open[i])) return next;
    open = next;
  }
}

/** By rows: whether the first i segments of the pattern match the first j of the path. */
function matchPath(pattern: readonly string[], path: readonly string[]): boolean {
  let row = path.map(() => false);
  row.unshift(true);
  for (const segment of pattern) {
    const any = segment === "**";
    const next = [any && row[0]];
    for (let j = 1; j <= path.length; j++) next.push(any ? row[j] || next[j - 1] : row[j - 1] && matchName(segment, path[j - 1]));
    row = next;
  }
  return row[path.length];
}

/** Goes back to the last star only. */
function matchName(pattern: string, name: string): boolean {
  let p = 0, star = -1, from = 0;
  for (let n = 0; n < name.length;) {
    if (p < pattern.length && pattern[p] === "*") {
      star = p++;
      from = n;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === name[n])) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++from;
    } else return false;
  }
  return Array.from(pattern.slice(p)).every((c) => c === "*");
}
