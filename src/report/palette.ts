/** Colours, injected by whoever knows whether there is a terminal. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

export type Paint = (text: string) => string;

const identity: Paint = (text) => text;

/** No colours. */
export const plain: Palette = { bold: identity, dim: identity, red: identity, green: identity, yellow: identity, cyan: identity };
