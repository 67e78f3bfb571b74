/** The lines of a log, one at a time: from a file as long as it was when it was opened, or from a pipe until that ends. */
import { type FileHandle, open, stat } from "node:fs/promises";
import { LogError } from "./log-error.ts";

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** Longer ones are no events. */
export const longestLine = 16 * 2 ** 20;
const chunkBytes = 2 ** 18;
const newline = 0x0a;

/** Those that are not empty. @param file a path, or `-` for standard input @throws LogError */
export async function* linesOf(file: string): AsyncGenerator<Line, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let number = 0;
  /** The beginning of a line whose end has not come yet. */
  let parts: Buffer[] = [], length = 0;
  const decode = (bytes: Buffer): Line[] => {
    number++;
    try {
      const text = decoder.decode(bytes);
      return text.trim() === "" ? [] : [{ text, number }];
    } catch {
      throw new LogError(file, number, 1, "the line is not UTF-8 text");
    }
  };
  for await (const chunk of chunksOf(file)) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      const piece = chunk.subarray(from, end);
      if (length + piece.length > longestLine) throw tooLong(file, number + 1);
      yield* decode(length === 0 ? piece : Buffer.concat([...parts, piece]));
      parts = [];
      length = 0;
      from = end + 1;
    }
    if (from < chunk.length) {
      // The chunk is used again for what comes next.
      parts.push(Buffer.from(chunk.subarray(from)));
      length += chunk.length - from;
      if (length > longestLine) throw tooLong(file, number + 1);
    }
  }
  if (length > 0) yield* decode(Buffer.concat(parts));
}

const tooLong = (file: string, line: number): LogError =>
  new LogError(file, line, longestLine + 1, `the line is longer than ${longestLine / 2 ** 20} MiB`, "A log has one event on each line.");

async function* chunksOf(file: string): AsyncGenerator<Buffer, void, undefined> {
  if (file === "-") {
    for await (const chunk of process.stdin) yield chunk as Buffer;
    return;
  }
  // Opening a pipe would wait for somebody to write to it.
  if (!(await stat(file)).isFile()) throw new LogError(file, 0, 0, "it is not a file", "Give `--log -` to read what comes from a pipe.");
  const handle = await open(file, "r");
  try {
    yield* piecesOf(handle);
  } finally {
    await handle.close();
  }
}

async function* piecesOf(handle: FileHandle): AsyncGenerator<Buffer, void, undefined> {
  const { size } = await handle.stat();
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (let read = 0; read < size;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(chunkBytes, size - read), read);
    if (bytesRead === 0) return;
    read += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
