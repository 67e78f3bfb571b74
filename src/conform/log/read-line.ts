/** The records of one line of a log, whichever of the formats it is in. */
import { isPlainObject, Misread, showPlain } from "../plain.ts";
import type { Plain } from "../system.ts";
import { brokenAt, offsetOf } from "./json-places.ts";
import type { Line } from "./lines.ts";
import { LogError } from "./log-error.ts";
import { spansOf } from "./otlp.ts";
import { type LogRecord, recordOf } from "./record.ts";

/** The records of a line: one, or one for each span. @param take is given each of them @throws LogError at the place of what is wrong */
export function readLine(file: string, line: Line, take: (record: LogRecord) => void): void {
  let plain: Plain;
  try {
    plain = JSON.parse(line.text) as Plain;
  } catch {
    throw new LogError(file, line.number, (brokenAt(line.text) ?? 0) + 1, "the line is not JSON");
  }
  try {
    if (!isPlainObject(plain)) throw new Misread(`expected an object, got ${showPlain(plain)}`);
    if (!Object.hasOwn(plain, "resourceSpans")) return take(recordOf(plain));
    for (const { path, record } of spansOf(plain)) {
      try {
        take(record);
      } catch (error) {
        // What is in an attribute has no better place than its span.
        throw error instanceof Misread ? new Misread(error.message, path) : error;
      }
    }
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    throw new LogError(file, line.number, offsetOf(line.text, error.path) + 1, error.message);
  }
}
