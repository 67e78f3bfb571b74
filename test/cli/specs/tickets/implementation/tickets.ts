/** A counter with a line in front of it. */
export class Tickets {
  readonly line: string[] = [];
  served = 0;
  open = false;

  unlock(): void {
    this.open = true;
  }

  /** @returns whether there is a place */
  join(client: string): boolean {
    if (!this.open || this.line.includes(client)) return false;
    this.line.push(client);
    return true;
  }

  /** @returns whether it was the client's turn */
  serve(client: string): boolean {
    if (this.line[0] !== client || this.served === 3) return false;
    this.line.shift();
    this.served++;
    return true;
  }
}
