# shellcheck shell=bash
# Which packages are taken, the real ones or the stand-ins of offline/, and what the stand-ins are made of.

# Restores the probe, which asks the registry. Leaves in `absent` the ids that it lacks (NU1101), a line each.
# Any other fault stops: a registry that is out of reach says nothing about what it carries.
absent=''
ask_registry() {
    local answer="$logs/registry-$1.log" others
    absent=''
    mkdir -p "$logs"
    # A folder of its own for the packages: what an earlier restore left on this machine says nothing about the registry.
    rm -rf "$root/artifacts/probe"
    if supervised into "$answer" env WORKOUT_PACKAGES=nuget dotnet restore "$root/offline/Probe/Probe.csproj" --no-http-cache -nologo \
        --packages "$root/artifacts/probe/packages" -p:Ask="$1" -p:ArtifactsPath="$root/artifacts/probe/"; then
        return
    fi
    others=$(grep -oE 'error [A-Z]+[0-9]+: .*' "$answer" | grep -v '^error NU1101' | sort -u || true)
    if [ -n "$others" ] || ! grep -q 'error NU1101' "$answer"; then
        say "workout: the package registry could not be asked; nothing was chosen."
        say "${others:-$(cat "$answer")}"
        say "Mend the connection and run the command again, or choose yourself: WORKOUT_PACKAGES=nuget|offline ./workout …"
        exit "$not_done"
    fi
    absent=$(grep -oE 'Unable to find package [^ ]+' "$answer" | sed -E 's/Unable to find package //; s/\.$//' | sort -u)
}

write_choice() {
    mkdir -p "$state"
    cat >"$state/packages.props" <<XML
<Project>
  <!-- Written by ./workout setup. -->
  <PropertyGroup>
    <WorkoutPackages>$1</WorkoutPackages>
    <FunctionsTargetFramework>$2</FunctionsTargetFramework>
  </PropertyGroup>
</Project>
XML
}

# The packages and what is asked for them; when one of these changes, the registry is asked again.
question() { cat "$root/Directory.Packages.props" "$root/offline/StandIns.props" | cksum; printf '%s\n' "${WORKOUT_PACKAGES:-ask}"; }

choose_packages() {
    local packages why framework=net10.0 functions
    case "${WORKOUT_PACKAGES:-}" in
        nuget | offline) packages=$WORKOUT_PACKAGES why="WORKOUT_PACKAGES says so" ;;
        '')
            ask_registry packages
            if [ -z "$absent" ]; then
                packages=nuget why="the registry carries all of them"
            else
                packages=offline why="the registry lacks $(wc -l <<<"$absent") of them (NU1101: $(head -n 1 <<<"$absent"), …)"
            fi
            ;;
        *) fail "WORKOUT_PACKAGES is \"$WORKOUT_PACKAGES\"; it must be nuget (the real packages) or offline (the stand-ins of offline/)." ;;
    esac
    ask_registry nativeAot
    if [ -z "$absent" ]; then
        functions="functions net10.0"
    else
        framework=net9.0 functions="functions net9.0 for local runs, as the registry lacks the Native AOT pack of net10.0"
    fi
    write_choice "$packages" "$framework"
    case $packages in
        nuget) say "Packages: real NuGet packages, because $why; $functions." ;;
        offline) say "Packages: stand-ins of offline/, because $why; $functions." ;;
    esac
}

chosen() { grep -oE "<$1>[^<]+" "$state/packages.props" | sed 's/.*>//'; }

# The provider stand-ins are made from the declarations that the provider's npm package publishes, of the same version.
provider_declarations() {
    local package=$1 version=$2 folder=$3
    [ -f "$folder/package/package.json" ] && return
    local made
    made=$(mktemp -d "${folder%/*}/.unpack.XXXXXX")
    npm pack --silent --pack-destination "$made" "$package@$version" >/dev/null
    tar -xzf "$made"/*.tgz -C "$made"
    rm -f "$made"/*.tgz
    mv -T "$made" "$folder" 2>/dev/null || rm -rf "$made"
}

provider_sdk() {
    local provider=$1 package=$2 npm=$3 version cache
    version=$(sed -nE "s/.*<${package//./}Version>([^<]+)<.*/\1/p" "$root/Directory.Packages.props")
    cache="${XDG_CACHE_HOME:-$HOME/.cache}/workout-log/declarations"
    mkdir -p "$cache"
    provider_declarations "$npm" "$version" "$cache/${npm//[@\/]/_}-$version"
    dotnet run --project "$root/offline/ProviderSdk/Generator/Generator.csproj" -- --types "$root/offline/ProviderSdk/types.txt" \
        --provider "$provider" --declarations "$cache/${npm//[@\/]/_}-$version/package" --output "$state/provider-sdk/$package"
}

# What the provider stand-ins are made from; when it changes they are made again.
provider_question() { cat "$root/Directory.Packages.props" "$root/offline/ProviderSdk/types.txt" "$root"/offline/ProviderSdk/Generator/*.cs "$root"/offline/ProviderSdk/Generator/*/*.cs | cksum; }

setup() {
    need_dotnet
    if [ "${1:-}" = again ] || [ ! -f "$state/packages.props" ] || [ "$(question)" != "$(cat "$state/question" 2>/dev/null)" ]; then
        choose_packages
        question >"$state/question"
    fi
    if [ "$(chosen WorkoutPackages)" = offline ] && [ "$(provider_question)" != "$(cat "$state/provider-question" 2>/dev/null)" ]; then
        need npm
        step "make the stand-ins of Pulumi.Aws" provider_sdk aws Pulumi.Aws @pulumi/aws
        step "make the stand-ins of Pulumi.AwsNative" provider_sdk aws-native Pulumi.AwsNative @pulumi/aws-native
        provider_question >"$state/provider-question"
    fi
}
