/** The only file that knows the client: one question, in one form, to an endpoint of one of both kinds. */
import OpenAI from "openai";
import { answerSchema } from "./answer.ts";
import type { Dialect } from "./dialect.ts";
import type { Prompt } from "./prompt.ts";
import { readReply, type Reply } from "./reply.ts";
import type { Exchange, Received } from "./wire.ts";

export interface EndpointOptions {
  readonly model: string;
  readonly apiKey: string;
  readonly baseURL: string | undefined;
}

export interface Limits { readonly answer: number; readonly milliseconds: number; readonly signal: AbortSignal }

const schemaName = "proposals";

export class Endpoint {
  constructor(private readonly options: EndpointOptions, private readonly exchange: Exchange) {}

  /** @throws what the exchange throws */
  async ask(prompt: Prompt, dialect: Dialect, limits: Limits): Promise<{ reply: Reply; milliseconds: number }> {
    let done: Awaited<ReturnType<Exchange>> | undefined;
    let broken: { readonly error: unknown } | undefined;
    const client = (): OpenAI => new OpenAI({
      apiKey: this.options.apiKey, adminAPIKey: null, baseURL: this.options.baseURL ?? null, logLevel: "off",
      // Repeated by whoever counts the time and the tokens, and can be ended while it waits.
      maxRetries: 0, timeout: limits.milliseconds + 60_000,
      fetch: async (url, init = {}) => {
        try {
          done = await this.exchange({ url: url instanceof Request ? url.url : String(url), init, milliseconds: limits.milliseconds, signal: limits.signal });
        } catch (error) {
          broken = { error };
          throw error;
        }
        return asResponse(done.received);
      },
    });
    try {
      await this.request(client(), prompt, dialect, limits.answer);
    } catch (error) {
      if (broken) throw broken.error;
      // What the client makes of a response that tells of an error is of no interest: the response is there.
      if (!done) return { reply: { kind: "unsent", message: error instanceof Error ? error.message : String(error) }, milliseconds: 0 };
    }
    return { reply: readReply(dialect.api, done!.received), milliseconds: done!.milliseconds };
  }

  /** Parsing is left to us: what comes may be anything. */
  private async request(client: OpenAI, { instructions, question }: Prompt, { api, format, limit }: Dialect, answer: number): Promise<unknown> {
    const { model } = this.options;
    if (api === "responses") {
      const text = {
        schema: { format: { type: "json_schema", name: schemaName, schema: answerSchema, strict: true } }, object: { format: { type: "json_object" } }, text: undefined,
      } as const;
      const asked = text[format];
      // Otherwise the endpoint keeps the conversation.
      return client.responses.create({ model, instructions, input: question, max_output_tokens: answer, store: false, ...(asked && { text: asked }) }).asResponse();
    }
    const formats = { schema: { type: "json_schema", json_schema: { name: schemaName, schema: answerSchema, strict: true } }, object: { type: "json_object" }, text: undefined } as const;
    const asked = formats[format];
    return client.chat.completions.create({
      model, messages: [{ role: "system", content: instructions }, { role: "user", content: question }], [limit]: answer, ...(asked && { response_format: asked }),
    }).asResponse();
  }
}

const withoutBody = [204, 205, 304];

function asResponse(received: Received): Response {
  if (received.kind === "failed") throw new Error(received.why);
  const status = received.status >= 200 && received.status <= 599 ? received.status : 502;
  return new Response(withoutBody.includes(status) ? null : received.body, { status, headers: { "content-type": "application/json" } });
}
