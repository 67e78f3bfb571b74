/** An endpoint on this machine that answers what a test says, one answer for each request, the last one from then on. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import type { ModelOptions, ModelProposer, ModelRequest } from "../../../../src/propose/model/contract.ts";
import { openNetwork } from "../../../../src/propose/model/open.ts";
import { ModelUnavailable } from "../../../../src/propose/model/proposer.ts";

export const key = "sk-secret-0123456789/+x";

export interface Asked { readonly path: string; readonly headers: IncomingMessage["headers"]; readonly body: Record<string, unknown> }
export type Answer = (response: ServerResponse, asked: Asked) => void;

export interface Endpoint { readonly url: string; readonly asked: Asked[]; readonly waits: number[] }

const open = new Set<Server>();
const proposers = new Set<ModelProposer>();

afterEach(async () => {
  for (const p of proposers) p.close();
  proposers.clear();
  await Promise.all([...open].map((server) => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  })));
  open.clear();
});

export async function endpoint(...answers: readonly Answer[]): Promise<Endpoint> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      asked.push({ path: request.url ?? "", headers: request.headers, body });
      answers[Math.min(asked.length, answers.length) - 1](response, asked.at(-1)!);
    });
  });
  open.add(server);
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", done); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked, waits: [] };
}

const unavailable = (message: string, help: string): Error => new ModelUnavailable(message, help);

/** Nobody waits, but how long it would have been is kept. */
export function proposer(at: Endpoint, options: Partial<ModelOptions> = {}): ModelProposer {
  const made = openNetwork({ model: "a-model", apiKey: key, baseURL: at.url, ...options }, unavailable, async (milliseconds) => {
    at.waits.push(milliseconds);
  });
  proposers.add(made);
  return made;
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => (response) => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
};
export const raw = (status: number, body: string, headers: Record<string, string> = {}): Answer => (response) => {
  response.writeHead(status, headers).end(body);
};

/** As the endpoint's API answers, whichever was asked. */
export const says = (text: string, more: { readonly length?: boolean; readonly usage?: readonly [number, number] | null } = {}): Answer => (response, asked) => {
  const { length = false, usage = [1000, 200] } = more;
  const body = asked.path.endsWith("/responses")
    ? {
        object: "response", status: length ? "incomplete" : "completed", incomplete_details: length ? { reason: "max_output_tokens" } : null,
        output: [{ type: "reasoning", summary: [] }, { type: "message", role: "assistant", content: [{ type: "output_text", text, annotations: [] }] }],
        ...(usage && { usage: { input_tokens: usage[0], output_tokens: usage[1], total_tokens: usage[0] + usage[1] } }),
      }
    : {
        object: "chat.completion", choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: length ? "length" : "stop" }],
        ...(usage && { usage: { prompt_tokens: usage[0], completion_tokens: usage[1], total_tokens: usage[0] + usage[1] } }),
      };
  json(200, body)(response, asked);
};

export const formula = "forall((c: Client, s: Server) => implies(this.links.has({ client: c, server: s }), !this.semaphore[s]))";
export const lemmas = (...all: readonly unknown[]): string => JSON.stringify({ lemmas: all, hints: [] });
export const good = lemmas({ name: "linkedIsTaken", formula, reason: "a server is taken when it is linked" });

export const notFound = json(404, { error: { message: "no such path", code: null } });
export const only = (api: "responses" | "chat", answer: Answer): Answer => (response, asked) =>
  (asked.path.endsWith("/responses") === (api === "responses") ? answer : notFound)(response, asked);

export const request: ModelRequest = {
  files: [{ name: "spec.ts", text: "export class LockServer {}" }], facts: "class LockServer", goal: "exclusive is preserved by connect",
  counterexample: "before: semaphore server1 true, links client1-server1", rejected: [], accepted: [],
};
