/** The tasks that VS Code offers. */
import { type TaskCommand, taskArguments, taskCommands } from "../../../../src/editor/tasks/commands.ts";

export interface TaskItem {
  readonly command: TaskCommand;
  /** From the folder of the workspace; undefined for what is about all of it. */
  readonly spec: string | undefined;
}

export const taskItems = (specs: readonly string[]): TaskItem[] =>
  taskCommands.flatMap((command): TaskItem[] => (command === "gate" ? [{ command, spec: undefined }] : specs.map((spec) => ({ command, spec }))));

export const taskName = ({ command, spec }: TaskItem): string => (spec === undefined ? command : `${command} ${spec}`);

/** For Node, after the script. */
export const taskWords = ({ command, spec }: TaskItem): string[] => [command, ...taskArguments[command], ...(spec === undefined ? [] : ["--", spec])];

export const taskMatcher = (command: TaskCommand): string[] => (command === "propose" ? [] : [command === "watch" ? "$tenet-watch" : "$tenet"]);

/** As somebody has written it in a tasks.json. */
export function taskItemOf(definition: Readonly<Record<string, unknown>>): TaskItem | undefined {
  const { command, spec } = definition;
  const known = taskCommands.find((name) => name === command);
  if (known === undefined || (spec !== undefined && typeof spec !== "string")) return undefined;
  if (known === "gate") return { command: known, spec: undefined };
  return spec === undefined ? undefined : { command: known, spec };
}
