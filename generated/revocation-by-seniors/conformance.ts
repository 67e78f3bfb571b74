/** What an adapter of RevocationBySeniors is held to. Generated; do not edit. */

export type Op = `op${number}`;
export type Member = number;

/**
 * The policy `hierarchy` of specs/access-control, said by what it comes to and not by how it is computed, so that it can be proved for
 * any number of members and operations. Whether an operation counts depends on which others count: those by which more senior members revoke
 * its author, without knowing of it. A device that gets an operation finds the set that satisfies this.
 * Any member writes whatever it likes, and names as much of what it has seen as it likes. Nobody comes back.
 */
export interface RevocationBySeniorsModel {
  actions: {
    write: { op: Op; knows: ReadonlySet<Op> };
    receive: { device: Member; op: Op; counted: ReadonlySet<Op> };
  };
  faults: never;
  state: {
    author: Readonly<Record<Op, Member>>;
    revoked: Readonly<Record<Op, Member | undefined>>;
    written: ReadonlySet<Op>;
    knows: Readonly<Record<Op, ReadonlySet<Op>>>;
    saw: Readonly<Record<Op, ReadonlySet<Op>>>;
    seen: Readonly<Record<Member, ReadonlySet<Op>>>;
    counted: Readonly<Record<Member, ReadonlySet<Op>>>;
  };
}
