/** What an adapter of AccessControl is held to. Generated; do not edit. */

export type Member = number;
export type Op = number;
export type Op2 = { author: Member; change: "add" | "revoke"; knows: ReadonlySet<Op>; saw: ReadonlySet<Op>; subject: Member; time: number };

/**
 * Local-first access control: the members of a group change its membership, each on a device of its own that may be offline for long.
 * Operations name those that their author had seen, so that they form a hash DAG; devices exchange them, and each computes from those it
 * has who is a member.
 */
export interface AccessControlModel {
  actions: {
    /** A member adds somebody, or revokes the membership of somebody, as far as it knows. */
    write: { id: Op; author: Member; change: "add" | "revoke"; subject: Member };
    /** Somebody whose membership was revoked, and who knows it, pretends not to have seen that, or something else. */
    forge: { id: Op; author: Member; change: "add" | "revoke"; subject: Member; knows: ReadonlySet<Op> };
    /** A device gets an operation from any other, after those that it names. */
    receive: { device: Member; op: Op };
  };
  faults: "forge";
  state: {
    policy: "arbiter" | "arrival" | "causal-order" | "hierarchy" | "strong-removal" | "wall-clock";
    forgeries: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | "unlimited";
    misdatings: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | "unlimited";
    founders: ReadonlySet<Member>;
    written: ReadonlySet<Op>;
    ops: Readonly<Record<Op, Op2>>;
    authorised: ReadonlySet<Op>;
    seen: Readonly<Record<Member, ReadonlySet<Op>>>;
    counted: Readonly<Record<Member, ReadonlySet<Op>>>;
    members: Readonly<Record<Member, ReadonlySet<Member>>>;
    forged: number;
  };
}
