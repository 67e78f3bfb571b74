/** What a tasks.json of VS Code needs so that Tenet's commands are tasks, and findings are in the Problems panel. No extension is needed. */
import { taskArguments, taskCommands } from "./commands.ts";
import { matcher, watchMatcher } from "./matcher.ts";

export interface TasksFile {
  readonly version: "2.0.0";
  /** Told from others by their labels. */
  readonly tasks: readonly ({ readonly label: string } & Readonly<Record<string, unknown>>)[];
  /** Told from others by their ids. */
  readonly inputs: readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[];
}

const specInput = "tenetSpec";

/**
 * No shell is between: names of files are not read as anything else.
 * @param cli Tenet's command line, for Node, from the folder of the workspace
 * @param specs paths from there
 */
export function tasksFile(cli: string, specs: readonly string[]): TasksFile {
  const spec = specs.length === 1 ? specs[0] : `\${input:${specInput}}`;
  const tasks = taskCommands.map((name) => ({
    label: `tenet: ${name}`,
    type: "process",
    command: "node",
    args: [cli, name, ...(name === "gate" ? [] : [spec]), ...taskArguments[name]],
    ...(name === "watch" && { isBackground: true }),
    ...(name === "check" && { group: "test" }),
    presentation: { panel: "dedicated", clear: true },
    problemMatcher: name === "propose" ? [] : name === "watch" ? watchMatcher : matcher,
  }));
  return { version: "2.0.0", tasks, inputs: specs.length === 1 ? [] : [specChoice(specs)] };
}

/** The folder of the file in the editor comes first: that is mostly what is meant. */
const specChoice = (specs: readonly string[]) => ({
  id: specInput, type: "pickString", description: "Which spec?", options: [ofOpenFile, ...specs], default: ofOpenFile,
});

const ofOpenFile = "${fileDirname}";
