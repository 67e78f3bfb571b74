/** In which form endpoints are asked: not every one knows every form, so that one is tried after the other, and what works is kept. */

export interface Dialect {
  readonly api: "responses" | "chat";
  /** How the form of the answer is asked for; with `text`, in words alone. */
  readonly format: "schema" | "object" | "text";
  /** What chat completions call the bound of the answer. */
  readonly limit: "max_completion_tokens" | "max_tokens";
}

export const firstDialect: Dialect = { api: "responses", format: "schema", limit: "max_completion_tokens" };

export const nameOfDialect = ({ api, format, limit }: Dialect): string => `${api} ${format} ${limit}`;

/** The next to try after one was refused with these words; undefined where all were that make sense. */
export function nextDialect(now: Dialect, { status, message }: { readonly status: number; readonly message: string }, tried: ReadonlySet<string>): Dialect | undefined {
  const lower: Dialect | undefined = now.format === "text" ? undefined : { ...now, format: now.format === "schema" ? "object" : "text" };
  const other: Dialect = { ...now, api: now.api === "chat" ? "responses" : "chat", format: "schema" };
  const renamed: Dialect | undefined = now.api === "chat" && now.limit === "max_completion_tokens" ? { ...now, limit: "max_tokens" } : undefined;
  const noSuchPath = status === 404 || status === 405 || status === 501 || status < 300;
  const inOrder = /max_(completion_)?tokens/.test(message) ? [renamed, lower, other]
    : noSuchPath ? [other]
    : /format|schema|json/i.test(message) ? [lower, other]
    : [other, lower];
  return inOrder.find((d): d is Dialect => d !== undefined && !tried.has(nameOfDialect(d)));
}
