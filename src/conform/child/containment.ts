/** What keeps an implementation in its place on this machine, and how a process is started in it. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

export interface Containment {
  /** The command that comes before Node's, if any. */
  readonly prefix: readonly string[];
  /** Options of Node. */
  readonly options: readonly string[];
  readonly isolation: readonly string[];
}

export interface Needs {
  readonly folder: string;
  /** Where it may write, if anywhere. */
  readonly scratch?: string;
  readonly network: boolean;
  readonly memoryBytes: number;
}

export function containment({ folder, scratch, network, memoryBytes }: Needs): Containment {
  const { net, ends } = helpers();
  const permission = ["--permission", "--experimental-permission"].find((flag) => process.allowedNodeEnvironmentFlags.has(flag));
  const megabytes = Math.ceil(memoryBytes / 2 ** 20);
  const prefix = [...(network ? [] : net), ...ends];
  return {
    prefix,
    options: [
      "--no-warnings", "--unhandled-rejections=strict", `--max-old-space-size=${megabytes}`, "--no-addons",
      ...(permission ? [permission, `--allow-fs-read=${join(folder, "*")}`, ...(scratch ? [`--allow-fs-write=${join(scratch, "*")}`] : [])] : []),
      ...(network && process.allowedNodeEnvironmentFlags.has("--allow-net") ? ["--allow-net"] : []),
    ],
    isolation: [
      permission ? `no files${scratch ? " but its own" : ""}, processes, threads or native code (Node's permission model)` : "files and processes are open: this Node has no permission model",
      ...(network ? ["network"] : [`no network (${net.length > 0 ? "own namespace, " : ""}Node's modules)`]),
      "empty environment",
      process.platform === "linux" ? `at most ${megabytes} MB` : `at most ${megabytes} MB of heap, other memory without limit`,
      ...(ends.length > 0 ? [] : ["ends with this process unless it is busy"]),
    ],
  };
}

let known: { readonly net: readonly string[]; readonly ends: readonly string[] } | undefined;

/** Commands that run another: in a network of its own, and not longer than this process. Only those that work here. */
function helpers(): { readonly net: readonly string[]; readonly ends: readonly string[] } {
  if (known) return known;
  if (process.platform !== "linux") return (known = { net: [], ends: [] });
  const net = worksAs("unshare", process.getuid?.() === 0 ? ["--net"] : ["--map-root-user", "--net"]);
  const ends = worksAs("setpriv", ["--pdeathsig", "KILL"]);
  return (known = { net, ends });
}

function worksAs(name: string, options: readonly string[]): readonly string[] {
  const path = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"].map((folder) => join(folder, name)).find(existsSync);
  if (!path) return [];
  const command = [path, ...options];
  return spawnSync(command[0], [...command.slice(1), process.execPath, "--version"], { env: {}, stdio: "ignore", timeout: 10_000 }).status === 0 ? command : [];
}
