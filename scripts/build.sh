# shellcheck shell=bash
# Builds, each only when a source is newer than the output.

readonly built="$root/artifacts/run/bin"
readonly cli="$built/WorkoutLog.Local.Cli/debug/workout.dll"
readonly bench="$built/WorkoutLog.Bench/release/WorkoutLog.Bench.dll"
readonly generator="$root/offline/ProviderSdk/Generator/Generator.csproj"
readonly packaging="$root/artifacts/package/aot-x86_64/bin/Packaging/release/Packaging.dll"

# Inputs of every build.
readonly build_files=(Directory.*.props Directory.Build.targets .workout/packages.props global.json)

# Environment of builds and tests: one compiler server for all builds, also those of tests, which ends with the script. TieredPGO is off: it
# pays off only in processes that run longer.
readonly build_environment=(UseSharedCompilation=true "SharedCompilationId=workout-$$" MSBUILDDISABLENODEREUSE=1 DOTNET_TieredPGO=0)

# Commands in one checkout build one after the other. The lock ends with the script, with become, or with unlock_builds.
lock_builds() {
    mkdir -p "$state"
    exec 9>"$state/lock"
    flock -n 9 || { say '  … wait for the build of another command'; supervised flock 9; }
}

unlock_builds() { exec 9>&-; }

compile() { env "${build_environment[@]}" dotnet "$@"; }

# A build without analyzers and documentation; ./workout test builds with both.
build_quickly() { compile build "$@" -p:SkipChecks=true -nologo -v q ${just_restored:+--no-restore}; }

newer_than() {
    local mark=$1
    shift
    [ ! -f "$mark" ] || [ -n "$(cd "$root" && find "$@" -newer "$mark" -type f -print -quit 2>/dev/null)" ]
}

# Runs a build and records its start time, so that a source that changes during the build counts as newer.
mark_before() {
    local mark=$1
    shift
    touch "$mark.begun"
    "$@" || return
    mv "$mark.begun" "$mark"
}

# A build step. If it fails because the registry now serves other versions, packages are selected again, once.
build_step() {
    local name=$1 mark=$2
    shift 2
    begin "$name" mark_before "$mark" "$@"
    if ! ended "$name" && registry_changed "$(log_of "$name")"; then
        select_again
        begin "$name" mark_before "$mark" "$@"
        finish "$name"
    else
        report "$name"
    fi
}

cli_is_old() { [ ! -f "$cli" ] || newer_than "$state/built-cli" infra functions local offline "${build_files[@]}" .workout/provider-sdk; }

build_cli() { if cli_is_old; then build_step 'build the command line' "$state/built-cli" build_quickly "$root/local/Cli/WorkoutLog.Local.Cli.csproj"; fi; }

# Benchmarks use a release build, as deployments do.
build_bench() {
    if [ ! -f "$bench" ] || newer_than "$state/built-bench" bench/[A-Z]* infra functions local offline "${build_files[@]}" .workout/provider-sdk; then
        build_step 'build the bench' "$state/built-bench" build_quickly "$root/bench/WorkoutLog.Bench.csproj" -c Release
    fi
}

# The archives that most stacks deploy. The command line builds all others, and compares contents, not times, of the sources.
functions_are_old() { newer_than "$state/built-functions" functions offline/Amazon.Lambda "${build_files[@]}"; }

package_functions() {
    compile build "$root/functions/Functions.proj" -t:Tool -nologo -v q ${just_restored:+--no-restore} || return
    compile "$packaging" update "$root"
}

stack_has_own_packaging() { grep -qE '^ *(workout-log:)?(packaging|architecture):' "$root/Pulumi.$1.yaml" 2>/dev/null; }

fetch() {
    npm_fetch amplify-dynamodb-simulator || return
    # The console works without its charts.
    npm_fetch echarts || true
    # Needed only for FIT files.
    npm_fetch fit-file-parser || true
}

fetched() { [ -e "$(npm_kept amplify-dynamodb-simulator)" ] && [ -e "$(npm_kept echarts)" ] && [ -e "$(npm_kept fit-file-parser)" ]; }

# prepare <what> <stack>: builds the prerequisites of a command, in parallel where possible.
# cli: the command line · stack: also the functions' archives · run: also DynamoDB Local.
prepare() {
    local what=$1 stack=${2:-dev} begun=()
    setup run
    if [ "${group[Pulumi]}" = offline ] && stand_ins_are_old; then need npm; fi
    if [ "$what" = run ]; then
        need java npm
        if ! fetched; then begin_with begun 'fetch DynamoDB Local and the charts' fetch; fi
    fi
    if [ "$what" != cli ]; then
        offer_linker
        if ! stack_has_own_packaging "$stack" && functions_are_old; then
            begin_with begun 'package the functions' mark_before "$state/built-functions" package_functions
        fi
    fi
    stand_ins
    build_cli
    [ ${#begun[@]} = 0 ] || finish "${begun[@]}"
}

begin_with() {
    local -n list=$1
    shift
    begin "$@"
    list+=("$1")
}

# Checksum of the inputs of the provider stand-ins; when it changes, they are generated again.
provider_question() { (cd "$root/offline/ProviderSdk" && find . -type f -exec cat {} + | sort; pinned) | cksum; }

provider_sdk() {
    build_quickly "$generator" || return
    local provider
    for provider in aws aws-native; do
        npm_fetch "@pulumi/$provider" || return
    done
    generate aws Pulumi.Aws & generate aws-native Pulumi.AwsNative || return
    wait "$!" || return
    provider_question >"$state/provider-question"
}

generate() {
    dotnet "$built/Generator/debug/WorkoutLog.Offline.ProviderSdk.Generator.dll" --types "$root/offline/ProviderSdk/types.txt" \
        --provider "$1" --declarations "$(npm_kept "@pulumi/$1")" --output "$state/provider-sdk/$2"
}

stand_ins_are_old() { [ "$(provider_question)" != "$(cat "$state/provider-question" 2>/dev/null)" ]; }

stand_ins() {
    if [ "${group[Pulumi]}" = offline ] && stand_ins_are_old; then step 'generate the stand-ins of the provider packages' provider_sdk; fi
}

# Builds the prerequisites of a part of the bench.
prepare_bench() {
    case $1 in
        growth | options) prepare run ;;
        all | comparison) need boto3; prepare run ;;
        *) prepare cli ;;
    esac
    setup bench
    build_bench
}
