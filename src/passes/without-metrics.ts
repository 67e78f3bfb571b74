/** Milestones and costs are no business of those who check. */
import type { Pass } from "./runner.ts";

export const withoutMetricsPass: Pass = { name: "without-metrics", needs: [], gives: [], run: (protocol) => ({ ...protocol, metrics: [] }) };
