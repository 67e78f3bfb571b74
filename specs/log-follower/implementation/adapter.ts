/** A follower and its disk, as specs/log-follower sees them. */
import type { Adapter } from "tenet/conform";
import type { Answer, Candidate, LogFollowerModel } from "../../../generated/log-follower/conformance.ts";
import { LogFollower, type Reply } from "./follower.ts";
import { Journal, type LineFile } from "./journal.ts";

/** Takes its time. */
class MemoryFile implements LineFile {
  private readonly lines: string[] = [];

  async readLines(): Promise<readonly string[]> {
    return this.lines;
  }

  async appendLine(line: string): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.lines.push(line);
  }
}

class Machine {
  readonly journal = new Journal(new MemoryFile());
  follower!: LogFollower;
  answer: Answer | undefined;

  /** As after a crash: all that is left is in the journal. */
  async start(): Promise<void> {
    this.follower = await LogFollower.open(this.journal);
    this.answer = undefined;
  }
}

const shown = (follower: LogFollower): Pick<LogFollowerModel["state"], "term" | "votedFor" | "log" | "commit"> => {
  const { term, votedFor, log, commit } = follower.state;
  return { term, votedFor: votedFor as Candidate | undefined, log, commit };
};

async function answered(machine: Machine, reply: Reply): Promise<"refused" | ReturnType<typeof shown>> {
  if (reply.kind === "rejected") return "refused";
  machine.answer = reply;
  // What a crash at this moment would leave.
  return shown(await LogFollower.open(machine.journal));
}

export default {
  async create() {
    const machine = new Machine();
    await machine.start();
    return machine;
  },
  actions: {
    append: {
      request: async (machine, { message: { entries, ...rest } }) => answered(machine, await machine.follower.append({ ...rest, entries: entries.map((term) => ({ term })) })),
    },
    vote: { request: async (machine, { ballot }) => answered(machine, await machine.follower.vote(ballot)) },
    restart: (machine) => machine.start(),
  },
  observe: (machine) => ({ ...shown(machine.follower), answer: machine.answer }),
} satisfies Adapter<LogFollowerModel, Machine>;
