#!/usr/bin/env bash
# Live state of a stack: its functions, their live versions and its alarms. Sourced by the other scripts, after they have set `stack`.
# The alias is authoritative: settings of an earlier run are lost with its checkout.
# shellcheck disable=SC2034 # The variables are for the scripts that source this one.

# For each function that a release may change: its ARN, its stable version, and the canary version ("" without one).
declare -A function_arn=() stable=() canary=()
alarms=() region=""

# Retries of the AWS CLI.
export AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=8

say() {
    printf '%s\n' "$*" >&2
    [ -z "${GITHUB_STEP_SUMMARY:-}" ] || printf '%s\n\n' "$*" >>"$GITHUB_STEP_SUMMARY"
}

# Fails before any change: exit code 2.
refuse() {
    say "$*"
    exit 2
}

need_stack() {
    local tool
    [ -n "${stack:-}" ] || refuse "The stack is missing. Usage: $0 <stack>"
    [ -f "Pulumi.$stack.yaml" ] || refuse "Unknown stack \"$stack\": no Pulumi.$stack.yaml in $PWD."
    for tool in aws pulumi jq; do
        command -v "$tool" >/dev/null || refuse "$tool is missing."
    done
    # A copy, so that pulumi up does not change the committed settings.
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    configuration="$work/Pulumi.$stack.yaml"
    cp "Pulumi.$stack.yaml" "$configuration"
}

# Setting key of a function: key ProcessWorkout StableVersion
key() { printf '%s%s' "${1,}" "$2"; }

# Sets the variables above; all are empty before the first deployment. A second call updates canaries and alarms, but keeps the stable
# versions of the first call.
read_live() {
    local outputs committed functions names name arn alias_json
    outputs=$(pulumi stack output --json --stack "$stack") || return
    committed=$(pulumi config --json --stack "$stack" --config-file "Pulumi.$stack.yaml") || return
    functions=$(jq -r '.functionAliasArns // {} | to_entries[] | "\(.key) \(.value)"' <<<"$outputs") || return
    names=$(jq -r '.alarmArns // [] | .[] | sub("^.*:alarm:"; "")' <<<"$outputs") || return
    mapfile -t alarms < <(printf '%s' "$names")
    while read -r name arn; do
        [ -n "$name" ] || continue
        # A release does not change a function whose version is pinned in the committed settings.
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

# Prints the last deployed commit, or nothing. The default page has ten updates, all of which may have failed.
deployed_commit() {
    pulumi stack history --stack "$stack" --json --page-size 1000 |
        jq -r 'map(select(.kind == "update" and .result == "succeeded"))[0].environment["git.head"] // ""'
}

# Prints the options that pin each function to its stable version: pins <canary percent>
pins() {
    local name
    for name in "${!stable[@]}"; do
        printf '%s\n' --config "$(key "$name" StableVersion)=${stable[$name]}" --config "$(key "$name" CanaryPercent)=$1"
    done
}
