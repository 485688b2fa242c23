# shellcheck shell=bash
# Messages and child processes.

# Exit code of a command that could not run, as in local/Cli/CommandRunner.cs. A completed command returns its own code.
readonly exit_error=2

say() { printf '%s\n' "$*" >&2; }
fail() { say "workout: $*"; exit "$exit_error"; }

# Running commands, and those that may have left a compiler server running. Each leads its own process group, so that Ctrl-C or a
# signal to the script alone reaches all of them.
groups=()

# Starts a command or a function of the script in the background; its process id is in $!.
start() {
    # With job control a background command gets its own process group.
    set -m
    "$@" </dev/null &
    set +m
    groups+=("$!")
}

supervised() {
    start "$@"
    wait "$!"
}

# Do not wrap supervised in it: messages of the script itself must be visible.
into() {
    local log=$1
    shift
    # A server that a build leaves behind must not keep the lock of the builds.
    "$@" >"$log" 2>&1 9>&-
}

# Includes the shell's own list: a signal may arrive before a job is in the list.
all_groups() { printf '%s\n' "${groups[@]}" && jobs -p; }

end_groups() {
    local group signal=$1
    for group in $(all_groups); do kill "-$signal" -- "-$group" 2>/dev/null || true; done
    # A stopped compiler server leaves its socket.
    rm -f "${TMPDIR:-/tmp}/workout-$$"
}

# return without a number would return the status from before the trap.
any_group() {
    local group
    for group in $(all_groups); do kill -0 -- "-$group" 2>/dev/null && return 0; done
    return 1
}

interrupted() {
    local code=$1
    trap '' INT TERM HUP
    end_groups TERM
    for _ in {1..50}; do
        any_group || break
        sleep 0.1
    done
    end_groups KILL
    if [ -t 2 ]; then say; fi
    say "workout: interrupted."
    exit "$code"
}

trap 'interrupted 130' INT
trap 'interrupted 143' TERM
trap 'interrupted 129' HUP
# A compiler server outlives the build that started it.
trap 'end_groups TERM' EXIT

log_of() { echo "$logs/${1//[^a-zA-Z0-9]/-}.log"; }

timed() {
    local log=$1 started=$SECONDS code=0
    shift
    "$@" || code=$?
    echo $((SECONDS - started)) >"$log.seconds"
    return $code
}

# Starts a slow command with its name; finish waits for it.
declare -A steps=()
begin() {
    local name=$1 log
    shift
    log=$(log_of "$name")
    mkdir -p "$logs"
    say "  … $name"
    start into "$log" timed "$log" "$@"
    steps[$name]=$!
}

# Waits for a started step; returns its exit code.
declare -A codes=()
ended() {
    codes[$1]=0
    wait "${steps[$1]}" || codes[$1]=$?
    return "${codes[$1]}"
}

# Reports the result of a step; if it failed, prints the end of its output and exits.
report() {
    local name=$1 log took
    log=$(log_of "$name")
    took=$(cat "$log.seconds" 2>/dev/null || echo '?')
    if [ "${codes[$name]}" = 0 ]; then
        say "  ✓ $name ($took s)"
    else
        say "  ✗ $name failed after $took s; the end of ${log#"$root"/}:"
        tail -n 25 "$log" >&2
        exit "$exit_error"
    fi
}

finish() {
    local name
    for name in "$@"; do
        ended "$name" || true
        report "$name"
    done
}

step() {
    begin "$@"
    finish "$1"
}
