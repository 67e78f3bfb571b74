/** What `tenet conform` is given; each way to compare takes what it knows. */
export interface ConformFlags {
  readonly transition?: string;
  readonly scope?: Readonly<Record<string, number>>;
  readonly option?: Readonly<Record<string, string>>;
  readonly protocol?: string;
  readonly proof?: string;
  readonly timeout?: number;
  readonly maxStates?: number;
  readonly seed?: number;
  readonly json?: true;
  readonly quiet?: true;
}
