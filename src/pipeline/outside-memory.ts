/** What a check asks for beyond memory: a disk that takes over, and a checkpoint that it can be taken up from. */
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import type { CheckpointRequest, SearchRequest } from "../../verifier/contract/search.ts";
import { CheckpointRefused } from "../../verifier/explicit/checkpoint/refused.ts";
import { noteOf } from "../../verifier/explicit/checkpoint/checkpoint.ts";
import { tenetVersion } from "../base/package.ts";
import { sha256 } from "../base/sha256.ts";
import type { Protocol } from "../ir/protocol.ts";
import { shownOptions } from "./options.ts";
import type { SymmetryChoice } from "./symmetry.ts";
import type { InstanceOptions } from "./prepare.ts";

export interface OutsideMemory {
  /** When memory is used up the disk takes over, in this folder, or one for temporary files. Without it the search ends. */
  readonly disk?: { readonly folder?: string };
  /** Where to keep what a search that is killed can be taken up from; removed when the search has come to its end. */
  readonly checkpoint?: CheckpointOptions;
}

export interface CheckpointOptions {
  readonly folder: string;
  /** Milliseconds from one to the next, a minute by default. */
  readonly everyMs?: number;
  /** Go on from the one that is there. */
  readonly resume?: boolean;
}

/** What a check was asked for, as far as it says what is searched. */
export interface Asked extends InstanceOptions {
  readonly spec: string;
  readonly deadlock?: boolean;
  readonly keepGoing?: boolean;
  readonly symmetry?: SymmetryChoice;
}

interface Search extends Pick<SearchRequest, "visited" | "deadlock" | "keepGoing"> {
  readonly asked: Asked;
  readonly instance: Protocol;
  /** Of the model. */
  readonly source: string;
  /** Whether somebody looks on, who would have to be taken up again, too. */
  readonly observed: boolean;
}

/** @throws CheckpointRefused where more than states would be needed, or they are not kept */
export function outsideMemory({ disk, checkpoint }: OutsideMemory, search: Search): Pick<SearchRequest, "disk" | "checkpoint"> {
  if (checkpoint && search.visited === "hashed") throw new CheckpointRefused("a search that keeps hashes cannot be taken up again", "Leave out --hashed, or the checkpoint.");
  if (checkpoint && search.observed) throw new CheckpointRefused("a search that tells why there are so many states cannot be taken up again", "Leave out --insight, or the checkpoint.");
  return {
    ...(disk && !search.observed && { disk: { folder: disk.folder ?? tmpdir() } }),
    ...(checkpoint && { checkpoint: checkpointRequest(checkpoint, search) }),
  };
}

function checkpointRequest({ folder, everyMs = 60_000, resume = false }: CheckpointOptions, { asked, instance, source, deadlock, keepGoing }: Search): CheckpointRequest {
  const list = (values: Readonly<Record<string, unknown>>): string => Object.entries(values).map(([name, value]) => `${name}=${String(value)}`).join(" ");
  return {
    folder, everyMs, resume, note: JSON.stringify({ ...asked, spec: resolve(asked.spec) }),
    // What has a name first: all of it is in the model, too.
    identity: {
      "the version of Tenet": tenetVersion(), "the protocol": instance.name, "the scope": list(instance.scope), "the choice of options": list(shownOptions(instance)),
      "--deadlock": deadlock, "--all": String(keepGoing), "the spec": sha256(source),
    },
  };
}

/** What was asked for when the checkpoint in a folder was made. @throws CheckpointRefused */
export function askedBefore(folder: string): Asked {
  const note: unknown = JSON.parse(noteOf(folder) || "{}");
  if (typeof note !== "object" || note === null) throw foreign(folder);
  const { spec, scope, options, design, protocol, deadlock, keepGoing, symmetry } = note as Readonly<Record<string, unknown>>;
  if (typeof spec !== "string") throw foreign(folder);
  return {
    spec,
    ...(isRecordOf(scope, "number") && { scope }),
    ...(isRecordOf(options, "string") && { options }),
    ...(typeof design === "string" && { design }),
    ...(typeof protocol === "string" && { protocol }),
    ...(deadlock === true && { deadlock }),
    ...(keepGoing === true && { keepGoing }),
    ...((symmetry === "on" || symmetry === "off") && { symmetry }),
  };
}

const foreign = (folder: string): CheckpointRefused => new CheckpointRefused(`the checkpoint in ${folder} does not say what was checked`, "Give the spec as well.");

function isRecordOf<T extends "number" | "string">(value: unknown, type: T): value is Record<string, T extends "number" ? number : string> {
  return typeof value === "object" && value !== null && Object.values(value).every((v) => typeof v === type);
}
