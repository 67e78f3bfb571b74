/** Sessions that take long: `npm run nightly`. */
import { playPages } from "../cli/play-pages.ts";
import { slowPages } from "./spec-pages.ts";

playPages(slowPages);
