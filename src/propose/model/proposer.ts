/** Opens a language model that proposes lemmas. The client, and all that reads answers, is loaded then and not before. */
import type { ModelOptions, ModelProposer, Unavailable } from "./contract.ts";

/** No model can be asked with these settings, or this transcript. */
export class ModelUnavailable extends Error {
  override readonly name = "ModelUnavailable";
  /** @param help what to do instead */
  constructor(message: string, readonly help: string) {
    super(message);
  }
}

const unavailable: Unavailable = (message, help) => new ModelUnavailable(message, help);

/** What the variables of the environment say, as other tools read them. */
export function endpointFrom(env: Readonly<Record<string, string | undefined>>): Pick<ModelOptions, "apiKey" | "baseURL"> {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = env;
  return { ...(apiKey?.trim() && { apiKey: apiKey.trim() }), ...(baseURL?.trim() && { baseURL: baseURL.trim() }) };
}

/** @throws ModelUnavailable */
export async function openModel(options: ModelOptions): Promise<ModelProposer> {
  return (await import("./open.ts")).openNetwork(options, unavailable);
}

/**
 * The proposer of a run that was recorded, without network: the same questions get the same answers.
 * @throws ModelUnavailable where the file is no transcript
 */
export async function replayModel(transcript: string): Promise<ModelProposer> {
  return (await import("./open.ts")).openReplay(transcript, unavailable);
}
