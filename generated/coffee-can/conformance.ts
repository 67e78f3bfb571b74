/** What an adapter of CoffeeCan is held to. Generated; do not edit. */

/** The coffee can problem of Scholten (Gries, "The Science of Programming", 1981, section 13): what colour is the last bean? */
export interface CoffeeCanModel {
  actions: {
    /** Two black beans are drawn: one goes back. */
    drawBlack: {};
    /** Two white beans are drawn: a black one goes in for them. */
    drawWhite: {};
    /** One of each: the white one goes back. */
    drawMixed: {};
  };
  faults: never;
  state: {
    black: number;
    white: number;
  };
}
