#!/usr/bin/env bash
# Keeps one open issue for each stack that has drifted: opens it, brings it up to date, closes it when stack and commit agree again.
#
#   issue.sh <stack> <file>   the file holds the drift that was found, or nothing
#
# REPOSITORY  owner/name       RUN_URL  where it was found
# shellcheck disable=SC2016 # The backquotes are Markdown's.
set -euo pipefail

stack=$1 report=$2
title="Drift of $stack"
# GitHub takes 65,536 characters in an issue.
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
    printf 'The stack `%s` is not as the commit that was deployed to it last describes it. Either take the change into the code, ' "$stack"
    printf 'or deploy again, which undoes it. Found by %s\n\n```diff\n' "$RUN_URL"
    # What would end the block stays within it.
    head -c "$max_report" "$report" | sed 's/^ *```/ &/; s/```/` ` `/g'
    printf '\n```\n'
} >"$body"
if [ -n "$number" ]; then
    gh issue edit "$number" --repo "$REPOSITORY" --body-file "$body"
else
    gh issue create --repo "$REPOSITORY" --title "$title" --body-file "$body"
fi
