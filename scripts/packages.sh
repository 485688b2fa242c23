# shellcheck shell=bash
# Package selection, by restoring the projects of a command. If the registry serves the pinned version, it is used. If not, the groups
# Pulumi and Amazon.Lambda fall back to the stand-ins in offline/, as a whole, and any other package to the nearest version that is served.

readonly pins_file="$root/Directory.Packages.props"
readonly choice="$state/packages"

# Time limit of a restore in seconds: a registry may accept connections and never respond.
readonly restore_timeout="${WORKOUT_REGISTRY_SECONDS:-600}"

# Each pin as label|package|version. The label is the group of packages, or the command that needs the package first.
pinned() {
    awk '
        /<ItemGroup Label=/ { label = $0; sub(/.*Label="/, "", label); sub(/".*/, "", label) }
        /<(PackageVersion|GlobalPackageReference) Include=/ {
            id = $0; sub(/.*Include="/, "", id); sub(/".*/, "", id)
            version = $0; sub(/.*Version="/, "", version); sub(/".*/, "", version)
            print label "|" id "|" version
        }' "$pins_file"
}

pinned_version() { pinned | awk -F'|' -v id="$1" '$2 == id { print $3 }'; }
label_of() { pinned | awk -F'|' -v id="$1" '$2 == id { print $1 }'; }

# Set by a restore: later builds skip theirs.
just_restored=''

# The selection: nuget or offline for each group, versions that differ from the pins, the reasons, and the commands it was made for.
declare -A group=() used=() why=() asked=()

reset_choice() {
    group=([Pulumi]=nuget [Amazon.Lambda]=nuget) used=() why=() asked=()
    case ${WORKOUT_PACKAGES:-} in
        offline) group=([Pulumi]=offline [Amazon.Lambda]=offline) why=([Pulumi]='WORKOUT_PACKAGES=offline' [Amazon.Lambda]='WORKOUT_PACKAGES=offline') ;;
        nuget | '') ;;
        *) fail "WORKOUT_PACKAGES must be nuget (the real packages) or offline (the stand-ins of offline/); got \"$WORKOUT_PACKAGES\"." ;;
    esac
}

write_choice() {
    local props
    mkdir -p "$state"
    declare -p group used why asked >"$choice"
    props=$(package_props)
    # An unchanged file keeps its time, so nothing is built again.
    [ "$props" = "$(cat "$state/packages.props" 2>/dev/null)" ] || echo "$props" >"$state/packages.props"
}

package_props() {
    local id
    echo '<Project>'
    echo '  <!-- Written by ./workout setup. -->'
    echo "  <PropertyGroup Condition=\"'\$(WORKOUT_PACKAGES)' == ''\">"
    echo "    <PulumiPackages>${group[Pulumi]}</PulumiPackages>"
    echo "    <LambdaPackages>${group[Amazon.Lambda]}</LambdaPackages>"
    echo '  </PropertyGroup>'
    [ -z "${used[$native]:-}" ] || echo "  <PropertyGroup><NativeAotVersion>${used[$native]}</NativeAotVersion></PropertyGroup>"
    echo '  <ItemGroup>'
    for id in "${!used[@]}"; do
        [ "$id" = "$native" ] || echo "    <$(item_of "$id") Update=\"$id\" Version=\"${used[$id]}\" />"
    done | sort
    echo '  </ItemGroup>'
    echo '</Project>'
}

item_of() { sed -nE "s/.*<([A-Za-z]+) Include=\"$1\".*/\1/p" "$pins_file"; }

read_choice() {
    [ -f "$choice" ] || return 0
    # declare in a function makes local variables; -g makes them global.
    # shellcheck source=/dev/null
    . <(sed 's/^declare -A/declare -gA/' "$choice")
}

# The .NET SDK determines the versions of the Native AOT packages.
readonly native='Native AOT'
is_native() { [[ ${1,,} == *ilcompiler* || ${1,,} == microsoft.netcore.app.runtime.nativeaot.* ]]; }

# Findings of a restore: absent|id| · other|id|nearest version · newer|id|version.
findings_of() {
    awk '
        match($0, /NU1101: Unable to find package [^ ]+/) { id = substr($0, RSTART + 31, RLENGTH - 31); sub(/\.$/, "", id); print "absent|" id "|" }
        match($0, /NU1102: Unable to find package [^ ]+/) { id = substr($0, RSTART + 31, RLENGTH - 31); print "other|" id "|" }
        /NU1102: .*Nearest version: / { nearest = $0; sub(/.*Nearest version: /, "", nearest); sub(/ .*/, "", nearest); print "other|" id "|" nearest }
        /NU1603: / {
            # project depends on id (>= pin) but … id version was resolved instead.
            for (i = 1; i < NF; i++) if ($i == "on" && $(i - 1) == "depends") id = $(i + 1)
            for (i = 1; i < NF; i++) if ($i == "was" && $(i + 1) == "resolved") print "newer|" id "|" $(i - 1)
        }' "$1" | sort -t'|' -k1,2 -k3,3V -u
}

# Restore errors that are not about missing packages or versions.
faults_of() { grep -oE 'error (NU|MSB|NETSDK)[0-9]+: .*' "$1" | grep -vE '^error NU(1101|1102|1603)' | sed -E 's/ \[[^][]*proj\]$//' | sort -u | head -n 6 || true; }

# Restores the packages of a command.
restore() {
    local native_packs=true
    [ "${used[$native]:-}" != none ] || native_packs=false
    NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT=2 timeout "$restore_timeout" dotnet msbuild "$root/scripts/Restore.proj" -nologo -v:q -p:For="$1" -p:Native=$native_packs
}

# Restores the packages of a command, and adapts the selection until the restore succeeds.
choose_packages() {
    local command=$1 name="restore the packages of $1" log code changed started=$SECONDS
    log=$(log_of "$name")
    mkdir -p "$logs"
    say "  … $name"
    for _ in {1..8}; do
        write_choice
        code=0 changed=''
        supervised into "$log" restore "$command" || code=$?
        [ "$code" != 124 ] || fail "The package registry did not finish within $restore_timeout s. Fix: run the command again (fetched packages are kept), or increase WORKOUT_REGISTRY_SECONDS."
        registry_faults "$log"
        adapt "$log"
        [ -z "$changed" ] || continue
        [ "$code" = 0 ] || { say "workout: the packages could not be restored; the end of ${log#"$root"/}:"; tail -n 25 "$log" >&2; exit "$exit_error"; }
        asked[$command]=yes just_restored=yes
        write_choice
        say "  ✓ $name ($((SECONDS - started)) s)"
        return
    done
    fail "The versions that the registry serves are incompatible; see ${log#"$root"/}."
}

registry_faults() {
    local faults reason
    faults=$(faults_of "$1")
    [ -n "$faults" ] || return 0
    case $faults in
        *401* | *403*) reason='The package registry rejects the credentials' fix='dotnet nuget update source NAME --username … --password …' ;;
        *timed\ out* | *timeout*) reason='The package registry does not respond in time' fix='check the network and the proxy, then run the command again' ;;
        *NU1301* | *NU1302* | *NU1803*) reason='The package registry cannot be reached' fix='check the network and dotnet nuget list source, then run the command again' ;;
        *) reason='The packages cannot be restored' fix='see the messages above' ;;
    esac
    say "$faults"
    fail "$reason. Fix: $fix."
}

# Adapts the selection to the findings of a restore; sets `changed` if another restore is needed.
adapt() {
    local kind id version label missing=() others=()
    while IFS='|' read -r kind id version; do
        label=$(label_of "$id")
        if [ -n "$label" ] && [ -n "${group[$label]:-}" ]; then stand_in "$label" "$id" "$kind" "$version"
        elif is_native "$id"; then other_version "$native" "${version:-none}"
        elif [ -n "$label" ] && [ -n "$version" ]; then other_version "$id" "$version"
        elif [ "$kind" = absent ] && [ -n "$label" ]; then missing+=("$id")
        elif [ "$kind" != newer ]; then others+=("$id")
        fi
    done < <(findings_of "$1")
    # A transitive dependency is missing: the stand-ins have no dependencies.
    if [ -z "$changed" ] && [ ${#others[@]} != 0 ]; then
        for label in Pulumi Amazon.Lambda; do
            if [ "${group[$label]}" = nuget ]; then stand_in "$label" "${others[0]}" absent ''; return; fi
        done
        missing+=("${others[@]}")
    fi
    [ ${#missing[@]} = 0 ] || missing_packages "${missing[@]}"
}

# stand_in <group> <package> <kind of finding> <version that is served>
stand_in() {
    [ "${group[$1]}" = nuget ] || return 0
    local reason="$2 is not served"
    [ "$3" = absent ] || reason="$2 $(pinned_version "$2") is not served"
    if [ "${WORKOUT_PACKAGES:-}" = nuget ]; then
        fail "WORKOUT_PACKAGES=nuget requires the real packages, but $reason${4:+; the nearest version is $4}. Fix: add a package source that has it, or unset WORKOUT_PACKAGES to build with offline/."
    fi
    group[$1]=offline why[$1]=$reason changed=yes
}

# other_version <package> <version that is served, none for none>
other_version() {
    [ "${used[$1]:-}" != "$2" ] || return 0
    local pin
    pin=$(pinned_version "$1")
    : "${pin:=SDK version}"
    used[$1]=$2 why[$1]="$pin is not served; nearest version" changed=yes
    [ "$2" != none ] || why[$1]="not served; set packaging to managed"
    say "  ! $1: $pin is not served; using $2."
}

missing_packages() {
    local id
    for id in "$@"; do
        say "workout: $id $(pinned_version "$id") is not available: the registry serves no version of it, and offline/ has no stand-in."
    done
    fail "Fix: add a package source that has it (dotnet nuget add source URL), then run ./workout setup."
}

# The selection, one line per package: package|pin|used|why.
choice_rows() {
    local label id pin sdk="SDK's"
    while IFS='|' read -r label id pin; do
        case $label in
            Pulumi | Amazon.Lambda)
                if [ "${group[$label]}" = offline ]; then printf '%s|%s|stand-in|%s\n' "$id" "$pin" "${why[$label]}"; continue; fi
                ;;
            Test | Bench)
                if [ -z "${asked[${label,,}]:-}" ] && [ -z "${asked[test]:-}" ]; then printf '%s|%s||needed by ./workout %s\n' "$id" "$pin" "${label,,}"; continue; fi
                ;;
        esac
        printf '%s|%s|%s|%s\n' "$id" "$pin" "${used[$id]:-$pin}" "${why[$id]:-served}"
    done < <(pinned)
    printf '%s|%s|%s|%s\n' "$native" "$sdk" "${used[$native]:-$sdk}" "${why[$native]:-served}"
}

choice_table() {
    { echo 'package|pin|used|why'; choice_rows; } | awk -F'|' '{ line = sprintf("%-46s%-12s%-12s%s", $1, $2, $3, $4); sub(/ +$/, "", line); print line }'
}

# Checksum of the pins and the projects; when it changes, packages are selected again.
question() {
    (cd "$root" && cat Directory.Packages.props Directory.Build.targets offline/StandIns.props functions/*.props && find . -name '*.csproj' -not -path './artifacts/*' -exec cat {} + | sort) | cksum
    printf '%s\n' "${WORKOUT_PACKAGES:-ask}"
}

# setup <run|test|bench>: selects the packages of a command.
setup() {
    need_dotnet
    lock_builds
    reset_choice
    if [ "$(question)" = "$(cat "$state/question" 2>/dev/null)" ]; then read_choice; fi
    if [ -z "${asked[$1]:-}" ] && [ -z "${asked[test]:-}" ]; then
        choose_packages "$1"
        question >"$state/question"
    fi
}

# ./workout setup: selects all packages again and prints the selection.
set_up() {
    rm -f "$state/question"
    setup test
    stand_ins
    if command -v npm >/dev/null && ! fetched; then step 'fetch DynamoDB Local and the charts' fetch; fi
    choice_table
}

# Whether a build failed because the registry no longer serves the selected versions.
registry_changed() { grep -qE 'error NU110[12]|NU1603' "$1"; }

select_again() {
    say "  ! the registry serves other versions now; selecting packages again."
    local command commands=("${!asked[@]}")
    reset_choice
    for command in "${commands[@]}"; do choose_packages "$command"; done
}
