# shellcheck shell=bash
# All tests.

# Sums the counters of all test projects: "N passed, N failed". Executed tests that did not pass have failed; skipped tests are not executed.
summary() {
    cat "$@" | grep -oE '<Counters [^>]*>' | awk '
        { match($0, /passed="[0-9]+"/); passed += substr($0, RSTART + 8, RLENGTH - 9)
          match($0, /executed="[0-9]+"/); executed += substr($0, RSTART + 10, RLENGTH - 11) }
        END { printf "%d passed, %d failed\n", passed, executed - passed }'
}

# The ten slowest tests: seconds and name.
slowest() {
    cat "$@" | grep -oE '<UnitTestResult [^>]*>' | awk '
        { match($0, /testName="[^"]*"/); name = substr($0, RSTART + 10, RLENGTH - 11)
          match($0, /duration="[^"]*"/); split(substr($0, RSTART + 10, RLENGTH - 11), t, ":"); printf "%7.1f s  %s\n", t[1] * 3600 + t[2] * 60 + t[3], name }' |
        sort -rn | sed -n 1,10p
}

# The failed tests, each with the start of its message.
failures() {
    cat "$@" | awk -v RS='<UnitTestResult ' '
        /^[^>]*outcome="Failed"/ {
            match($0, /testName="[^"]*"/); print "✗ " substr($0, RSTART + 10, RLENGTH - 11)
            message = $0; sub(/.*<Message>/, "", message); sub(/<\/Message>.*/, "", message)
            count = split(message, lines, "\n"); for (i = 1; i <= count && i <= 12; i++) print "    " lines[i]
        }' | sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#xD;//g; s/&amp;/\&/g'
}

# The summary line of a test project, or the end of its output if there is none.
outcome() {
    local log
    log=$(log_of "$1")
    grep -E '^(Passed|Failed)! ' "$log" || { echo "$1"; tail -n 10 "$log"; }
}

test_project() {
    local project=$1 name
    name=$(basename "$project" .csproj)
    shift
    # A background run ignores SIGINT; the tests of Ctrl-C need the default.
    env --default-signal=INT "${build_environment[@]}" dotnet test "$project" --no-build --nologo -v q --logger "trx;LogFileName=$name.trx" --results-directory "$root/artifacts/tests" "$@"
}

# Waits for a started test project, and reports its result.
passes() {
    if ended "$1"; then say "  ✓ $(outcome "$1")"; else say "  ✗ $(outcome "$1")"; return 1; fi
}

run_tests() {
    local results="$root/artifacts/tests" longest="test WorkoutLog.Local.Tests" failed=0 project name begun=()
    need java npm git curl chromium boto3 shellcheck jq
    setup test
    offer_linker
    if ! fetched; then begin_with begun 'fetch DynamoDB Local and the charts' fetch; fi
    if functions_are_old; then begin_with begun 'package the functions' mark_before "$state/built-functions" package_functions; fi
    stand_ins
    build_step 'build the tests' "$state/built-tests" compile build "$root/WorkoutLog.sln" -nologo -v q --no-restore
    [ ${#begun[@]} = 0 ] || finish "${begun[@]}"
    unlock_builds
    rm -rf "$results"
    # The longest in parallel with the others, which run one after the other: more parallel runs cause timeouts.
    begin "$longest" test_project "$root/tests/local/WorkoutLog.Local.Tests.csproj" "$@"
    for project in "$root"/tests/*/*.csproj; do
        name="test $(basename "$project" .csproj)"
        [ "$name" != "$longest" ] || continue
        begin "$name" test_project "$project" "$@"
        passes "$name" || failed=1
    done
    passes "$longest" || failed=1
    if [ "$failed" != 0 ]; then
        failures "$results"/*.trx >&2
        say "All output is in artifacts/logs, all results in artifacts/tests."
    fi
    say "The slowest tests:"
    slowest "$results"/*.trx >&2
    summary "$results"/*.trx | tee "$results/summary"
    return $failed
}
