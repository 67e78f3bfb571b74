/** From a compiled spec to what the engines and the oracle work on. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Compiled } from "../frontend/protocol.ts";
import type { Options, Protocol } from "../ir/protocol.ts";
import { instantiatePass } from "../passes/instantiate.ts";
import { type Pass, runPasses } from "../passes/runner.ts";
import type { Sizes } from "../passes/scope.ts";
import { simplifyPass } from "../passes/simplify.ts";
import { unchangingPass } from "../passes/unchanging.ts";
import { vacuityPass } from "../passes/vacuity.ts";
import { withoutMetricsPass } from "../passes/without-metrics.ts";
import { designNamed, readOptions } from "./options.ts";

export interface InstanceOptions {
  /** Sizes of sorts and bounds by name; they override the spec's own scope. */
  readonly scope?: Sizes;
  /** Values of the protocol's options by name; text is read as a value of the option's type. */
  readonly options?: Options;
  /** One of the spec's designs by name: its options, which those given in `options` override. */
  readonly design?: string;
  /** The class to take, where the file has several. */
  readonly protocol?: string;
}

export interface Prepared {
  /** As the spec says it, at the chosen scope: what the interpreter replays and what is shown. */
  readonly instance: Protocol;
  /** The same protocol in fewer words: what does not change is not part of its state, nor what cannot happen. What engines run. */
  readonly model: Protocol;
  /** From the compiler. */
  readonly warnings: readonly Diagnostic[];
}

/** @throws DiagnosticsError where the scope or an option is wrong */
export function prepareCompiled({ protocol, warnings }: Compiled, { scope = {}, options = {}, design }: Omit<InstanceOptions, "protocol">): Prepared {
  let instance = protocol;
  const keep: Pass = {
    name: "keep", needs: ["sized", "antecedents"], gives: [],
    run: (p) => {
      instance = p;
      return p;
    },
  };
  const named = design === undefined ? {} : designNamed(protocol, design).options;
  const choice = { sizes: scope, options: { ...named, ...readOptions(protocol, options) } };
  const model = runPasses(protocol, [instantiatePass(choice), vacuityPass, keep, withoutMetricsPass, simplifyPass, unchangingPass]);
  return { instance, model, warnings };
}
