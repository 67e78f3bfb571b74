import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A process for each half of the files, not for each file: loading the compiler takes longer than most tests do.
    pool: "forks",
    isolate: false,
    reporters: ["default", "./test/count-reporter.ts"],
  },
});
