/** Where the text of a source file is. */
import { join } from "node:path";
import { packageRoot } from "./package.ts";

/** What a spec imports faults from, and what traces call that file: wherever Tenet is installed, they say the same. */
export const faultsName = "tenet/faults";

/** @param file as spans name it */
export const sourcePath = (file: string): string => (file === faultsName ? join(packageRoot(), "src/dsl/faults.ts") : file);
