#!/usr/bin/env bash
# Keeps one open issue per drifted stack: opens it, updates it, and closes it when there is no drift.
#
#   issue.sh <stack> <file>   the file contains the drift, or is empty
#
# REPOSITORY  owner/name       RUN_URL  URL of the run that found the drift
# shellcheck disable=SC2016 # The backquotes are Markdown's.
set -euo pipefail

stack=$1 report=$2
title="Drift of $stack"
# GitHub's limit is 65,536 characters.
max_report=60000

number=$(gh issue list --repo "$REPOSITORY" --state open --search "\"$title\" in:title" --json number,title,author |
    jq -r --arg title "$title" 'map(select(.title == $title and .author.is_bot))[0].number // ""')
if [ ! -s "$report" ]; then
    [ -z "$number" ] || gh issue close "$number" --repo "$REPOSITORY" --comment "No longer found: $RUN_URL"
    exit 0
fi

body=$(mktemp)
trap 'rm -f "$body"' EXIT
{
    printf 'The stack `%s` differs from the last deployed commit. Either add the change to the code, ' "$stack"
    printf 'or deploy again to revert it. Found by %s\n\n```diff\n' "$RUN_URL"
    # Escapes fences that would end the code block.
    head -c "$max_report" "$report" | sed 's/^ *```/ &/; s/```/` ` `/g'
    printf '\n```\n'
} >"$body"
if [ -n "$number" ]; then
    gh issue edit "$number" --repo "$REPOSITORY" --body-file "$body"
else
    gh issue create --repo "$REPOSITORY" --title "$title" --body-file "$body"
fi
