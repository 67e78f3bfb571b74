/**
 * How an implementation is tied to its spec: `import type { Adapter } from "tenet/conform"`. Types only.
 *
 * `tenet compile` writes a `conformance.ts` for every spec, with a type that has its actions, their arguments and its state.
 * An adapter that satisfies `Adapter` of that type names every action, so that one that is renamed or added in the spec
 * does not compile in the adapter.
 *
 * ```ts
 * export default {
 *   create: () => new LockService(),
 *   actions: {
 *     acquire: { request: (service, { client, token }) => service.acquire(client) === token },
 *     expire: (service) => service.expire(),
 *     …
 *   },
 *   observe: (service) => ({ issued: service.lastToken, stored: service.stored }),
 * } satisfies Adapter<FencingLockModel, LockService>;
 * ```
 *
 * Values are those of the spec: members of an unordered sort are strings (`"client1"`), those of an ordered one numbers from 0,
 * sets are `Set`, partial maps `Map`, total ones (`Record`) objects, sequences arrays.
 */

/** What `conformance.ts` has of a protocol. */
export interface Model {
  /** The arguments of every action, faults included, by the names of its parameters. */
  readonly actions: object;
  /** Those of its actions that are faults, repairs or delays. */
  readonly faults: string;
  /** Every field; composed ones with dots. */
  readonly state: object;
}

type Awaitable<T> = T | Promise<T>;

/** What an action may answer. Nothing, or true: it was done. */
export type Answer<M extends Model> =
  | void
  | undefined
  /** `false` or "refused": it was not done, and nothing has changed. */
  | boolean
  | "refused"
  /** It was done, and this is what could be seen at that moment: of the state after it. Needed to tell orders of concurrent actions apart. */
  | Partial<M["state"]>;

export type Perform<M extends Model, Args, System> = (system: System, args: Args) => Awaitable<Answer<M>>;

/** An action that somebody outside may ask for at any time: where the spec does not allow it, it must be refused and change nothing. */
export interface Request<M extends Model, Args, System> { readonly request: Perform<M, Args, System> }

/** The implementation does not have this action: it is never done, and reports say so. */
export interface Unbound { readonly unbound: string }

export type Binding<M extends Model, Args, System> =
  /** Done only where the spec allows it. */
  | Perform<M, Args, System>
  | Request<M, Args, System>
  | Unbound;

export interface Adapter<M extends Model, System> {
  /** A new system, in an initial state of the spec: the one given, which matters where there are several. */
  create(initial: M["state"]): Awaitable<System>;
  readonly actions: { readonly [A in keyof M["actions"]]: Binding<M, M["actions"][A], System> };
  /** What can be seen of the state of the spec: as many of its fields as possible, and always the same ones. */
  observe(system: System): Awaitable<Partial<M["state"]>>;
  /** Waits until what an action has set off has come to rest. Called after every action, before `observe`. */
  settle?(system: System): Awaitable<void>;
  /** Called when the system is not needed any more. */
  close?(system: System): Awaitable<void>;
}
