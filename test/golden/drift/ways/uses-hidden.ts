export { helper } from "./hidden.test.ts";
