#!/usr/bin/env bash
# Puts the plans of a finished run into the one comment that its pull request has of them. It runs with the right to comment, so it
# belongs to the default branch, and it takes nothing from the run but text: which pull request that is, GitHub says.
#
# REPOSITORY  owner/name       RUN_ID, RUN_URL, HEAD_SHA, HEAD_OWNER, HEAD_BRANCH  of the event `workflow_run`
# shellcheck disable=SC2016 # The backquotes are Markdown's.
set -euo pipefail
# shellcheck source=.github/scripts/markdown.sh
. "$(dirname "${BASH_SOURCE[0]}")/markdown.sh"

marker='<!-- workout-plan -->'
# GitHub takes 65,536 characters in a comment.
max_comment=60000
max_artifact=1000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The head may have moved on, or the pull request may be closed: then a later run comments, or none.
numbers=$(gh api --method GET "repos/$REPOSITORY/pulls" --raw-field state=open --raw-field head="$HEAD_OWNER:$HEAD_BRANCH" |
    jq -r --arg sha "$HEAD_SHA" '.[] | select(.head.sha == $sha) | .number')
if [ -z "$numbers" ]; then
    echo "No open pull request has ${HEAD_SHA:0:7} as its head; there is nothing to comment on."
    exit 0
fi

artifacts=$(gh api --method GET "repos/$REPOSITORY/actions/runs/$RUN_ID/artifacts" --raw-field per_page=100)
stacks=(Pulumi.*.yaml)
{
    printf '%s\n### What %s changes\n\nJudged by the commit that it goes to, without credentials; the code of the pull request itself says what it would deploy. [Run](%s)\n' \
        "$marker" "${HEAD_SHA:0:7}" "$RUN_URL"
    for file in "${stacks[@]}"; do
        stack=${file#Pulumi.}
        stack=${stack%.yaml}
        size=$(jq -r --arg name "plan-$stack" '[.artifacts[] | select(.name == $name)][0].size_in_bytes // ""' <<<"$artifacts")
        plan="$work/$stack/plan.md"
        printf '\n'
        if [ -z "$size" ]; then
            printf 'No plan of `%s` was made; the run says why.\n' "$stack"
        elif [ "$size" -gt "$max_artifact" ]; then
            printf 'The plan of `%s` has %s bytes, too many to be looked at here.\n' "$stack" "$size"
        elif gh run download "$RUN_ID" --repo "$REPOSITORY" --name "plan-$stack" --dir "$work/$stack" >&2 &&
            [ -f "$plan" ] && [ ! -L "$plan" ]; then
            limit=$((max_comment / ${#stacks[@]}))
            harmless "$limit" <"$plan"
            [ "$(wc -c <"$plan")" -le "$limit" ] || printf '\nCut here; the run has all of it.\n'
        else
            printf 'The plan of `%s` could not be read.\n' "$stack"
        fi
    done
} >"$work/comment.md"
jq -Rs '{body: .}' "$work/comment.md" >"$work/comment.json"

for number in $numbers; do
    # Whoever writes the marker into a comment of their own does not make it this one.
    own=$(gh api --paginate "repos/$REPOSITORY/issues/$number/comments" | jq -rs --arg marker "$marker" \
        'add // [] | map(select(.user.login == "github-actions[bot]" and (.body | startswith($marker))))[0].id // ""')
    if [ -n "$own" ]; then
        gh api --method PATCH "repos/$REPOSITORY/issues/comments/$own" --input "$work/comment.json" --silent
    else
        gh api --method POST "repos/$REPOSITORY/issues/$number/comments" --input "$work/comment.json" --silent
    fi
done
