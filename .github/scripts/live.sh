#!/usr/bin/env bash
# What a stack is and which versions of its functions serve now. Sourced by the other scripts, after they have set `stack`.
# The alias is the truth: what a configuration once said is gone with the checkout that it stood in.

# Of each function that a release may move: its ARN, the version with the most requests, and the canary's ("" without one).
declare -A function_arn=() stable=() canary=()
alarms=()

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

# Sets function_arn, stable, canary and alarms; all stay empty before the first deployment.
read_live() {
    local outputs committed name arn alias_json
    outputs=$(pulumi stack output --json --stack "$stack") || return
    committed=$(pulumi config --json --stack "$stack" --config-file "Pulumi.$stack.yaml") || return
    function_arn=() stable=() canary=()
    mapfile -t alarms < <(jq -r '.alarmArns // [] | .[] | sub("^.*:alarm:"; "")' <<<"$outputs")
    while IFS=$'\t' read -r name arn; do
        # A version that is pinned in the committed settings stays: a release leaves such a function alone.
        if jq -e --arg key ":$(key "$name" StableVersion)" \
            'any(to_entries[]; (.key | endswith($key)) and (.value.value // "") != "")' <<<"$committed" >/dev/null; then
            continue
        fi
        alias_json=$(aws lambda get-alias --region "$(cut -d: -f4 <<<"$arn")" --output json \
            --function-name "${arn%:*}" --name "${arn##*:}") || return
        function_arn[$name]=${arn%:*}
        stable[$name]=$(jq -r .FunctionVersion <<<"$alias_json")
        canary[$name]=$(jq -r '.RoutingConfig.AdditionalVersionWeights // {} | keys | join(" ")' <<<"$alias_json")
    done < <(jq -r '.functionAliasArns // {} | to_entries[] | [.key, .value] | @tsv' <<<"$outputs")
}

# Prints the options that pin each function to the version that serves now: pins <percent for the newest>
pins() {
    local name
    for name in "${!stable[@]}"; do
        printf '%s\n' --config "$(key "$name" StableVersion)=${stable[$name]}" --config "$(key "$name" CanaryPercent)=$1"
    done
}
