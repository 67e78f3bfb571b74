/** What `observe` looks into is guarded too. */
export class Journal {
  lines: string[] = [];
  #count = 0;

  record(line: string): void {
    this.lines.push(line);
    this.#count++;
  }

  get count(): number {
    return this.#count;
  }

  forget(): void {
    this.lines.length = 0; //~ mutation-outside Journal.forget
    this.#count = 0; //~ mutation-outside Journal.forget
  }
}
