/** Opens a proposer: over the network, or on a transcript. Behind this file is all that takes long to load. */
import { isIPv4 } from "node:net";
import * as z from "zod";
import { Conversation } from "./conversation.ts";
import { Endpoint } from "./endpoint.ts";
import { defaultBudget, type ModelOptions, type ModelProposer, type ModelSettings, type Unavailable } from "./contract.ts";
import { wait } from "./retry.ts";
import { redacting } from "./secrets.ts";
import { keepingSecrets, recording, replaying } from "./transcript.ts";
import { overNetwork } from "./wire.ts";

/** As long as a response may take to begin, whatever is set. */
const mostRequestSeconds = 300;
const defaultRequestSeconds = 180;

const amount = z.number().nonnegative();
const prices = z.record(z.string(), z.object({ input: amount, output: amount }));
const budget = z.object({ rounds: z.number().int().positive(), tokens: z.number().int().positive(), seconds: z.number().positive(), money: z.number().positive().exactOptional() });

/** @param waiting for tests */
export function openNetwork(options: ModelOptions, unavailable: Unavailable, waiting = wait): ModelProposer {
  const { model, apiKey, baseURL } = options;
  const url = baseURL === undefined ? undefined : readUrl(baseURL, unavailable);
  if (model.trim() === "") throw unavailable("no model is named", "name one that the endpoint has");
  if (apiKey === undefined && url === undefined) throw unavailable("there is no key for the model", "set OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint that needs none");
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey)) throw unavailable("the key has characters that no key has", "look at OPENAI_API_KEY");
  const settings = readSettings(options, unavailable);
  const redact = redacting(apiKey);
  const notes = [
    ...(settings.price ? [] : [`the price of ${model} is not known, and so is the cost`]),
    ...(url && apiKey !== undefined && url.protocol === "http:" && !isLocal(url.hostname) ? [`${url.host} is asked without encryption: the key and the spec can be read on the way`] : []),
  ];
  let conversation: Conversation | undefined;
  const lost = once((why) => conversation?.tell(`the transcript is incomplete: ${why}`));
  const clean = keepingSecrets(overNetwork, redact);
  const exchange = options.transcript === undefined ? clean : recording(clean, options.transcript, { settings, notes }, redact, lost);
  conversation = new Conversation(settings, new Endpoint({ model, apiKey: apiKey ?? "none", baseURL: url && baseURL }, exchange), { redact, wait: waiting, notes });
  return conversation;
}

export function openReplay(transcript: string, unavailable: Unavailable): ModelProposer {
  const { settings, notes, exchange } = replaying(transcript, unavailable);
  const endpoint = new Endpoint({ model: settings.model, apiKey: "none", baseURL: "http://replay.invalid/v1" }, exchange);
  return new Conversation(settings, endpoint, { redact: (text) => text, wait: async () => {}, notes });
}

function readSettings({ model, budget: wished, prices: table, requestSeconds }: ModelOptions, unavailable: Unavailable): ModelSettings {
  const limits = budget.safeParse({ ...defaultBudget, ...wished });
  if (!limits.success) throw unavailable(`the budget for the model cannot be: ${problemIn(limits.error)}`, "give positive numbers");
  const read = prices.safeParse(table ?? {});
  if (!read.success) throw unavailable(`the price table cannot be read: ${problemIn(read.error)}`, 'write { "a-model": { "input": 1.25, "output": 10 } }, for a million tokens');
  const price = Object.hasOwn(read.data, model) ? read.data[model] : undefined;
  if (limits.data.money !== undefined && !price) throw unavailable(`the price of ${model} is not known, so that no limit on money can be kept`, "give its price, or limit tokens instead");
  const seconds = Math.min(mostRequestSeconds, Math.max(0.001, requestSeconds ?? defaultRequestSeconds));
  return { model, budget: limits.data, requestSeconds: seconds, ...(price && { price }) };
}

const problemIn = ({ issues: [issue] }: z.ZodError): string => [issue.path.join("."), issue.message].filter((t) => t !== "").join(": ");

function readUrl(text: string, unavailable: Unavailable): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The address itself is not shown: some hold secrets.
  if (!url || !/^https?:$/.test(url.protocol)) throw unavailable("the address of the endpoint cannot be read", "set OPENAI_BASE_URL to something like https://host/v1");
  if (url.username !== "" || url.password !== "") throw unavailable("the address of the endpoint has a user or a password in it", "give the key as OPENAI_API_KEY");
  if (url.search !== "" || url.hash !== "") throw unavailable("the address of the endpoint has a query", "set OPENAI_BASE_URL to something like https://host/v1");
  return url;
}

const isLocal = (host: string): boolean => host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || (isIPv4(host) && host.startsWith("127."));

function once(run: (why: string) => void): (why: string) => void {
  let done = false;
  return (why) => {
    if (!done) run(why);
    done = true;
  };
}
