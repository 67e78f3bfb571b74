/** One request over the network: bounded in time and in bytes, and following nobody elsewhere. */

/** What came back: a response, whatever it says, or none. Plain data, so that it can be recorded. `retryAfter` is in seconds. */
export type Received =
  | { readonly kind: "response"; readonly status: number; readonly retryAfter?: number; readonly location?: string; readonly body: string }
  | { readonly kind: "failed"; readonly why: WireFailure; readonly message: string };

export type WireFailure =
  /** No response. */
  | "network"
  /** The response ends in the middle. */
  | "cut-off"
  | "timeout"
  /** More bytes than any answer needs. */
  | "flood"
  /** Whoever asked ended it. */
  | "interrupted";

export interface Question { readonly url: string; readonly init: RequestInit; readonly milliseconds: number; readonly signal: AbortSignal }

/** How long it took is told, and not measured by others, so that a replay takes as long. */
export type Exchange = (question: Question) => Promise<{ readonly received: Received; readonly milliseconds: number }>;

export const mostBytes = 1024 * 1024;

export const overNetwork: Exchange = async (question) => {
  const start = performance.now();
  const received = await receive(question);
  return { received, milliseconds: Math.round(performance.now() - start) };
};

async function receive({ url, init, milliseconds, signal }: Question): Promise<Received> {
  const time = AbortSignal.timeout(milliseconds);
  const failed = (why: WireFailure, message: string): Received => ({ kind: "failed", why, message });
  let begun = false;
  try {
    // Elsewhere the key would go to somebody else.
    const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.any([signal, time]) });
    begun = true;
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      // Leaving the loop closes the connection.
      if (bytes > mostBytes) return failed("flood", `more than ${mostBytes} bytes`);
      chunks.push(chunk);
    }
    const header = (name: string): string | undefined => response.headers.get(name)?.slice(0, 200);
    const retryAfter = secondsIn(header("retry-after"));
    const location = header("location");
    return {
      kind: "response", status: response.status, body: Buffer.concat(chunks).toString("utf8"),
      ...(retryAfter !== undefined && { retryAfter }), ...(location !== undefined && { location: hostOf(location) }),
    };
  } catch (error) {
    if (signal.aborted) return failed("interrupted", "interrupted");
    if (time.aborted) return failed("timeout", `no complete answer within ${milliseconds / 1000} s`);
    return failed(begun ? "cut-off" : "network", causeOf(error));
  }
}

/** A number, or a date, which would be another one in a replay. */
function secondsIn(retryAfter: string | undefined): number | undefined {
  if (retryAfter === undefined) return undefined;
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** The rest of an address may hold secrets. */
function hostOf(location: string): string {
  try {
    return new URL(location).host;
  } catch {
    return "another path";
  }
}

/** `fetch failed` says nothing; what is below it does. */
function causeOf(error: unknown): string {
  let message = "";
  for (let e = error, depth = 0; e instanceof Error && depth < 4; e = e.cause, depth++) {
    const { code } = e as NodeJS.ErrnoException;
    message = typeof code === "string" && !e.message.includes(code) ? `${e.message} (${code})` : e.message || String(code);
  }
  return message || String(error);
}
