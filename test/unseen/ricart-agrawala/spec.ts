import { action, exists, fill, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Site = Sort<"Site">;

/**
 * Mutual exclusion by permission of all others (Ricart and Agrawala, "An Optimal Algorithm for Mutual Exclusion in Computer
 * Networks", 1981), without clocks: whoever asks may be kept waiting for any reason.
 */
export class RicartAgrawala {
  static scope = { Site: 3 };

  /** By requester: who was asked, and who has answered. */
  asked: Record<Site, Record<Site, boolean>> = fill(fill(false));
  granted: Record<Site, Record<Site, boolean>> = fill(fill(false));
  inside: Record<Site, boolean> = fill(false);

  @action ask(site: Site, other: Site) {
    require(site !== other && !this.asked[site][other]);
    this.asked[site][other] = true;
  }

  /** A site answers, unless it is inside or has the other's permission already. */
  @action grant(site: Site, other: Site) {
    require(this.asked[other][site] && !this.granted[other][site]);
    require(!this.inside[site] && !this.granted[site][other]);
    this.asked[other][site] = false;
    this.granted[other][site] = true;
  }

  @action enter(site: Site) {
    require(forall((other: Site) => implies(other !== site, this.granted[site][other])));
    this.inside[site] = true;
  }

  @action leave(site: Site) {
    require(this.inside[site]);
    this.inside[site] = false;
    this.granted[site] = fill(false);
  }

  @invariant exclusive() {
    return forall((a: Site, b: Site) => implies(this.inside[a] && this.inside[b], a === b));
  }

  @reachable someoneEnters() {
    return exists((site: Site) => this.inside[site]);
  }
}
