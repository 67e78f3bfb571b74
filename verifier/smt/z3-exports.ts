/** As much of the compiled solver as is used here. Pointers and handles are numbers. */
export interface Exports {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  UTF8ToString(pointer: number): string;
  _set_noop_error_handler(context: number): void;
  readonly [z3: `_Z3_${string}`]: (...args: number[]) => number;
}
