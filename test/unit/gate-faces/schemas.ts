/** What the faces for programs are held to. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { root } from "./sample.ts";

const read = (path: string): object => JSON.parse(readFileSync(join(root, path), "utf8")) as object;

export const validGate: ValidateFunction = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
  .addSchema(read("docs/check-result.schema.json"), "check-result.schema.json")
  .compile(read("docs/gate-result.schema.json"));

const draft04 = new AjvDraft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(draft04);
export const validSarif: ValidateFunction = draft04.compile(read("node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

/** @throws where a text is not well-formed XML of the kind that is written here: declaration, elements, quoted attributes, text */
export function readXml(text: string): { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly text: string }[] {
  // eslint-disable-next-line no-control-regex
  const allowed = /^[\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
  if (!allowed.test(text)) throw new Error("a character that XML 1.0 does not have");
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  if (body === text) throw new Error("no declaration");
  const open: { name: string; attributes: Map<string, string>; text: string }[] = [];
  const found: { name: string; attributes: Map<string, string>; text: string }[] = [];
  const decoded = (raw: string): string => {
    if (/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.test(raw)) throw new Error(`not escaped: ${raw}`);
    return raw.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
  };
  for (const [, tag, plain] of body.matchAll(/(<[^>]*>)|([^<]+)/g)) {
    if (plain !== undefined) {
      if (open.length > 0) open.at(-1)!.text += decoded(plain);
      else if (plain.trim() !== "") throw new Error("text outside the root");
    } else if (tag.startsWith("</")) {
      if (open.pop()?.name !== tag.slice(2, -1)) throw new Error(`${tag} closes nothing`);
    } else {
      const match = /^<([\w-]+)((?: \w+="[^"<]*")*)>$/.exec(tag);
      if (!match) throw new Error(`not a tag: ${tag}`);
      const attributes = new Map([...match[2].matchAll(/ (\w+)="([^"]*)"/g)].map(([, name, value]) => [name, decoded(value)]));
      const element = { name: match[1], attributes, text: "" };
      open.push(element);
      found.push(element);
    }
  }
  if (open.length > 0) throw new Error("not closed");
  return found;
}
