import { action, exists, fill, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type User = Sort<"User">;
type Token = Sort<"Token">;
type Gateway = Sort<"Gateway">;

/**
 * Access tokens that can be taken back: tombstones are spread to all gateways, and only then is the token's user told that
 * it is over (as certificate and session revocation lists do).
 */
export class TokenRevocation {
  static scope = { User: 2, Token: 2, Gateway: 2 };

  issuedTo: Record<Token, User | undefined> = fill(undefined);
  tombstones: Record<Gateway, Set<Token>> = fill(new Set<Token>());
  revoking = new Set<Token>();
  revoked = new Set<Token>();
  /** Sessions that a gateway has opened. */
  session: Record<Gateway, Token | undefined> = fill(undefined);

  @action issue(token: Token, user: User) {
    require(this.issuedTo[token] === undefined);
    this.issuedTo[token] = user;
  }

  @action open(gateway: Gateway, token: Token) {
    require(this.issuedTo[token] !== undefined && this.session[gateway] === undefined);
    require(!this.tombstones[gateway].has(token));
    this.session[gateway] = token;
  }

  @action close(gateway: Gateway) {
    require(this.session[gateway] !== undefined);
    this.session[gateway] = undefined;
  }

  @action revoke(token: Token) {
    require(this.issuedTo[token] !== undefined);
    this.revoking.add(token);
  }

  @action spread(gateway: Gateway, token: Token) {
    require(this.revoking.has(token));
    this.tombstones[gateway].add(token);
    if (this.session[gateway] === token) this.session[gateway] = undefined;
  }

  @action confirm(token: Token) {
    require(this.revoking.has(token) && forall((gateway: Gateway) => this.tombstones[gateway].has(token)));
    this.revoked.add(token);
  }

  @invariant revokedIsRevoked() {
    return forall((gateway: Gateway, token: Token) => implies(this.revoked.has(token), this.session[gateway] !== token));
  }

  @invariant sessionsHaveAUser() {
    return forall((gateway: Gateway, token: Token) =>
      implies(this.session[gateway] === token, exists((user: User) => this.issuedTo[token] === user)));
  }

  @reachable confirmed() {
    return exists((token: Token) => this.revoked.has(token));
  }
}
