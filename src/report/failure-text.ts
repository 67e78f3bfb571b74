/** Tells a person why a command did not get as far as a result. */
import { assertNever } from "../base/assert-never.ts";
import { paletteOf } from "./colors.ts";
import { countOf, renderDiagnostics } from "./diagnostics.ts";
import type { Failure } from "./failure.ts";
import { sourcesFromDisk } from "./sources.ts";

/** Ends with a line break. */
export function failureText({ kind, message, help, diagnostics = [] }: Failure, { color }: { readonly color: boolean }): string {
  const { bold, red, dim } = paletteOf(color);
  switch (kind) {
    case "spec": {
      const count = diagnostics.length > 1 ? `\n${countOf(diagnostics)}\n` : "";
      return `${renderDiagnostics(diagnostics, sourcesFromDisk(), paletteOf(color))}\n${count}`;
    }
    case "usage": return `${bold(red("error"))}${bold(`: ${message}`)}\n${help === undefined ? "" : `${dim(help)}\n`}`;
    case "internal":
      return [
        `${bold(red("internal error"))}${bold(`: ${message}`)}\n`,
        "This is a bug in Tenet, not in your spec, and nothing that was printed before it counts as a verdict.\n",
        "Please report it with the spec and the command; TENET_DEBUG=1 adds where it happened.\n",
      ].join("");
    default: return assertNever(kind);
  }
}
