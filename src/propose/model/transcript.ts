/** Exchanges in a file, one a line, and a proposer's network made of such a file. */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { sha256 } from "../../base/sha256.ts";
import type { ModelSettings, Unavailable } from "./contract.ts";
import type { Redact } from "./secrets.ts";
import type { Exchange, Received } from "./wire.ts";

const format = 1;

const header = z.object({
  transcript: z.literal(format),
  settings: z.object({
    model: z.string(), requestSeconds: z.number().positive(),
    budget: z.object({ rounds: z.number(), tokens: z.number(), seconds: z.number(), money: z.number().exactOptional() }),
    price: z.object({ input: z.number(), output: z.number() }).exactOptional(),
  }),
  notes: z.array(z.string()),
});

const entry = z.object({
  api: z.string(), hash: z.string(), milliseconds: z.number().nonnegative(),
  received: z.union([
    z.object({ kind: z.literal("response"), status: z.number(), retryAfter: z.number().exactOptional(), location: z.string().exactOptional(), body: z.string() }),
    z.object({ kind: z.literal("failed"), why: z.enum(["network", "cut-off", "timeout", "flood", "interrupted"]), message: z.string() }),
  ]),
});

/** What a transcript begins with. */
interface Opening { readonly settings: ModelSettings; readonly notes: readonly string[] }

/** Headers are neither recorded nor compared. */
const bodyOf = (init: RequestInit): string => (typeof init.body === "string" ? init.body : "");
const apiOf = (url: string): string => (url.endsWith("/responses") ? "responses" : "chat");
const hashOf = (api: string, body: string): string => sha256(`${api}\n${body}`);

/** @throws where the file cannot be written; when it can no longer be, `lost` is told */
export function recording(exchange: Exchange, file: string, head: Opening, redact: Redact, lost: (why: string) => void): Exchange {
  writeFileSync(file, `${JSON.stringify({ transcript: format, ...head })}\n`);
  return async (question) => {
    const done = await exchange(question);
    const body = bodyOf(question.init);
    const api = apiOf(question.url);
    const line = { api, hash: hashOf(api, body), milliseconds: done.milliseconds, request: JSON.parse(body, (_, value: unknown) => (typeof value === "string" ? redact(value) : value)) as unknown, received: done.received };
    try {
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    } catch (error) {
      lost(error instanceof Error ? error.message : String(error));
    }
    return done;
  };
}

/** What is received has no key any more, for the transcript and for whoever reads it alike, so that a replay reads the same. */
export function keepingSecrets(exchange: Exchange, redact: Redact): Exchange {
  return async (question) => {
    const { received, milliseconds } = await exchange(question);
    const clean = (r: Received): Received => (r.kind === "response" ? { ...r, body: redact(r.body) } : { ...r, message: redact(r.message) });
    return { received: clean(received), milliseconds };
  };
}

/** @throws what `unavailable` gives, where the file is no transcript, and where it lacks a question */
export function replaying(file: string, unavailable: Unavailable): Opening & { exchange: Exchange } {
  const [first, ...rest] = linesOf(file, unavailable);
  const read = header.safeParse(first);
  if (!read.success) throw unavailable(`${file} is not a transcript of a model`, "give a file that --transcript wrote");
  const answers = new Map<string, z.infer<typeof entry>[]>();
  for (const [i, line] of rest.entries()) {
    const { data } = entry.safeParse(line);
    if (!data) throw unavailable(`line ${i + 2} of ${file} is not an exchange with a model`, "record the run again");
    answers.set(data.hash, [...(answers.get(data.hash) ?? []), data]);
  }
  let asked = 0;
  const exchange: Exchange = async ({ url, init }) => {
    asked++;
    const answer = answers.get(hashOf(apiOf(url), bodyOf(init)))?.shift();
    if (!answer) throw unavailable(`request ${asked} to the model is not in ${file}, which has ${rest.length}`, "a replay needs the spec, the options and the version of the run that was recorded; record it again");
    return answer;
  };
  return { ...read.data, exchange };
}

function linesOf(file: string, unavailable: Unavailable): unknown[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw unavailable(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, "give a file that --transcript wrote");
  }
  return text.split("\n").filter((line) => line !== "").map((line) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      return undefined;
    }
  });
}
