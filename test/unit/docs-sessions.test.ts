/** The sessions of the README, of the walk through a decision, of the page on logs, and of the pages of the specs, are what the command prints. */
import { playPages } from "../cli/play-pages.ts";
import { pages } from "./spec-pages.ts";

playPages(["README.md", "docs/tradeoffs.md", "docs/liveness.md", "docs/logs.md", "docs/reduction.md", ...pages]);
