#!/usr/bin/env bash
# Deploys the checked-out commit to a stack: new function versions get 10 % of the requests while the stack's alarms are watched, then
# all requests or none. Permissions, tables and everything else change at once, for old and new versions.
#
#   release.sh <stack>               deploy
#   release.sh <stack> --force       deploy despite an active alarm, which is then ignored, or over a newer commit
#   release.sh <stack> --roll-back   end a remaining canary: all requests go to the stable versions
#
# Exit code: 0 deployed · 1 not deployed, or rolled back · 2 nothing was changed · 130 interrupted.
# The next release continues an interrupted one. A change that the plan rejects is never deployed, not even with --force.
set -euo pipefail
# shellcheck source=.github/scripts/live.sh
. "$(dirname "${BASH_SOURCE[0]}")/live.sh"

stack=${1:-} mode=${2:-deploy}
percent=${CANARY_PERCENT:-10}
# Paging alarms need 2 of 3 five-minute periods: a shorter watch would see nothing.
watch_minutes=${WATCH_MINUTES:-20}
look_seconds=${LOOK_SECONDS:-60}
up_minutes=${UP_MINUTES:-45}
# Consecutive failed reads of the alarms that are tolerated.
max_blind=3

interrupted() {
    [ -z "$(jobs -p)" ] || kill "$(jobs -p)" 2>/dev/null || true
    say "Interrupted. To continue, release again. To end a canary: $0 $stack --roll-back"
    exit 130
}

# up [option …]: with a time limit. SIGINT makes Pulumi finish the operations in progress.
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
        [ -z "${canary[$name]}" ] || printf '%s: %s, stable %s\n' "$name" "${canary[$name]}" "${stable[$name]}"
    done
}

# One line per active alarm that is not in $excused: its name, a tab, and its description, which ends with the runbook.
alarms_on() {
    [ ${#alarms[@]} -gt 0 ] || return 0
    # CloudWatch accepts up to 100 names per call.
    printf '%s\0' "${alarms[@]}" |
        xargs -0 -n 100 aws cloudwatch describe-alarms --region "$region" --output json \
            --alarm-types MetricAlarm CompositeAlarm --alarm-names |
        jq -rs --arg excused "$excused" '($excused | split("\n")) as $excused
            | map((.MetricAlarms // []) + (.CompositeAlarms // [])) | add // []
            | map(select(.StateValue == "ALARM" and ([.AlarmName] | inside($excused) | not)))
            | sort_by(.AlarmName)[] | "\(.AlarmName)\t\(.AlarmDescription // "")"'
}

# Lists each canary without requests since a time: untried <time>.
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

# Watches the alarms. On failure $verdict has the reason.
watch() {
    local look looks=$((watch_minutes * 60 / look_seconds)) blind=0 on
    for ((look = 1; look <= looks; look++)); do
        sleep "$look_seconds" &
        wait $!
        if ! on=$(alarms_on); then
            blind=$((blind + 1))
            [ "$blind" -le "$max_blind" ] || break
        elif [ -n "$on" ]; then
            verdict=$'Active alarm:\n'$on
            return 1
        else
            blind=0
        fi
    done
    verdict="The alarms can no longer be read."
    [ "$blind" = 0 ]
}

# roll_back <reason>: tries twice, because an AWS call may fail temporarily.
roll_back() {
    local name
    say "$1"
    if up_pinned 0 || up_pinned 0; then
        say "Rolled back: all requests go to the previous versions. The next release tries the newest versions again, as a canary."
        exit 1
    fi
    say "The roll-back failed. Roll back with these commands, then fix the stack:"
    for name in $(printf '%s\n' "${!stable[@]}" | sort); do
        say "aws lambda update-alias --region $region --function-name ${function_arn[$name]} --name live --function-version ${stable[$name]} --routing-config AdditionalVersionWeights={}"
    done
    exit 1
}

# A stage with access logs needs API Gateway's logging role. All APIs of an account and region share it, so a stack sets it only if
# configured.
need_logging_role() {
    local settings role
    settings=$(pulumi config --json --stack "$stack" --config-file "$configuration") || refuse "The settings of the stack $stack could not be read; nothing was changed."
    [ "$(jq -r '.["workout-log:apiManageAccountLogging"].value' <<<"$settings")" != true ] || return 0
    role=$(aws apigateway get-account --region "$(jq -r '.["aws:region"].value // env.AWS_REGION' <<<"$settings")" --query cloudwatchRoleArn --output text) ||
        refuse "API Gateway's account settings could not be read; nothing was changed."
    [ "$role" != None ] || refuse "API Gateway has no logging role in this account and region; nothing was changed.
Fix: pulumi config set apiManageAccountLogging true --stack $stack"
}

# Applies the deployment policy to the changes since the deployed commit, as for a pull request, with the merged waivers.
check_plan() {
    local refused=0
    [ -n "$last" ] || return 0
    ./workout plan --base "$last" --stack "$stack" >&2 || refused=$?
    [ "$refused" != 1 ] || { say "Not deployed: the plan rejects the changes since the deployed commit ${last:0:7}. Fix: merge a waiver, docs/plan.md."; exit 1; }
    [ "$refused" = 0 ] || refuse "The changes since the deployed commit ${last:0:7} could not be evaluated; nothing was changed."
}

need_stack
trap interrupted INT TERM
read_live || refuse "The state of the stack $stack could not be read; nothing was changed."
if [ "$mode" != --roll-back ]; then
    last=$(deployed_commit) || refuse "The last deployed commit could not be read; nothing was changed."
fi
case $mode in
    deploy)
        # Approvals out of order would replace a newer commit with an older one.
        commit=$(git rev-parse HEAD)
        if [ -n "$last" ] && [ "$last" != "$commit" ] && git merge-base --is-ancestor "$commit" "$last"; then
            refuse "Commit ${commit:0:7} is older than the deployed commit ${last:0:7}. To deploy it anyway: $0 $stack --force"
        fi
        ;;
    --force) ;;
    --roll-back)
        [ -n "$(canaries)" ] || refuse "There is no canary to end."
        if up_pinned 0; then say "Ended the canary: $(canaries)"; else roll_back "The canary could not be ended."; fi
        exit 0
        ;;
    *) refuse "Unknown option \"$mode\". Usage: $0 <stack> [--force | --roll-back]" ;;
esac

check_plan
if [ ${#stable[@]} = 0 ]; then
    need_logging_role
    up || { say "The deployment failed."; exit 1; }
    say "Deployed without a canary: no function version is managed by this release."
    exit 0
fi

excused="" before=$(canaries)
[ -z "$before" ] || say "Continues from an existing canary: $before"
on=$(alarms_on) || refuse "The alarms could not be read; nothing was changed."
if [ -n "$on" ] && [ "$mode" != --force ]; then
    say "Not deployed: an alarm is already active, so the canary could not be evaluated. If this release fixes the cause: $0 $stack --force
$on"
    exit 1
fi
excused=$(cut -f 1 <<<"$on")

if ! up_pinned "$percent"; then
    read_live || say "The aliases could not be read."
    [ -z "$(canaries)" ] || roll_back "The deployment failed with an active canary: $(canaries)"
    say "The deployment failed. No requests go to a new version."
    exit 1
fi
read_live || roll_back "The state after the deployment could not be read."
if [ -z "$(canaries)" ]; then
    say "Deployed. No function changed, so there is no canary."
    exit 0
fi

say "Canary with $percent % of the requests: $(canaries)"
say "Watching ${#alarms[@]} alarms for $watch_minutes minutes."
since=$(date -u +%FT%TZ)
watch || roll_back "$verdict"
nothing=$(untried "$since")
up_newest || { say "No alarm became active, but the last step failed: the canary remains. To continue, release again."; exit 1; }
say "Deployed: no alarm became active, and all requests go to the new versions."
[ -z "$nothing" ] || say "Not tested, because no request reached the canary:
$nothing"
