/**
 * In TypeScript `const log = this.log[n]` is another name of one object; in the language it is a copy. Specs whose
 * meaning depends on the difference are refused: this file knows which objects TypeScript would share.
 */
import type ts from "typescript";

/** A field of a record or union, or some element of a collection (`key` where it is a literal). */
export type Step = { readonly kind: "get"; readonly field: string } | { readonly kind: "at"; readonly key: string | undefined };
export type Path = readonly Step[];

/** The object at a path of a field of the protocol (`this.log`) or of a local (`log`). */
export interface Location { readonly root: string; readonly path: Path }

/** The part at `inner` of some value is the object at a location. */
export interface Shared extends Location { readonly inner: Path }

/** Two locations of one object. */
interface Link { readonly here: Location; readonly there: Location }

interface Stale { readonly path: Path; readonly by: ts.Node; readonly through: string }

/** What is known at one point of a body. */
export interface AliasState {
  /** By root, then by the text of both ends: each link stands at both of its roots. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, Link>>;
  readonly stale: ReadonlyMap<string, readonly Stale[]>;
}

export class Aliases {
  #links = new Map<string, ReadonlyMap<string, Link>>();
  /** Those of the maps in `#links` that no state has, so that they may change. */
  #own = new Set<ReadonlyMap<string, Link>>();
  #stale = new Map<string, readonly Stale[]>();
  /** Locals that hold what belongs to someone else: parameters and variables of loops and quantifiers. */
  readonly #foreign = new Set<string>();

  foreign(name: string): void {
    this.#foreign.add(name);
  }

  /** From here on `target` shares objects with others. */
  share(target: Location, shared: readonly Shared[]): void {
    const before = new Set(this.#at(target.root).keys());
    for (const s of shared) {
      const here = { root: target.root, path: [...target.path, ...s.inner] };
      const there = { root: s.root, path: s.path };
      const key = linkKey(here, there);
      // One object at several places of one collection: what is written through one is not seen through the others.
      if (before.has(key) && !isField(here.root) && here.path.some(isAnywhere)) this.#add(here.root, linkKey(here, here), { here, there: here });
      before.add(key);
      const others = [there, ...this.#alsoAt(there)];
      const heres = this.#alsoAt(here);
      for (const other of others) this.#link(here, other);
      for (const other of heres) this.#link(there, other);
    }
  }

  /** A local or field gets a new value as a whole: it shares objects with those alone that the value does. */
  rebind(root: string, shared: readonly Shared[]): void {
    const others = shared.flatMap((s) => [s, ...this.#alsoAt(s).map((l) => ({ ...s, ...l }))]);
    this.#forget(root);
    this.#stale.delete(root);
    this.share({ root, path: [] }, others.filter((s) => s.root !== root));
  }

  /**
   * The object at `object` of a root changes at `written`, in place.
   * @returns the location, belonging to someone else, that would change with it in TypeScript; undefined where there is none
   */
  change(root: string, object: Path, written: Path, by: ts.Node): Location | undefined {
    const text = showLocation({ root, path: object });
    for (const { here, there } of this.#at(root).values()) {
      if (here.path.length > object.length || !mayOverlap(here.path, object)) continue;
      if (!isField(root) && (isField(there.root) || this.#foreign.has(there.root))) return there;
      const stale = { path: [...there.path, ...written.slice(here.path.length)], by, through: text };
      const known = this.#stale.get(there.root) ?? [];
      if (!holds(known, stale)) this.#stale.set(there.root, [...known, stale]);
    }
    return undefined;
  }

  /** What has changed, in TypeScript alone, of the part of a local at `path`. */
  staleAt(root: string, path: Path): { readonly by: ts.Node; readonly through: string } | undefined {
    return this.#stale.get(root)?.find((s) => mayOverlap(s.path, path));
  }

  get state(): AliasState {
    this.#own.clear();
    return { links: new Map(this.#links), stale: new Map(this.#stale) };
  }

  set state(state: AliasState) {
    this.#own.clear();
    this.#links = new Map(state.links);
    this.#stale = new Map(state.stale);
  }

  /**
   * Where two ways meet, either may have been taken.
   * @param counts which locals are still of interest
   * @returns whether the present state has something that the other did not
   */
  join(other: AliasState, counts: (root: string) => boolean = () => true): boolean {
    const countsAt = (root: string): boolean => isField(root) || counts(root);
    for (const root of this.#links.keys()) if (!countsAt(root)) this.#forget(root);
    for (const root of this.#stale.keys()) if (!counts(root)) this.#stale.delete(root);
    const grown = [...this.#links].some(([root, mine]) => {
      const theirs = other.links.get(root);
      return mine !== theirs && [...mine.keys()].some((key) => !theirs?.has(key));
    }) || [...this.#stale].some(([root, list]) => list.some((s) => !holds(other.stale.get(root), s)));
    for (const [root, theirs] of other.links) {
      if (!this.#links.has(root)) this.#links.set(root, theirs);
      else if (this.#links.get(root) !== theirs) for (const [key, link] of theirs) this.#add(root, key, link);
    }
    for (const [root, list] of other.stale) {
      const mine = this.#stale.get(root) ?? [];
      this.#stale.set(root, [...mine, ...list.filter((s) => !holds(mine, s))]);
    }
    return grown;
  }

  #link(a: Location, b: Location): void {
    // Fields are copied into each other, as documented; only names within a body are watched.
    if (isField(a.root) && isField(b.root)) return;
    const [left, right] = [showLocation(a), showLocation(b)];
    if (left === right) return;
    this.#add(a.root, `${left} = ${right}`, { here: a, there: b });
    this.#add(b.root, `${right} = ${left}`, { here: b, there: a });
  }

  #add(root: string, key: string, link: Link): void {
    if (!this.#at(root).has(key)) this.#mine(root).set(key, link);
  }

  /** Nothing is a name of a part of this root any more. */
  #forget(root: string): void {
    for (const { here, there } of this.#at(root).values()) if (there.root !== root) this.#mine(there.root).delete(linkKey(there, here));
    this.#links.delete(root);
  }

  #at(root: string): ReadonlyMap<string, Link> {
    return this.#links.get(root) ?? none;
  }

  /** As `#at`, to be changed: a copy where a state has it, too. */
  #mine(root: string): Map<string, Link> {
    const known = this.#at(root);
    if (known instanceof Map && this.#own.has(known)) return known;
    const mine = new Map(known);
    this.#links.set(root, mine);
    this.#own.add(mine);
    return mine;
  }

  /** Where the object at a location also is. */
  #alsoAt(at: Location): Location[] {
    return [...this.#at(at.root).values()].flatMap((link) => through(at, link));
  }
}

const none: ReadonlyMap<string, Link> = new Map();

const holds = (list: readonly Stale[] | undefined, s: Stale): boolean =>
  list?.some((m) => m.by === s.by && showPath(m.path) === showPath(s.path)) ?? false;

const linkKey = (here: Location, there: Location): string => `${showLocation(here)} = ${showLocation(there)}`;

/** Whether it stands for some element, one cannot tell which. */
export const isAnywhere = (step: Step): boolean => step.kind === "at" && step.key === undefined;

const isField = (root: string): boolean => root.startsWith("this.");
export const fieldRoot = (field: string): string => `this.${field}`;

/** Where the object at `at` also is, by a link of its root. */
function through(at: Location, { here, there }: Link): Location[] {
  if (at.path.length < here.path.length || !mayOverlap(at.path, here.path)) return [];
  return [{ root: there.root, path: [...there.path, ...at.path.slice(here.path.length)] }];
}

/** Whether one may lead to or through the other. */
export function mayOverlap(a: Path, b: Path): boolean {
  return a.slice(0, b.length).every((step, i) => mayBeSame(step, b[i]));
}

export function mayBeSame(a: Step, b: Step): boolean {
  if (a.kind === "get") return b.kind === "get" ? a.field === b.field : mayBeSame(namedKey(a.field), b);
  if (b.kind === "get") return mayBeSame(a, namedKey(b.field));
  return a.key === undefined || b.key === undefined || a.key === b.key;
}

/** `logs.left` may be a field of a record or an element of a total map. */
const namedKey = (field: string): Step => ({ kind: "at", key: JSON.stringify(field) });

/** As in the source, with `…` for keys that are computed. */
export const showLocation = (l: Location): string => l.root + showPath(l.path);

const showPath = (path: Path): string => path.map((s) => (s.kind === "get" ? `.${s.field}` : `[${s.key ?? "…"}]`)).join("");
