/** Places in a spec as JSON. */
import type { Span } from "../base/span.ts";
import type { Json } from "./json-value.ts";

export const spanJson = ({ file, line, column, endLine, endColumn }: Span): Json => ({ file, line, column, endLine, endColumn });
