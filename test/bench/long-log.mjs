/**
 * `node test/bench/long-log.mjs <kind> <events> > log.ndjson`: what a system that runs for long would log, the same each time.
 * - `lock-server`: locks taken and given back at random, with what is free afterwards.
 * - `fencing-lock`: clients with tokens that write, stop and begin again, and a storage that turns down what is late.
 * - `clocks`: as `lock-server`, each client by its own clock and that of the server; with lines a little out of order.
 * - `intervals`: as `lock-server`, with a start and an end that overlap those of others.
 */
import { once } from "node:events";

/** Numbers of 0..n-1. */
function randomNumbers(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % n;
  };
}

export const scopes = { "lock-server": "Client=10,Server=5", "fencing-lock": "Client=3,Token=3", clocks: "Client=4,Server=3", intervals: "Client=10,Server=5" };

function* lockServer(events, clients, servers) {
  const below = randomNumbers(42), holders = Array.from({ length: servers });
  for (let i = 0; i < events; i++) {
    const server = below(servers), free = holders[server] !== undefined;
    const client = holders[server] ?? `client${below(clients) + 1}`;
    holders[server] = free ? undefined : client;
    yield { action: free ? "disconnect" : "connect", args: { client, server: `server${server + 1}` }, state: { semaphore: { [`server${server + 1}`]: free } } };
  }
}

function* fencingLock(events) {
  const below = randomNumbers(7), names = ["client1", "client2", "client3"];
  for (const [token, client] of names.entries()) {
    yield { action: "acquire", args: { client, token }, state: { issued: token } };
    yield { action: "expire", state: { lease: null } };
  }
  const held = [undefined, undefined, undefined], written = [false, false, false];
  let stored = -1;
  for (let i = 6; i < events; i++) {
    const token = below(3), client = names[token];
    if (written[token] && below(2) === 0) {
      const late = token < stored;
      stored = Math.max(stored, token);
      yield { action: "accept", args: { client, token }, ...(late ? { refused: true } : { state: { stored: { client, token } } }) };
    } else if (held[token] === undefined) {
      held[token] = token;
      yield { action: "receiveGrant", args: { client, token }, state: { held: { [client]: token } } };
    } else if (below(2) === 0) {
      written[token] = true;
      yield { action: "write", args: { client } };
    } else {
      held[token] = undefined;
      yield { action: "stop", args: { client }, state: { held: { [client]: null } } };
    }
  }
}

function* clocks(events) {
  const known = new Map();
  let line = 0, waiting;
  for (const event of lockServer(events, 4, 3)) {
    // The server is the one that sees them all.
    const process = event.args.server, client = event.args.client;
    for (const name of [process, client]) if (!known.has(name)) known.set(name, {});
    const own = known.get(process), other = known.get(client);
    for (const [name, n] of Object.entries(other)) own[name] = Math.max(n, own[name] ?? 0);
    own[process] = (own[process] ?? 0) + 1;
    Object.assign(other, own);
    const made = { process, clock: { ...own }, action: event.action, args: event.args };
    if (++line % 5 === 1) waiting = made;
    else {
      yield made;
      if (waiting) yield waiting;
      waiting = undefined;
    }
  }
  if (waiting) yield waiting;
}

function* intervals(events) {
  const below = randomNumbers(3);
  let time = 1_764_000_000_000_000_000n;
  for (const event of lockServer(events, 10, 5)) {
    time += 100n;
    yield { ...event, start: String(time - BigInt(below(150))), end: String(time + BigInt(below(150))) };
  }
}

const kinds = { "lock-server": (n) => lockServer(n, 10, 5), "fencing-lock": fencingLock, clocks, intervals };

/** Into a stream, without waiting for nothing. */
export async function writeLog(kind, events, out) {
  let text = "";
  const flush = async () => {
    if (!out.write(text)) await once(out, "drain");
    text = "";
  };
  for (const event of kinds[kind](events)) {
    text += `${JSON.stringify(event)}\n`;
    if (text.length > 2 ** 16) await flush();
  }
  await flush();
}

if (import.meta.filename === process.argv[1]) await writeLog(process.argv[2], Number(process.argv[3]), process.stdout);
