/** What `check` is told about the disk and about checkpoints. */
import type { Command } from "commander";
import type { Asked, OutsideMemory } from "../index.ts";
import { readDuration } from "./arguments.ts";
import type { InstanceFlags, LimitFlags } from "./instance-options.ts";
import { UsageError } from "./usage-error.ts";

export interface OutsideFlags {
  /** `false` where the disk is not to take over. */
  readonly disk?: string | false;
  readonly checkpoint?: string;
  readonly checkpointEvery?: number;
  readonly resume?: string;
}

export const withOutside = (command: Command): Command =>
  command
    .optionsGroup("Engine:")
    .option("--disk <folder>", "where states go when memory is used up (default: the folder for temporary files)")
    .option("--no-disk", "end the search when memory is used up")
    .option("--checkpoint <folder>", "keep there what a search that is killed can go on from")
    .option("--checkpoint-every <time>", "time from one checkpoint to the next, as in 5m (default: 1m)", readDuration)
    .option("--resume <folder>", "go on from the checkpoint there, and keep it; the spec need not be given again");

/** @throws UsageError */
export function outsideMemory({ disk, checkpoint, checkpointEvery, resume, hashed, insight }: OutsideFlags & Pick<LimitFlags, "hashed"> & { readonly insight?: true }): OutsideMemory {
  const folder = resume ?? checkpoint;
  if (resume !== undefined && checkpoint !== undefined) throw new UsageError("--resume keeps the checkpoint that it goes on from", "Leave out --checkpoint.");
  if (checkpointEvery !== undefined && folder === undefined) throw new UsageError("--checkpoint-every is of no use without --checkpoint or --resume");
  if (typeof disk === "string" && folder !== undefined) throw new UsageError("with a checkpoint the states are in its folder", "Leave out --disk.");
  if (hashed && typeof disk === "string") throw new UsageError("states that are hashed stay in memory", "Leave out --disk or --hashed.");
  if (insight && typeof disk === "string") throw new UsageError("--insight looks at a search in memory", "Leave out --disk or --insight.");
  return {
    ...(disk === false || insight || hashed ? {} : { disk: disk === undefined ? {} : { folder: disk } }),
    ...(folder === undefined ? {} : { checkpoint: { folder, resume: resume !== undefined, ...(checkpointEvery === undefined ? {} : { everyMs: checkpointEvery }) } }),
  };
}

/** What a checkpoint knows of the instance, where the command line does not say it. */
export const withAsked = <F extends InstanceFlags & { readonly all?: true; readonly symmetry?: boolean }>(flags: F, { scope, options, design, protocol, deadlock, keepGoing, symmetry }: Omit<Asked, "spec">): F => ({
  scope, option: options, design, protocol, ...(deadlock && { deadlock: true }), ...(keepGoing && { all: true }), ...(symmetry && symmetry !== "auto" && { symmetry: symmetry === "on" }), ...flags,
});
