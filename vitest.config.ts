import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  test: {
    include: [mode === "nightly" ? "test/**/*.nightly.ts" : "test/**/*.test.ts"],
    // Programs that are only looked at.
    exclude: [...configDefaults.exclude, "test/golden/drift/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A process for each core, not for each file: loading the compiler takes longer than most tests do. By default a core stays idle.
    maxWorkers: "100%",
    pool: "forks",
    isolate: false,
    reporters: ["default", "./test/count-reporter.ts"],
  },
}));
