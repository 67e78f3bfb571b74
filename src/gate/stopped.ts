/** Why the gate cannot go on. Nothing that throws this is ever a pass. */
import type { Code } from "../base/codes.ts";
import { DiagnosticsError } from "../base/diagnostic.ts";

export const stopped = (code: Code, message: string, help: string): DiagnosticsError => new DiagnosticsError([{ code, severity: "error", message, help }]);
