# Sourced by the test doubles of command-line tools. They are first on the PATH of a script under test, record their calls, and act on
# the files of a world, $WORLD:
#
#   alias/<Function>     versions that `live` points to, in the format of Lambda
#   newest/<Function>    the version that the next deployment publishes
#   alarms/<n>           response of CloudWatch from the n-th read on, starting at 0; FAIL for an error
#   invocations          response of CloudWatch for a canary's invocations; empty for no response
#   plan                 exit code of `./workout plan`; missing for 0
#   logging-role         logging role of API Gateway, as the AWS CLI prints it
#   outputs, config, history   responses of Pulumi
#   stacks               stacks that Pulumi lists; settings is the file of the stack that a script selects
#   up/<n>               failure of the n-th deployment: "before" or "after" it moves the aliases
#   drift                output of a preview, with Pulumi's exit code in the first line
#   artifacts/<name>/    artifacts of a run
#   github/<path>        responses of GitHub's API, with slashes as dashes
# shellcheck shell=bash
set -euo pipefail

printf '%s' "${0##*/}" >>"$WORLD/calls"
for argument in "$@"; do printf ' %s' "${argument//$TMPDIR\/tmp.*\//…/}" >>"$WORLD/calls"; done
printf '\n' >>"$WORLD/calls"

# The value of an option: option --name "$@"
option() {
    local name=$1
    shift
    while [ $# -gt 0 ]; do
        if [ "$1" = "$name" ]; then
            printf '%s' "$2"
            return
        fi
        shift
    done
}

unexpected() {
    echo "${0##*/}: unexpected call: $*" >&2
    exit 99
}

# Counts calls of a kind: prints the number of earlier calls.
count() {
    local seen=0
    [ ! -e "$WORLD/count-$1" ] || seen=$(<"$WORLD/count-$1")
    echo $((seen + 1)) >"$WORLD/count-$1"
    echo "$seen"
}
