/** What the gate can find, and why it matters: the one list from which findings, SARIF rules and the docs are made. */

export const rules = {
  // What was promised
  "invariant-removed": "An invariant, step property, reachable or liveness property of the base is gone.",
  "invariant-weakened": "A property allows states that it did not allow before.",
  "property-changed": "A property has changed in a way that cannot be compared.",
  "property-vacuous": "A property holds because nothing happens.",
  "guard-strengthened": "An action can happen in fewer states than before.",
  "action-removed": "An action of the base is gone.",
  "action-dead": "An action can never happen.",
  "renamed": "Something has another name, and is otherwise what it was.",
  "action-changed": "An action does something else than before.",
  "initial-changed": "The protocol starts in other states than before.",
  "fault-dropped": "A fault that the protocol was subject to is gone, or its budget is smaller.",
  "assumption-added": "The protocol assumes more than before.",
  "constraint-added": "The search leaves out states that it did not leave out before.",
  "scope-shrunk": "A scope, a bound or a type is smaller than before.",
  "option-changed": "The design that is checked by default is another one.",
  "expectation-changed": "What is expected of the spec has changed.",
  "spec-removed": "A spec that guards something is gone.",
  // Verification
  "violated": "A property does not hold.",
  "level-not-reached": "A property is not shown as firmly as the policy asks.",
  "undecided": "It could not be decided within the limits.",
  "spec-invalid": "A spec does not compile.",
  // Implementations
  "action-unbound": "An action of the spec has no implementation.",
  "binding-stale": "The adapter names what the spec does not have.",
  "mutation-outside": "Guarded state is changed from outside the code that is bound to the spec.",
  "diverges": "The implementation does what the spec does not allow.",
  "not-contained": "The implementation did what it may not do, or did not answer.",
  // The gate itself
  "policy-changed": "The rules by which changes are judged have changed.",
  "suppression-added": "The change accepts findings on its own behalf.",
  "suppression-expired": "Somebody's acceptance of a finding is over.",
  "outside-repository": "A path leads out of the repository.",
  "gate-failed": "The gate could not do its work.",
} as const;

export type Rule = keyof typeof rules;

/** What says that something was not done. No person can know what it would have found. */
const notAcceptable: ReadonlySet<Rule> = new Set<Rule>(["undecided", "gate-failed", "outside-repository", "spec-invalid", "not-contained"]);

/** Whether a person may take responsibility for such a finding. */
export const isAcceptable = (rule: Rule): boolean => !notAcceptable.has(rule);
