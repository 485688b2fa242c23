# shellcheck shell=bash
# Messages, and commands that end with the script.

# How the script ends, as the command line does (local/Cli/CommandRunner.cs). A command that it runs to the end gives its own code.
readonly not_done=2

say() { printf '%s\n' "$*" >&2; }
fail() { say "workout: $*"; exit "$not_done"; }

# The commands that run and those that may have left a compiler server behind, each the head of a process group of its own:
# Ctrl-C and a signal to the script alone reach all of them.
groups=()

# Starts a command or a function of the script in the background; its process id is in $!.
start() {
    # With job control a background command gets a group of its own.
    set -m
    "$@" </dev/null &
    set +m
    groups+=("$!")
}

supervised() {
    start "$@"
    wait "$!"
}

# Not around supervised: messages of the script itself must reach people.
into() {
    local log=$1
    shift
    "$@" >"$log" 2>&1
}

# A signal may come between the start of a job and its entry in the list, so the shell's own list counts too.
all_groups() { printf '%s\n' "${groups[@]}" && jobs -p; }

end_groups() {
    local group signal=$1
    for group in $(all_groups); do kill "-$signal" -- "-$group" 2>/dev/null || true; done
    # A compiler server that is stopped leaves its socket.
    rm -f "${TMPDIR:-/tmp}/workout-$$"
}

# return without a number would give the state of before the trap.
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
    say "workout: stopped before the end."
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

# Waits for a step that was begun; whether it ended well.
declare -A codes=()
ended() {
    codes[$1]=0
    wait "${steps[$1]}" || codes[$1]=$?
    return "${codes[$1]}"
}

# Says how a step ended; shows its output only when it failed, and ends the script then.
report() {
    local name=$1 log took
    log=$(log_of "$name")
    took=$(cat "$log.seconds" 2>/dev/null || echo '?')
    if [ "${codes[$name]}" = 0 ]; then
        say "  ✓ $name ($took s)"
    else
        say "  ✗ $name failed after $took s; the end of ${log#"$root"/}:"
        tail -n 25 "$log" >&2
        exit "$not_done"
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
