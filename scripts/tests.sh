# shellcheck shell=bash
# All tests.

# Sums the counters of all test projects: "N passed, N failed".
summary() {
    cat "$@" | grep -oE '<Counters [^>]*>' | awk '
        { match($0, /passed="[0-9]+"/); passed += substr($0, RSTART + 8, RLENGTH - 9)
          match($0, /total="[0-9]+"/); total += substr($0, RSTART + 7, RLENGTH - 8)
          match($0, /notExecuted="[0-9]+"/); skipped += substr($0, RSTART + 13, RLENGTH - 14) }
        END { printf "%d passed, %d failed\n", passed, total - passed - skipped }'
}

run_tests() {
    local results="$root/artifacts/tests" failed=0 project name
    need java npm git curl chromium boto3 shellcheck jq
    package
    build_cli
    step "build the tests" dotnet build "$root/WorkoutLog.sln" -nologo -v q
    rm -rf "$results"
    for project in "$root"/tests/*/*.csproj; do
        name=$(basename "$project" .csproj)
        say "  … $name"
        supervised dotnet test "$project" --no-build --nologo -v q --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$@" || failed=1
    done
    summary "$results"/*.trx | tee "$results/summary"
    return $failed
}
