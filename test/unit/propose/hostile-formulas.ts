/** What a model may say that errs, or that means harm: proposals for any protocol. */

const nested = (open: string, close: string, times: number): string => `${open.repeat(times)}true${close.repeat(times)}`;
/** Names of thirty variables. */
export const variables = Array.from({ length: 30 }, (_, i) => `v${i}: Any`).join(", ");

/** No formulas of the language at all. */
export const illFormed = [
  "true } @lemma x() { return false", "true); } @lemma y() { return (false", "true) || (false", "true;", "true; false", "", "   ", "// true", "/* true", "*/ true /*", "return true", "true // \u2028 false",
  "`${true}`", "`true`", "String.raw`true`", "this", "this.constructor", "this.constructor.name === \"x\"", "this.constructor.constructor(\"return true\")()", "this.__proto__ === this", "__proto__", "({}).toString() === \"\"",
  "globalThis", "process.exit(1)", "eval(\"true\")", "new Function(\"return true\")()", "import(\"node:fs\")", "await true", "yield true", "(() => { while (true) {} })()", "function f() { return true; }", "class { }",
  "undefined", "null", "1", "\"true\"", "tru\u200be", "tr\u202eue", "\ud800", "true\0", "x", "prototype", "hasOwnProperty(\"x\")", "arguments.length === 0", "super.toString()", "new.target", "/x/.test(\"x\")", "1n === 1n",
  "(false as never)", "true as any", "<any>true", "require(true)", "forall", "forall()", "forall((x) => true)", "forall((x: Sort<\"Other\">, y: Sort<\"Other\">) => x === y)", "(true, true)",
  "// @ts-ignore\n nonsense", "/* @ts-expect-error */ nonsense", "delete this", "void 0", "throw 1", "async () => true", "@lemma true", "#x in this", "this?.x", "candidateof1()", "this.candidateof1()",
  "x".repeat(5000), nested("(", ")", 1900), nested("!(", ")", 900), "!".repeat(3990) + "true", `${"true && ".repeat(400)}true`, `forall((${variables}) => true)`,
];

/** True of everything, or of nothing. */
export const empty = ["true", "!false", "true || false", "implies(false, false)", "implies(true, true)", "1 === 1", "forall((b: boolean) => b || !b)", "(true)", "[true][0]", "/* said */ true // so"];
export const wrong = ["false", "false!", "!true", "1 === 2", "true && false", "forall((b: boolean) => b)", "implies(true, false)", "exists((b: boolean) => b && !b)"];
