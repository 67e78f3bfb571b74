/** What an adapter of DiningPhilosophers is held to. Generated; do not edit. */

export type Seat = number;
export type Fork = { clean: boolean; holder: Seat };

/** The dining philosophers, with the clean and dirty forks of Chandy and Misra ("The Drinking Philosophers Problem", 1984). */
export interface DiningPhilosophersModel {
  actions: {
    /** Gives one dirty fork, now clean, to the neighbour who shares it; then decides what to do. */
    look: { seat: Seat };
    /** Eating makes both forks dirty. */
    eat: { seat: Seat };
    think: { seat: Seat };
  };
  faults: never;
  state: {
    fork: Readonly<Record<Seat, Fork>>;
    hungry: Readonly<Record<Seat, boolean>>;
    mode: Readonly<Record<Seat, "eat" | "look" | "think">>;
  };
}
