# shellcheck shell=bash
# Words to people, and commands that end with the script.

# How the script ends, as the command line does (local/Cli/ExitCode.cs). What it runs to its end gives its own code.
readonly not_done=2

say() { printf '%s\n' "$*" >&2; }
fail() { say "workout: $*"; exit "$not_done"; }

# The command that runs, as the head of a process group of its own: Ctrl-C and a signal to the script alone reach all of it.
running=''

supervised() {
    local code=0
    # With job control a background command gets a group of its own.
    set -m
    "$@" </dev/null &
    running=$!
    set +m
    wait "$running" || code=$?
    running=''
    return $code
}

# Not around supervised: what the script itself says must reach people.
into() {
    local log=$1
    shift
    "$@" >"$log" 2>&1
}

interrupted() {
    local code=$1
    trap '' INT TERM HUP
    if [ -n "$running" ]; then
        kill -TERM -- "-$running" 2>/dev/null || true
        for _ in {1..50}; do
            kill -0 -- "-$running" 2>/dev/null || break
            sleep 0.1
        done
        kill -KILL -- "-$running" 2>/dev/null || true
    fi
    if [ -t 2 ]; then say; fi
    say "workout: stopped before the end."
    exit "$code"
}

trap 'interrupted 130' INT
trap 'interrupted 143' TERM
trap 'interrupted 129' HUP

# Runs a slow command with its name and its time; shows its output only when it fails.
step() {
    local name=$1 log="$logs/${1//[^a-zA-Z0-9]/-}.log" started=$SECONDS
    shift
    mkdir -p "$logs"
    if [ -t 2 ]; then printf '  … %s\r' "$name" >&2; else say "  … $name"; fi
    if ! supervised into "$log" "$@"; then
        say "  ✗ $name failed after $((SECONDS - started)) s; the end of ${log#"$root"/}:"
        tail -n 25 "$log" >&2
        exit "$not_done"
    fi
    say "  ✓ $name ($((SECONDS - started)) s)"
}
