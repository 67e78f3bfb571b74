/** Reads what an endpoint sends, which may be anything. */
import * as z from "zod";
import type { Dialect } from "./dialect.ts";
import type { Tokens } from "./meter.ts";
import { oneLine } from "./secrets.ts";
import type { Received } from "./wire.ts";

export type Reply =
  | { readonly kind: "answer"; readonly text: string; readonly complete: boolean; readonly tokens: Tokens | undefined }
  | { readonly kind: "refusal"; readonly text: string; readonly tokens: Tokens | undefined }
  /** A response of which nothing can be made. */
  | { readonly kind: "failure"; readonly status: number; readonly code: string | undefined; readonly message: string; readonly retryAfter?: number; readonly location?: string }
  | Extract<Received, { kind: "failed" }>
  /** The client makes no request of what it is given. */
  | { readonly kind: "unsent"; readonly message: string };

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER / 4);

const chat = z.object({
  choices: z.tuple([z.object({
    message: z.object({ content: z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish(), refusal: z.string().nullish() }),
    finish_reason: z.string().nullish(),
  })], z.unknown()),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(undefined),
});

const responses = z.object({
  status: z.string().nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  output: z.array(z.object({
    type: z.string(), content: z.array(z.object({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() })).nullish().catch(undefined),
  })),
  usage: z.object({ input_tokens: count, output_tokens: count }).nullish().catch(undefined),
});

export function readReply(api: Dialect["api"], received: Received): Reply {
  if (received.kind === "failed") return received;
  const { status, body, retryAfter, location } = received;
  if (status < 200 || status > 299) {
    return { kind: "failure", status, ...describeError(body), ...(retryAfter !== undefined && { retryAfter }), ...(location !== undefined && { location }) };
  }
  return (api === "chat" ? readChat : readResponses)(parse(body)) ?? { kind: "failure", status, code: undefined, message: `this is no answer of the ${nameOfApi[api]} API: ${oneLine(body, 80) || "nothing"}` };
}

export const nameOfApi = { chat: "Chat Completions", responses: "Responses" } as const;

function readChat(body: unknown): Reply | undefined {
  const read = chat.safeParse(body);
  if (!read.success) return undefined;
  const { choices: [{ message, finish_reason: reason }], usage } = read.data;
  const tokens = usage ? { prompt: usage.prompt_tokens, completion: usage.completion_tokens } : undefined;
  const text = typeof message.content === "string" ? message.content : (message.content ?? []).map((part) => part.text ?? "").join("");
  if (message.refusal) return { kind: "refusal", text: message.refusal, tokens };
  if (reason === "content_filter") return { kind: "refusal", text: "a content filter", tokens };
  return { kind: "answer", text, complete: reason !== "length", tokens };
}

function readResponses(body: unknown): Reply | undefined {
  const read = responses.safeParse(body);
  if (!read.success) return undefined;
  const { output, usage, status, incomplete_details: incomplete, error } = read.data;
  const tokens = usage ? { prompt: usage.input_tokens, completion: usage.output_tokens } : undefined;
  if (status === "failed" || error) return { kind: "failure", status: 500, code: error?.code ?? undefined, message: oneLine(error?.message ?? "the endpoint failed", mostMessage) };
  const parts = output.filter((o) => o.type === "message").flatMap((o) => o.content ?? []);
  const refusal = parts.find((p) => p.type === "refusal");
  if (refusal) return { kind: "refusal", text: refusal.refusal ?? "", tokens };
  if (incomplete?.reason === "content_filter") return { kind: "refusal", text: "a content filter", tokens };
  return { kind: "answer", text: parts.filter((p) => p.type === "output_text").map((p) => p.text ?? "").join(""), complete: status !== "incomplete", tokens };
}

const mostMessage = 300;

const errorBody = z.object({
  error: z.union([z.string(), z.object({ message: z.string().nullish(), code: z.union([z.string(), z.number()]).nullish(), type: z.string().nullish() })]).nullish().catch(undefined),
  message: z.string().optional().catch(undefined), detail: z.string().optional().catch(undefined),
});

/** Servers do not agree on what an error looks like. */
function describeError(body: string): { code: string | undefined; message: string } {
  const read = errorBody.safeParse(parse(body));
  const { error, message, detail } = read.success ? read.data : {};
  const inner = typeof error === "string" ? { message: error } : error;
  const code = inner && "code" in inner && typeof inner.code === "string" ? inner.code : undefined;
  return { code, message: oneLine(inner?.message ?? message ?? detail ?? body, mostMessage) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
