/** The commands that are tasks. Those that have a spec are asked for one where there are several. */
export const taskCommands = ["check", "prove", "propose", "watch", "gate"] as const;
export type TaskCommand = (typeof taskCommands)[number];

/** What follows the command's name; the spec, where it takes one, comes first. */
export const taskArguments: Readonly<Record<TaskCommand, readonly string[]>> = {
  check: ["--format", "line"],
  prove: ["--format", "line"],
  propose: [],
  watch: ["--format", "line"],
  gate: ["--format", "line"],
};
