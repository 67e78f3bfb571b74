import { action, forall, invariant, reachable, require, step, terminal, type Sort } from "tenet";

type Actor = Sort<"Actor">;

interface Request {
  want: "read" | "write";
  actor: Actor;
}

/** Readers and writers (Courtois, Heymans and Parnas, "Concurrent Control with Readers and Writers", 1971), served in the order of asking. */
export class ReadersWriters {
  /** Everyone may wait to read and to write at once: twice as many requests as actors. */
  static scope = { Actor: 3, waiting: 6 };

  readers = new Set<Actor>();
  writers = new Set<Actor>();
  waiting: Request[] = [];

  @action askToRead(actor: Actor) {
    this.ask({ want: "read", actor });
  }

  @action askToWrite(actor: Actor) {
    this.ask({ want: "write", actor });
  }

  /** A request waits only once. */
  ask(request: Request) {
    require(!this.waiting.includes(request));
    this.waiting.push(request);
  }

  /** Whoever came first goes first. */
  @action serve() {
    const request = this.waiting.shift();
    require(request !== undefined && this.writers.size === 0);
    if (request.want === "read") {
      this.readers.add(request.actor);
    } else {
      require(this.readers.size === 0);
      this.writers.add(request.actor);
    }
  }

  @action stopReading(actor: Actor) {
    require(this.readers.has(actor));
    this.readers.delete(actor);
  }

  @action stopWriting(actor: Actor) {
    require(this.writers.has(actor));
    this.writers.delete(actor);
  }

  @invariant noReaderBesideAWriter() {
    return this.readers.size === 0 || this.writers.size === 0;
  }

  @invariant oneWriter() {
    return this.writers.size <= 1;
  }

  @invariant noOneWaitsTwice() {
    return forall(this.waiting, (request) => this.waiting.filter((other) => other === request).length === 1);
  }

  /** No one overtakes: the queue changes at its ends alone. */
  @step firstComeFirstServed(next: this) {
    return (
      next.waiting === this.waiting ||
      next.waiting.slice(0, -1) === this.waiting ||
      next.waiting === this.waiting.slice(1)
    );
  }

  @reachable severalRead() {
    return this.readers.size > 1;
  }

  @reachable someoneWrites() {
    return this.writers.size === 1;
  }

  @terminal never() {
    return false;
  }
}
