# shellcheck shell=bash
# Builds, each only when one of its sources is newer than what was built.

readonly cli="$root/artifacts/bin/WorkoutLog.Local/debug/workout.dll"
readonly bench="$root/artifacts/bin/WorkoutLog.Bench/release/bench.dll"

# A build of an unchanged tree takes seconds; a look at the times of the sources takes none.
build_cli() {
    if [ -f "$cli" ] && [ -f "$state/built" ] && ! newer_than "$state/built" infra functions local offline Directory.*.props Directory.Build.targets .workout/packages.props .workout/provider-sdk; then
        return
    fi
    mark_before "$state/built" step "build the command line" dotnet build "$root/local/WorkoutLog.Local.csproj" -nologo -v q
}

# Runs a build and marks its start, so that a source that changes during the build is seen as newer.
mark_before() {
    local mark=$1
    shift
    touch "$mark.begun"
    "$@"
    mv "$mark.begun" "$mark"
}

newer_than() {
    local mark=$1
    shift
    (cd "$root" && [ -n "$(find "$@" -newer "$mark" -type f 2>/dev/null | head -n 1)" ])
}

# The archives of the stack dev; nothing is built when they are made from the sources as they are.
package() {
    offer_linker
    build_cli
    supervised dotnet "$cli" package --stack dev >/dev/null || exit
}

# Measurements are made with the build that is deployed, not with one for debugging.
build_bench() {
    local mark="$state/built-bench"
    if [ -f "$bench" ] && [ -f "$mark" ] &&
        ! newer_than "$mark" bench/[A-Z]* infra functions local offline Directory.*.props Directory.Build.targets .workout/packages.props .workout/provider-sdk; then
        return
    fi
    mark_before "$mark" step "build the bench" dotnet build "$root/bench/WorkoutLog.Bench.csproj" -c Release -nologo -v q
}

# What a part of the bench runs on.
need_for_bench() {
    case $1 in
        growth | options) need java npm; package ;;
        all | comparison) need java npm boto3; package ;;
    esac
}
