import { action, eventually, fair, init, invariant, reachable, require, step, terminal, type Int } from "tenet";

/** The coffee can problem of Scholten (Gries, "The Science of Programming", 1981, section 13): what colour is the last bean? */
export class CoffeeCan {
  black!: Int<0, 100>;
  white!: Int<0, 100>;

  /** Any can of at most a hundred beans, but not an empty one. */
  @init someBeans() {
    require(this.beans() >= 1 && this.beans() <= 100);
  }

  /** Two black beans are drawn: one goes back. */
  @fair @action drawBlack() {
    require(this.black >= 2);
    this.black -= 1;
  }

  /** Two white beans are drawn: a black one goes in for them. */
  @fair @action drawWhite() {
    require(this.white >= 2);
    this.white -= 2;
    this.black += 1;
  }

  /** One of each: the white one goes back. */
  @fair @action drawMixed() {
    require(this.black >= 1 && this.white >= 1);
    this.black -= 1;
  }

  beans() {
    return this.black + this.white;
  }

  @invariant neverEmpty() {
    return this.beans() >= 1;
  }

  /** So it ends. */
  @step oneBeanLess(next: this) {
    return next.beans() === this.beans() - 1;
  }

  /** So the last bean is white exactly when there was an odd number of white ones. */
  @step parityOfWhiteStays(next: this) {
    return next.white % 2 === this.white % 2;
  }

  /** As long as somebody goes on drawing. */
  @eventually comesToAnEnd() {
    return this.beans() === 1;
  }

  @reachable lastIsWhite() {
    return this.white === 1 && this.black === 0;
  }

  @reachable lastIsBlack() {
    return this.white === 0 && this.black === 1;
  }

  @terminal oneBean() {
    return this.beans() === 1;
  }
}
