/** A counterexample exists, but not as values of a small instance: a set of infinitely many integers, a number beyond what is computed exactly. */
export class Unshowable extends Error {
  override readonly name = "Unshowable";
}
