/** A thread that searches instances of one protocol. */
import { parentPort, workerData } from "node:worker_threads";
import { DiagnosticsError } from "../base/diagnostic.ts";
import { type CellTask, searchCell } from "./cell-search.ts";
import type { Subject, ThreadReply, ThreadRequest } from "./searcher.ts";

const { spec, protocol } = workerData as Subject;
const stop = new AbortController();

async function answer(task: CellTask): Promise<ThreadReply> {
  try {
    return { kind: "result", result: await searchCell(spec, protocol, task, stop.signal) };
  } catch (error) {
    if (error instanceof DiagnosticsError) return { kind: "diagnostics", diagnostics: error.diagnostics };
    return { kind: "internal", message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort!.on("message", async (request: ThreadRequest) => {
  if (request.kind === "stop") stop.abort();
  else parentPort!.postMessage(await answer(request.task), []);
});
