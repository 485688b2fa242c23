#!/usr/bin/env bash
# Compares a stack in AWS with the last deployed commit. Changes nothing.
#
#   drift.sh <stack> <file>
#
# Exit code: 0 no drift, the file is empty · 1 drift, listed in the file · 2 the comparison failed, there is no file.
set -euo pipefail
# shellcheck source=.github/scripts/live.sh
. "$(dirname "${BASH_SOURCE[0]}")/live.sh"

stack=${1:-}
report=$(realpath -m "${2:-drift.txt}")

need_stack
commit=$(deployed_commit) || refuse "The history of the stack $stack could not be read."
if [ -z "$commit" ]; then
    : >"$report"
    say "The stack $stack has no deployed commit; nothing to compare."
    exit 0
fi
read_live || refuse "The state of the stack $stack could not be read."

# A release in progress or rolled back is not drift: each function is compared with its live version.
tree="$work/tree"
git worktree add --quiet --detach "$tree" "$commit" ||
    refuse "The last deployed commit $commit is not in this clone."
trap 'git worktree remove --force "$tree"; rm -rf "$work"' EXIT
cp "$tree/Pulumi.$stack.yaml" "$configuration"
mapfile -t options < <(pins 0)

compared=0
pulumi preview --cwd "$tree" --refresh --expect-no-changes --diff --non-interactive --color never \
    --stack "$stack" --config-file "$configuration" "${options[@]}" >"$report" 2>&1 || compared=$?
cat "$report"
# 7 is Pulumi's exit code for unexpected changes; any other code is a failure.
case $compared in
    0)
        : >"$report"
        say "The stack $stack matches commit $commit."
        ;;
    7)
        say "The stack $stack differs from commit $commit."
        exit 1
        ;;
    *)
        rm -f "$report"
        refuse "The stack $stack could not be compared with commit $commit: Pulumi exited with $compared."
        ;;
esac
