import type ts from "typescript";
import { type Type, showType } from "../ir/type.ts";
import { refuse } from "./refuse.ts";

/** Whether the values of a type can be listed once the scope is known: no integer in it is without bounds. */
export function isFinite(type: Type): boolean {
  switch (type.kind) {
    case "bool": case "enum": case "sort": case "majority": return true;
    case "int": return type.lo !== null && type.hi !== null;
    case "record": return type.fields.every((f) => isFinite(f.type));
    case "union": return type.variants.every((v) => v.fields.every((f) => isFinite(f.type)));
    case "option": case "set": case "bag": case "seq": return isFinite(type.of);
    case "map": return isFinite(type.key) && isFinite(type.value);
  }
}

/** `type`, which has to be finite. `what` names it in the message. */
export function finite(type: Type, at: ts.Node, what: string): Type {
  if (isFinite(type)) return type;
  return refuse("T2009", at, `${what} are of type ${showType(type)}, which has no bounds`, "give every integer in it bounds: Int<0, 7>");
}
