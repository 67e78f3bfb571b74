/**
 * The other end of the channel: loads an adapter and does what it is asked. Runs in a process of its own, together with the implementation, which may
 * change all it can reach; so what is used here after that was captured before, and no array or string is asked for a method.
 */
import {
  bytesOf, catchAll, decode, defineProperty, endProcess, head, indexOf, newBuffer, parse, PromiseOfOld, readAsync, readSync, setImmediate, slice, stringify, writeSync,
} from "./captured.ts";
import { type LoadedAdapter, readAdapter, untagged } from "./adapter.ts";
import { Encoder, Unreadable } from "./encode.ts";
import { lock } from "./lock.ts";
import { together } from "./together.ts";
import { channelFd, type Failed, type Hello, type Question } from "../wire.ts";

const buffer = newBuffer(1 << 16);
let rest = "";

/** What has been read up to the end of a line, without it. */
function takeLine(): string | undefined {
  const end = indexOf(rest, "\n");
  if (end < 0) return undefined;
  const line = slice(rest, 0, end);
  rest = slice(rest, end + 1);
  return line;
}

/** @returns false at the end of the channel: the other process is gone */
function got(count: number): boolean {
  if (count > 0) rest += decode(head(buffer, count), true);
  return count > 0;
}

function firstLine(): string {
  for (;;) {
    const line = takeLine();
    if (line !== undefined) return line;
    if (!got(readSync(channelFd, buffer))) endProcess(0);
  }
}

function nextLine(): Promise<string> {
  return new PromiseOfOld((resolve) => {
    const line = takeLine();
    if (line !== undefined) return resolve(line);
    const read = (): void => readAsync(channelFd, buffer, 0, buffer.length, null, (error, count) => {
      if (error || !got(count)) endProcess(0);
      const line = takeLine();
      if (line === undefined) read();
      else resolve(line);
    });
    read();
  });
}

const hello = parse(firstLine()) as Hello;

/** The question that has no answer yet. */
let pending: number | null = null;
/** The first thing that was tried and is not allowed, and what went wrong between two questions. */
let attempt: Failed | undefined;
let late: Failed | undefined;

function send(text: string): void {
  if (pending === null) return;
  const bytes = bytesOf(`${hello.secret}${pending} ${text}\n`);
  pending = null;
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(channelFd, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") endProcess(1);
    }
  }
}

const failed = ({ failure, message, stack, over }: Failed): string =>
  `{"kind":"failed","failure":${stringify(failure)},"message":${stringify(slice(message, 0, 2000))},"stack":${stringify(slice(stack, 0, 20_000))},"over":${stringify(over)}}`;

/** Whatever was thrown may be anything. @param over whether it was thrown where nobody waits for it */
function thrown(error: unknown, over: boolean): Failed {
  if (error instanceof Unreadable) return { kind: "failed", failure: "unreadable", message: error.message, stack: "", over };
  try {
    const isError = typeof error === "object" && error !== null && "message" in error;
    const stack = isError && "stack" in error && typeof error.stack === "string" ? error.stack : "";
    const name = isError && "name" in error && typeof error.name === "string" ? error.name : "Error";
    return { kind: "failed", failure: "threw", message: isError ? `${name}: ${error.message}` : `${error}`, stack, over };
  } catch {
    return { kind: "failed", failure: "threw", message: "something that cannot be shown", stack: "", over };
  }
}

catchAll(process, (error) => {
  const failure = thrown(error, true);
  if (pending === null) late ??= failure;
  else send(failed(attempt ?? failure));
});
for (const name of ["exit", "reallyExit"] as const) {
  const end = (code?: unknown): never => {
    const error = new Error(`process.exit(${code === undefined ? "" : `${code as string}`})`);
    send(failed({ kind: "failed", failure: "exited", message: error.message, stack: error.stack ?? "", over: true }));
    return endProcess(typeof code === "number" ? code : 0);
  };
  defineProperty(process, name, { value: end });
}
lock((what, error) => {
  const stack: unknown = error.stack;
  attempt ??= { kind: "failed", failure: "denied", message: what, stack: typeof stack === "string" ? stack : "", over: true };
}, hello.network);

let adapter: LoadedAdapter | undefined;
let system: unknown;

/** Goes on when the loop has turned: promises that nobody handled are known by then. */
const turn = (): Promise<void> => new PromiseOfOld((resolve) => void setImmediate(resolve));

/** A set of system, so that `create` that fails leaves none to close. */
let exists = false;

async function answer(question: Question): Promise<string> {
  if (question.kind === "load") {
    adapter = readAdapter(((await import(hello.adapter)) as { readonly default?: unknown }).default);
    await turn();
    return `{"kind":"ready","actions":${actionsText(adapter)}}`;
  }
  const loaded = adapter!;
  const encoder = new Encoder(hello.maxAnswer);
  let result: string;
  if (question.kind === "reset") {
    if (exists) {
      exists = false;
      await loaded.close?.(system);
    }
    system = await loaded.create(untagged(question.initial));
    exists = true;
    result = `"kind":"done","seen":{}`;
  } else if (question.kind === "perform") {
    result = performed(await loaded.calls[question.action](system, untagged(question.args)), encoder, question.action);
  } else {
    result = await together(loaded.calls, system, question, (value, action) => performed(value, encoder, action));
  }
  await loaded.settle?.(system);
  await turn();
  return `{${result},"observed":${encoder.state(await loaded.observe(system), "observe()")}}`;
}

function performed(value: unknown, encoder: Encoder, action: string): string {
  const refused = value === false || value === "refused";
  const seen = refused || value === undefined || value === true ? "{}" : encoder.state(value, `the answer of ${action}`);
  return `"kind":"${refused ? "refused" : "done"}","seen":${seen}`;
}

function actionsText({ actions }: LoadedAdapter): string {
  let text = "";
  for (let i = 0; i < actions.length; i++) {
    const { name, kind, reason } = actions[i];
    text += `${i ? "," : ""}{"name":${stringify(name)},"kind":"${kind}"${reason === undefined ? "" : `,"reason":${stringify(reason)}`}}`;
  }
  return `[${text}]`;
}

for (;;) {
  const question = parse(await nextLine()) as Question;
  pending = question.seq;
  let text: string;
  if (late) text = failed(late);
  else {
    try {
      text = await answer(question);
    } catch (error) {
      text = failed(thrown(error, false));
    }
  }
  send(attempt ? failed(attempt) : text);
  late = attempt = undefined;
}
