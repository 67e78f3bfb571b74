/** Models as solvers print them: finite universes of sorts, and functions that can be computed. */
import { InternalError } from "../../base/assert-never.ts";
import { Unshowable } from "./unshowable.ts";
import type { FunctionSymbol } from "./shapes.ts";
import { type SExpr, readAll } from "./sexpr-text.ts";

/** A Bool, an Int, the bits of a bit vector (`#b01`), or the name of a constructor or of an element of a universe. */
export type ModelValue = boolean | number | string;

export interface Interpretation {
  /** Elements of each uninterpreted sort that the model lists, by the unquoted name of the sort. */
  readonly universes: ReadonlyMap<string, readonly string[]>;
  /** The value of a term without free variables or quantifiers. @throws InternalError for what cannot be computed */
  evaluate(term: string): ModelValue;
}

interface Defined { readonly params: readonly string[]; readonly body: SExpr }

/** @param declared functions that the query declares; where the model is silent about one, it does not matter what it is */
export function readModel(text: string, declared: readonly FunctionSymbol[]): Interpretation {
  const universes = new Map<string, string[]>();
  const defined = new Map<string, Defined>();
  for (const item of readAll(text)) {
    if (typeof item === "string") throw new InternalError(`a model with a loose ${item}`);
    const [head, name, params, sort, body] = item;
    if (head === "declare-fun" && typeof name === "string" && typeof sort === "string") universes.set(sort, [...(universes.get(sort) ?? []), name]);
    else if (head === "define-fun" && typeof name === "string" && Array.isArray(params)) {
      defined.set(name, { params: params.map((p) => (p as SExpr[])[0] as string), body });
    } else if (head !== "forall" && head !== "declare-datatypes" && head !== "declare-sort") throw new InternalError(`a model with a ${String(head)}`);
  }
  const elements = new Set([...universes.values()].flat());
  const results = new Map(declared.map((f) => [nameOf(f.name), nameOf(f.result)]));

  /** Anything of the sort. */
  const some = (sort: string | undefined): ModelValue => (sort === "Bool" ? false : sort === "Int" ? 0 : universes.get(sort ?? "")?.[0] ?? "");

  const apply = (name: string, args: readonly ModelValue[]): ModelValue => {
    const f = defined.get(name);
    if (f) return value(f.body, new Map(f.params.map((p, i) => [p, args[i]])));
    if (results.has(name)) return some(results.get(name));
    if (args.length === 0) return name;
    throw new InternalError(`the model says nothing about ${name}`);
  };

  const value = (term: SExpr, locals: ReadonlyMap<string, ModelValue>): ModelValue => {
    if (typeof term === "string") {
      if (/^\d+$/.test(term)) return exact(Number(term));
      if (term.startsWith("#")) return bits(term);
      if (term === "true" || term === "false") return term === "true";
      return locals.get(term) ?? (elements.has(term) ? term : apply(term, []));
    }
    const [head, ...rest] = term;
    if (typeof head !== "string") {
      // (as f Sort), applied
      if (head[0] === "as") return value([head[1], ...rest], locals);
      throw new InternalError("a function that is not a name");
    }
    switch (head) {
      case "ite": return value(value(rest[0], locals) === true ? rest[1] : rest[2], locals);
      case "and": return rest.every((a) => value(a, locals) === true);
      case "or": return rest.some((a) => value(a, locals) === true);
      case "=>": return rest.slice(0, -1).some((a) => value(a, locals) !== true) || value(rest[rest.length - 1], locals) === true;
      case "as": return value(rest[0], locals);
      case "let": {
        const bound = (rest[0] as SExpr[]).map((b) => [(b as SExpr[])[0] as string, value((b as SExpr[])[1], locals)] as const);
        return value(rest[1], new Map([...locals, ...bound]));
      }
      case "forall": case "exists": case "lambda": throw new InternalError(`${head} in a model`);
      default: return operate(head, rest.map((a) => value(a, locals))) ?? apply(head, rest.map((a) => value(a, locals)));
    }
  };

  return {
    universes,
    evaluate: (term) => {
      const [parsed] = readAll(term);
      return value(parsed, new Map());
    },
  };
}

const nameOf = (symbol: string): string => (symbol.startsWith("|") ? symbol.slice(1, -1) : symbol);

const bits = (literal: string): string =>
  literal.startsWith("#b") ? literal : `#b${Array.from(literal.slice(2), (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("")}`;

function exact(n: number): number {
  if (!Number.isSafeInteger(n)) throw new Unshowable(`the integer ${n}`);
  return n;
}

/** Undefined for what no theory knows. */
function operate(op: string, args: readonly ModelValue[]): ModelValue | undefined {
  const [a, b] = args as readonly number[];
  const chain = (holds: (x: number, y: number) => boolean): boolean => (args as number[]).every((x, i) => i === 0 || holds((args as number[])[i - 1], x));
  switch (op) {
    case "not": return !args[0];
    case "=": return args.every((x) => x === args[0]);
    case "distinct": return new Set(args).size === args.length;
    case "xor": return args.filter((x) => x === true).length % 2 === 1;
    case "<": return chain((x, y) => x < y);
    case "<=": return chain((x, y) => x <= y);
    case ">": return chain((x, y) => x > y);
    case ">=": return chain((x, y) => x >= y);
    case "+": return exact((args as number[]).reduce((x, y) => x + y));
    case "*": return exact((args as number[]).reduce((x, y) => x * y));
    case "-": return exact(args.length === 1 ? 0 - a : (args as number[]).reduce((x, y) => x - y));
    case "mod": return b === 0 ? 0 : a - b * quotient(a, b);
    case "div": return b === 0 ? 0 : quotient(a, b);
    case "abs": return Math.abs(a);
    default: return undefined;
  }
}

/** As SMT-LIB has it: the remainder is not negative. */
const quotient = (a: number, b: number): number => (b > 0 ? Math.floor(a / b) : -Math.floor(a / -b)) + 0;
