#!/usr/bin/env bash
# Writes the plans of a finished run to a single comment on its pull request. It runs from the default branch, because it may comment,
# and takes only text from the run: the pull request comes from the GitHub API.
#
# REPOSITORY  owner/name       RUN_ID, RUN_URL, HEAD_SHA, HEAD_OWNER, HEAD_BRANCH  of the event `workflow_run`
# shellcheck disable=SC2016 # The backquotes are Markdown's.
set -euo pipefail
# shellcheck source=.github/scripts/markdown.sh
. "$(dirname "${BASH_SOURCE[0]}")/markdown.sh"

marker='<!-- workout-plan -->'
# GitHub's limit is 65,536 characters.
max_comment=60000
max_artifact=1000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# If the head has moved on, a later run comments. If the pull request is closed, none does.
numbers=$(gh api --method GET "repos/$REPOSITORY/pulls" --raw-field state=open --raw-field head="$HEAD_OWNER:$HEAD_BRANCH" |
    jq -r --arg sha "$HEAD_SHA" '.[] | select(.head.sha == $sha) | .number')
if [ -z "$numbers" ]; then
    echo "No open pull request has ${HEAD_SHA:0:7} as its head; there is nothing to comment on."
    exit 0
fi

artifacts=$(gh api --method GET "repos/$REPOSITORY/actions/runs/$RUN_ID/artifacts" --raw-field per_page=100)
stacks=(Pulumi.*.yaml)
{
    printf '%s\n### Plan of %s\n\nEvaluated by the base commit, without credentials. The resource graph comes from the code of the pull request. [Run](%s)\n' \
        "$marker" "${HEAD_SHA:0:7}" "$RUN_URL"
    for file in "${stacks[@]}"; do
        stack=${file#Pulumi.}
        stack=${stack%.yaml}
        size=$(jq -r --arg name "plan-$stack" '[.artifacts[] | select(.name == $name)][0].size_in_bytes // ""' <<<"$artifacts")
        plan="$work/$stack/plan.md"
        printf '\n'
        if [ -z "$size" ]; then
            printf 'The plan of `%s` is missing; see the run.\n' "$stack"
        elif [ "$size" -gt "$max_artifact" ]; then
            printf 'The plan of `%s` is too large: %s bytes.\n' "$stack" "$size"
        elif gh run download "$RUN_ID" --repo "$REPOSITORY" --name "plan-$stack" --dir "$work/$stack" >&2 &&
            [ -f "$plan" ] && [ ! -L "$plan" ]; then
            limit=$((max_comment / ${#stacks[@]}))
            sanitize "$limit" <"$plan"
            [ "$(wc -c <"$plan")" -le "$limit" ] || printf '\nTruncated; the run has the full plan.\n'
        else
            printf 'The plan of `%s` could not be read.\n' "$stack"
        fi
    done
} >"$work/comment.md"
jq -Rs '{body: .}' "$work/comment.md" >"$work/comment.json"

for number in $numbers; do
    # Only a comment by the bot counts: anyone can write the marker.
    own=$(gh api --paginate "repos/$REPOSITORY/issues/$number/comments" | jq -rs --arg marker "$marker" \
        'add // [] | map(select(.user.login == "github-actions[bot]" and (.body | startswith($marker))))[0].id // ""')
    if [ -n "$own" ]; then
        gh api --method PATCH "repos/$REPOSITORY/issues/comments/$own" --input "$work/comment.json" --silent
    else
        gh api --method POST "repos/$REPOSITORY/issues/$number/comments" --input "$work/comment.json" --silent
    fi
done
