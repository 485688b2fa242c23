#!/usr/bin/env bash
# Deploys the checked-out commit to a stack: a tenth of the requests for what is new in the functions, a watch of the stack's
# alarms, then all requests for it, or none. Permissions, tables and all else change at once, for old and new versions alike.
#
#   release.sh <stack>               deploy
#   release.sh <stack> --force       deploy though an alarm is on already, which then decides nothing, or a newer commit was deployed
#   release.sh <stack> --roll-back   end a canary that was left: all requests for the stable versions
#
# Exit code: 0 deployed · 1 not deployed, or rolled back · 2 nothing was tried · 130 interrupted.
# An interrupted release is continued by the next one. Nothing, not even --force, deploys what the plan refuses.
set -euo pipefail
# shellcheck source=.github/scripts/live.sh
. "$(dirname "${BASH_SOURCE[0]}")/live.sh"

stack=${1:-} mode=${2:-deploy}
percent=${CANARY_PERCENT:-10}
# The alarms that page need two wrong periods of five minutes out of three: a shorter watch would see nothing.
watch_minutes=${WATCH_MINUTES:-20}
look_seconds=${LOOK_SECONDS:-60}
up_minutes=${UP_MINUTES:-45}
# Looks in a row that may fail before the alarms count as out of sight.
max_blind=3

interrupted() {
    [ -z "$(jobs -p)" ] || kill "$(jobs -p)" 2>/dev/null || true
    say "Interrupted. To go on, release again; to end a canary: $0 $stack --roll-back"
    exit 130
}

# up [option …]: at most as long as it may take, and stopped as by Ctrl-C, on which Pulumi ends what it has begun.
up() {
    timeout --foreground --signal=INT --kill-after=5m "${up_minutes}m" \
        pulumi up --yes --skip-preview --non-interactive --stack "$stack" --config-file "$configuration" "$@" >&2
}

up_pinned() {
    local options
    mapfile -t options < <(pins "$1")
    up "${options[@]}"
}

up_newest() {
    local name options=()
    for name in "${!stable[@]}"; do
        options+=(--config "$(key "$name" StableVersion)=" --config "$(key "$name" CanaryPercent)=0")
    done
    up "${options[@]}"
}

canaries() {
    local name
    for name in $(printf '%s\n' "${!canary[@]}" | sort); do
        [ -z "${canary[$name]}" ] || printf '%s: %s besides %s\n' "$name" "${canary[$name]}" "${stable[$name]}"
    done
}

# One line for each alarm that is on, but for those in $excused: its name, a tab, and its description, which ends with the runbook.
alarms_on() {
    [ ${#alarms[@]} -gt 0 ] || return 0
    # CloudWatch takes a hundred names at once.
    printf '%s\0' "${alarms[@]}" |
        xargs -0 -n 100 aws cloudwatch describe-alarms --region "$region" --output json \
            --alarm-types MetricAlarm CompositeAlarm --alarm-names |
        jq -rs --arg excused "$excused" '($excused | split("\n")) as $excused
            | map((.MetricAlarms // []) + (.CompositeAlarms // [])) | add // []
            | map(select(.StateValue == "ALARM" and ([.AlarmName] | inside($excused) | not)))
            | sort_by(.AlarmName)[] | "\(.AlarmName)\t\(.AlarmDescription // "")"'
}

# Names each canary that no request reached since a time: untried <time>.
untried() {
    local name query sum
    for name in $(printf '%s\n' "${!canary[@]}" | sort); do
        [ -n "${canary[$name]}" ] || continue
        query=$(jq -n --arg function "${function_arn[$name]##*:}" --arg version "${canary[$name]}" '[{Id: "m", MetricStat: {Stat: "Sum", Period: 60,
            Metric: {Namespace: "AWS/Lambda", MetricName: "Invocations", Dimensions: [{Name: "FunctionName", Value: $function},
                {Name: "Resource", Value: "\($function):live"}, {Name: "ExecutedVersion", Value: $version}]}}}]')
        sum=$(aws cloudwatch get-metric-data --region "$region" --output json --start-time "$1" --end-time "$(date -u +%FT%TZ)" \
            --metric-data-queries "$query" | jq '[.MetricDataResults[].Values[]] | add // 0') || sum=unknown
        [ "$sum" != 0 ] || printf '%s %s\n' "$name" "${canary[$name]}"
        [ "$sum" != unknown ] || say "The invocations of $name could not be read."
    done
}

# Watches until the time is over. On a failure $verdict says why.
watch() {
    local look looks=$((watch_minutes * 60 / look_seconds)) blind=0 on
    for ((look = 1; look <= looks; look++)); do
        sleep "$look_seconds" &
        wait $!
        if ! on=$(alarms_on); then
            blind=$((blind + 1))
            [ "$blind" -le "$max_blind" ] || break
        elif [ -n "$on" ]; then
            verdict=$'An alarm is on:\n'$on
            return 1
        else
            blind=0
        fi
    done
    verdict="The alarms cannot be read any more."
    [ "$blind" = 0 ]
}

# roll_back <why>: twice, as a call to AWS may fail for a moment.
roll_back() {
    local name
    say "$1"
    if up_pinned 0 || up_pinned 0; then
        say "Rolled back: all requests for the versions that served before. The next release tries the newest ones again, on a share of the requests."
        exit 1
    fi
    say "The roll-back failed as well. Do it by hand, then mend the stack:"
    for name in $(printf '%s\n' "${!stable[@]}" | sort); do
        say "aws lambda update-alias --region $region --function-name ${function_arn[$name]} --name live --function-version ${stable[$name]} --routing-config AdditionalVersionWeights={}"
    done
    exit 1
}

# A stage that logs needs the role by which API Gateway logs. All APIs of an account and region share it, so a stack sets it only
# where it is told to.
need_logging_role() {
    local settings role
    settings=$(pulumi config --json --stack "$stack" --config-file "$configuration") || refuse "The settings of the stack $stack could not be read; nothing was changed."
    [ "$(jq -r '.["workout-log:apiManageAccountLogging"].value' <<<"$settings")" != true ] || return 0
    role=$(aws apigateway get-account --region "$(jq -r '.["aws:region"].value // env.AWS_REGION' <<<"$settings")" --query cloudwatchRoleArn --output text) ||
        refuse "The account's settings of API Gateway could not be read; nothing was changed."
    [ "$role" != None ] || refuse "API Gateway has no role to log with in this account and region; nothing was changed.
Fix: pulumi config set apiManageAccountLogging true --stack $stack"
}

# What this commit changes since the one that is deployed, judged as in a pull request, but with the waivers that were merged.
judge() {
    local refused=0
    [ -n "$last" ] || return 0
    ./workout plan --base "$last" --stack "$stack" >&2 || refused=$?
    [ "$refused" != 1 ] || { say "Not deployed: the plan refuses what this commit changes since ${last:0:7}, which is deployed. Merge a waiver first: docs/plan.md."; exit 1; }
    [ "$refused" = 0 ] || refuse "What this commit changes since ${last:0:7} could not be judged; nothing was changed."
}

need_stack
trap interrupted INT TERM
read_live || refuse "The state of the stack $stack could not be read; nothing was changed."
if [ "$mode" != --roll-back ]; then
    last=$(deployed_commit) || refuse "The commit that was deployed last could not be read; nothing was changed."
fi
case $mode in
    deploy)
        # Who approves in another order than commits were made would put an older one over a newer one.
        commit=$(git rev-parse HEAD)
        if [ -n "$last" ] && [ "$last" != "$commit" ] && git merge-base --is-ancestor "$commit" "$last"; then
            refuse "Commit ${commit:0:7} is older than ${last:0:7}, which was deployed last. If that is meant: $0 $stack --force"
        fi
        ;;
    --force) ;;
    --roll-back)
        [ -n "$(canaries)" ] || refuse "There is no canary to end."
        if up_pinned 0; then say "Ended the canary: $(canaries)"; else roll_back "The canary could not be ended."; fi
        exit 0
        ;;
    *) refuse "\"$mode\" is no way to release: $0 <stack> [--force | --roll-back]" ;;
esac

judge
if [ ${#stable[@]} = 0 ]; then
    need_logging_role
    up || { say "The deployment failed."; exit 1; }
    say "Deployed, without a canary: there is no function whose version this release may choose."
    exit 0
fi

excused="" before=$(canaries)
[ -z "$before" ] || say "Goes on from a canary that was left: $before"
on=$(alarms_on) || refuse "The alarms could not be read; nothing was changed."
if [ -n "$on" ] && [ "$mode" != --force ]; then
    say "Not deployed: an alarm is on already, and would say nothing about what is new. If this release mends it: $0 $stack --force
$on"
    exit 1
fi
excused=$(cut -f 1 <<<"$on")

if ! up_pinned "$percent"; then
    read_live || say "The aliases could not be read."
    [ -z "$(canaries)" ] || roll_back "The deployment failed half-way, with a canary: $(canaries)"
    say "The deployment failed. No request reaches a new version."
    exit 1
fi
read_live || roll_back "What the deployment made could not be read."
if [ -z "$(canaries)" ]; then
    say "Deployed. No function changed, so there was nothing to watch."
    exit 0
fi

say "$percent % of the requests for $(canaries)"
say "Watching ${#alarms[@]} alarms for $watch_minutes minutes."
since=$(date -u +%FT%TZ)
watch || roll_back "$verdict"
nothing=$(untried "$since")
up_newest || { say "No alarm came on, but the last step failed: the canary stays. Release again to go on."; exit 1; }
say "Deployed: no alarm came on, and all requests reach the new versions."
[ -z "$nothing" ] || say "Nothing was tested of these, which no request reached in that time:
$nothing"
