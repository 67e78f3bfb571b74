/** How the time for everything is shared out. */
export class Clock {
  private readonly start = performance.now();
  /** Signals under way. What combines others is not used, as it may lose those that nobody else holds. */
  private readonly running = new Set<AbortController>();

  /** @param signal ends everything */
  constructor(private readonly milliseconds: number, private readonly signal: AbortSignal | undefined) {
    signal?.addEventListener("abort", () => this.running.forEach((c) => c.abort()), { once: true });
  }

  get seconds(): number {
    return (performance.now() - this.start) / 1000;
  }

  get interrupted(): boolean {
    return this.signal?.aborted ?? false;
  }

  /** Whether there is time for nothing more but an end. */
  get over(): boolean {
    return this.interrupted || this.left() <= 0;
  }

  /** Milliseconds until a share of all is used up. */
  left(share = 1): number {
    return Math.max(0, this.start + share * this.milliseconds - performance.now());
  }

  /**
   * Aborts then, or earlier where everything is ended.
   * @param least milliseconds that there are in any case
   * @param most milliseconds
   */
  until(share: number, { least = 0, most = Infinity }: { readonly least?: number; readonly most?: number } = {}): AbortSignal {
    const controller = new AbortController();
    if (this.interrupted) controller.abort();
    else {
      this.running.add(controller);
      setTimeout(() => {
        this.running.delete(controller);
        controller.abort();
      }, Math.min(most, Math.max(least, this.left(share)))).unref();
    }
    return controller.signal;
  }
}
