/** Paths of a repository as others take them. */
import { faultsName } from "../base/source-file.ts";

/** The parts of a path below the root of the repository; undefined for any other, as for what Tenet itself brings along. */
export function repositoryPath(file: string): readonly string[] | undefined {
  const parts = file.split("/");
  const outside = file === "" || file === faultsName || /^[a-z]:|^[/\\]/i.test(file) || parts.some((p) => p === "" || p === "." || p === "..");
  return outside ? undefined : parts;
}

/** A relative URI reference: percent-encoded, so that no name of a file is read as a scheme, a query or an authority. */
export const repositoryUri = (file: string): string | undefined => repositoryPath(file)?.map(encode).join("/");

/** Unpaired surrogates have no bytes to encode. */
const encode = (part: string): string => encodeURIComponent(part.toWellFormed()).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
