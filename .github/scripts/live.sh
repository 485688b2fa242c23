#!/usr/bin/env bash
# What a stack is and which versions of its functions serve now. Sourced by the other scripts, after they have set `stack`.
# The alias is the truth: what a configuration once said is gone with the checkout that it stood in.
# shellcheck disable=SC2034 # The variables are for the scripts that source this one.

# Of each function that a release may move: its ARN, the version with the most requests, and the canary's ("" without one).
declare -A function_arn=() stable=() canary=()
alarms=() region=""

# The CLI's own tries; beyond them a call has failed.
export AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=8

say() {
    printf '%s\n' "$*" >&2
    [ -z "${GITHUB_STEP_SUMMARY:-}" ] || printf '%s\n\n' "$*" >>"$GITHUB_STEP_SUMMARY"
}

# What could not even be begun: exit code 2.
refuse() {
    say "$*"
    exit 2
}

need_stack() {
    local tool
    [ -n "${stack:-}" ] || refuse "Name the stack: $0 <stack>"
    [ -f "Pulumi.$stack.yaml" ] || refuse "There is no stack \"$stack\": no Pulumi.$stack.yaml in $PWD."
    for tool in aws pulumi jq; do
        command -v "$tool" >/dev/null || refuse "$tool is missing."
    done
    # A copy, so that what a run sets stays out of the working tree, and the next run finds the settings as they were committed.
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    configuration="$work/Pulumi.$stack.yaml"
    cp "Pulumi.$stack.yaml" "$configuration"
}

# The key of a function's setting: key ProcessWorkout StableVersion
key() { printf '%s%s' "${1,}" "$2"; }

# Sets the variables above, which all stay empty before the first deployment. A second call finds new canaries and alarms, and
# leaves the stable versions as they were found first.
read_live() {
    local outputs committed functions names name arn alias_json
    outputs=$(pulumi stack output --json --stack "$stack") || return
    committed=$(pulumi config --json --stack "$stack" --config-file "Pulumi.$stack.yaml") || return
    functions=$(jq -r '.functionAliasArns // {} | to_entries[] | "\(.key) \(.value)"' <<<"$outputs") || return
    names=$(jq -r '.alarmArns // [] | .[] | sub("^.*:alarm:"; "")' <<<"$outputs") || return
    mapfile -t alarms < <(printf '%s' "$names")
    while read -r name arn; do
        [ -n "$name" ] || continue
        # A version that is pinned in the committed settings stays: a release leaves such a function alone.
        if jq -e --arg key ":$(key "$name" StableVersion)" \
            'any(to_entries[]; (.key | endswith($key)) and (.value.value // "") != "")' <<<"$committed" >/dev/null; then
            continue
        fi
        region=$(cut -d: -f4 <<<"$arn")
        alias_json=$(aws lambda get-alias --region "$region" --function-name "${arn%:*}" --name "${arn##*:}" --output json) || return
        function_arn[$name]=${arn%:*}
        stable[$name]=${stable[$name]:-$(jq -r .FunctionVersion <<<"$alias_json")}
        canary[$name]=$(jq -r '.RoutingConfig.AdditionalVersionWeights // {} | keys | join(" ")' <<<"$alias_json")
    done <<<"$functions"
}

# Prints the commit that was deployed last; nothing when none was. The usual page is of ten updates, all of which may have failed.
deployed_commit() {
    pulumi stack history --stack "$stack" --json --page-size 1000 |
        jq -r 'map(select(.kind == "update" and .result == "succeeded"))[0].environment["git.head"] // ""'
}

# Prints the options that pin each function to the version that serves now: pins <percent for the newest>
pins() {
    local name
    for name in "${!stable[@]}"; do
        printf '%s\n' --config "$(key "$name" StableVersion)=${stable[$name]}" --config "$(key "$name" CanaryPercent)=$1"
    done
}
