# Sourced by the doubles of command-line tools. They stand first on the PATH of a script under test, write down how they were called,
# and act on a world of a few files, $WORLD:
#
#   alias/<Function>     what `live` points at, as Lambda tells it
#   newest/<Function>    the version that the next deployment publishes
#   alarms/<n>           what CloudWatch answers from the n-th look on, the first being 0; the word FAIL for no answer
#   invocations          what CloudWatch answers of a canary's invocations; nothing for no answer
#   plan                 the exit code of `./workout plan`; nothing for 0
#   logging-role         the role by which API Gateway logs, as the AWS CLI prints it
#   outputs, config, history   what Pulumi answers
#   stacks               the stacks that Pulumi lists; settings is the file of the stack that a script selects
#   up/<n>               how the n-th deployment ends: "before" or "after" it has moved the aliases
#   drift                what a preview finds, with Pulumi's exit code in its first line
#   artifacts/<name>/    what a run has uploaded
#   github/<path>        what GitHub's API answers, slashes as dashes
# shellcheck shell=bash
set -euo pipefail

printf '%s' "$(basename "$0")" >>"$WORLD/calls"
for argument in "$@"; do printf ' %s' "${argument//$TMPDIR\/tmp.*\//…/}" >>"$WORLD/calls"; done
printf '\n' >>"$WORLD/calls"

# The value behind an option: option --name "$@"
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
    echo "$(basename "$0"): nobody expected: $*" >&2
    exit 99
}

# Counts the calls of a kind: prints how many there were before.
count() {
    local seen
    seen=$(cat "$WORLD/count-$1" 2>/dev/null || echo 0)
    echo $((seen + 1)) >"$WORLD/count-$1"
    echo "$seen"
}
