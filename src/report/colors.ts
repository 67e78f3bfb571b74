import pc from "picocolors";
import { type Palette, plain } from "./palette.ts";

export function paletteOf(color: boolean): Palette {
  if (!color) return plain;
  const { bold, dim, red, green, yellow, cyan } = pc.createColors(true);
  return { bold, dim, red, green, yellow, cyan };
}
