/** Numbers as people read them. */

/** `1,745,408`. By hand: the first use of `toLocaleString` in a process takes some 40 ms. */
export const count = (value: number): string => value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ",");

/** `1 state`, `288 states`. */
export const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;

/** `Node=3 Term=2`. */
export const scopeText = (scope: Readonly<Record<string, number>>): string => Object.entries(scope).map(([name, size]) => `${name}=${size}`).join(" ");

/** `0.04 s`, `7.2 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 9.995) return `${seconds.toFixed(2)} s`;
  if (seconds < 99.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `812 kB`, `34 MB`, `1.2 GB`; powers of ten, as disks and most tools count. */
export function bytes(value: number): string {
  if (value < 1e6) return `${Math.round(value / 1e3)} kB`;
  if (value < 1e9) return `${Math.round(value / 1e6)} MB`;
  return `${(value / 1e9).toFixed(1)} GB`;
}

/** `870`, `705 k`, `1.2 M`. */
export function about(value: number): string {
  if (value < 1e4) return count(value);
  if (value < 9.995e5) return `${Math.round(value / 1e3)} k`;
  return `${(value / 1e6).toFixed(1)} M`;
}

/** States per second, or what else there is. */
export const rate = (perSecond: number, what = "states"): string => `${about(perSecond)} ${what}/s`;

/** A probability, as an upper bound: rounded up, so that the figure never promises too much. */
export function probability(value: number): string {
  if (value <= 0) return "0";
  const exponent = Math.floor(Math.log10(value));
  const digits = Math.ceil(value / 10 ** (exponent - 1)) / 10;
  return exponent >= -2 ? `${(digits * 10 ** exponent).toFixed(1 - exponent)}` : `${digits.toFixed(1)}e${exponent}`;
}
