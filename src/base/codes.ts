/**
 * Every diagnostic code with its title. Codes are stable: a released code is never given another meaning.
 * T1xxx the program and its files, T2xxx types, T3xxx classes and members, T4xxx statements and expressions,
 * T5xxx traps (well-formed but surely not meant), T6xxx scope and options.
 */
export const codes = {
  T1001: "The spec cannot be read",
} as const;

export type Code = keyof typeof codes;
