#!/usr/bin/env bash
# Compares a stack as it is in AWS with the commit that was deployed to it last, and changes nothing.
#
#   drift.sh <stack> <file>
#
# Exit code: 0 they agree, and the file is empty · 1 they differ, as the file says · 2 they could not be compared; there is no file.
set -euo pipefail
# shellcheck source=.github/scripts/live.sh
. "$(dirname "${BASH_SOURCE[0]}")/live.sh"

stack=${1:-}
report=$(realpath -m "${2:-drift.txt}")

need_stack
commit=$(deployed_commit) || refuse "The history of the stack $stack could not be read."
if [ -z "$commit" ]; then
    : >"$report"
    say "The stack $stack was never deployed from a commit; there is nothing to compare."
    exit 0
fi
read_live || refuse "The state of the stack $stack could not be read."

# A release in progress or rolled back is no drift: each function is compared with the version that serves.
tree="$work/tree"
git worktree add --quiet --detach "$tree" "$commit" ||
    refuse "The commit $commit, which was deployed last, is not in this clone."
trap 'git worktree remove --force "$tree"; rm -rf "$work"' EXIT
cp "$tree/Pulumi.$stack.yaml" "$configuration"
mapfile -t options < <(pins 0)

compared=0
pulumi preview --cwd "$tree" --refresh --expect-no-changes --diff --non-interactive --color never \
    --stack "$stack" --config-file "$configuration" "${options[@]}" >"$report" 2>&1 || compared=$?
cat "$report"
# 7 is Pulumi's own for changes where none were expected; anything else says nothing about the stack.
case $compared in
    0)
        : >"$report"
        say "The stack $stack is as commit $commit describes it."
        ;;
    7)
        say "The stack $stack differs from commit $commit."
        exit 1
        ;;
    *)
        rm -f "$report"
        refuse "The stack $stack could not be compared with commit $commit: Pulumi ended with $compared."
        ;;
esac
