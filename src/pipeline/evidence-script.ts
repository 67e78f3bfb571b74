/** The script that asks a solver everything again. The list of questions stands in it, so that none can be missing unseen. */
export const checkScript = (goals: readonly { readonly file: string; readonly expected: string }[]): string => `#!/bin/sh
# Asks every question again: SOLVER="cvc5 --enum-inst" sh check.sh. Without SOLVER, z3 with a minute for each.
# Exits 0 if all answers are as expected, 1 if one is not, 2 if a solver or a file is missing, 3 if some have no answer.
cd "$(dirname "$0")" || exit 2
solver=\${SOLVER:-z3 -T:60}
command -v "\${solver%% *}" > /dev/null || { echo "there is no \${solver%% *}"; exit 2; }
good=0 wrong=0 silent=0 missing=0
while read -r expected goal; do
  [ -r "$goal" ] || { echo "$goal: is missing"; missing=$((missing + 1)); continue; }
  answer=$($solver "$goal" 2> /dev/null < /dev/null | head -n 1)
  case "$answer" in
    "$expected") good=$((good + 1)) ;;
    sat|unsat) echo "$goal: $answer, expected $expected"; wrong=$((wrong + 1)) ;;
    *) echo "$goal: no answer, expected $expected"; silent=$((silent + 1)) ;;
  esac
done <<'GOALS'
${goals.map(({ expected, file }) => `${expected} ${file}\n`).join("")}GOALS
echo "$good of ${goals.length} as expected"
[ $wrong = 0 ] || exit 1
[ $missing = 0 ] || exit 2
[ $silent = 0 ] && [ $good -gt 0 ] || exit 3
`;
