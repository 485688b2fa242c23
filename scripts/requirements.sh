# shellcheck shell=bash
# Requirements of the commands, for need, which installs them, and for doctor, which lists them.

# name | description | needed by: run (up), test, bench, deploy | purpose | Debian packages | other source
requirements() {
    cat <<'TABLE'
dotnet|.NET SDK|run|builds and runs everything||https://dotnet.microsoft.com/download
java|Java|run|runs DynamoDB Local|default-jre-headless|https://adoptium.net
npm|npm|run|fetches DynamoDB Local and charts|npm|https://nodejs.org
cc|C linker, zlib|run|links the native functions|gcc libc6-dev zlib1g-dev|https://learn.microsoft.com/dotnet/core/deploying/native-aot
git|git|test|reads the base commit of plan|git|https://git-scm.com
curl|curl 7.82|test|signs the documented requests|curl|https://curl.se
chromium|Chromium|test|renders the console in tests|chromium fonts-liberation|https://www.chromium.org
boto3|boto3|test|AWS SDK for Python, and AWS API models|python3-boto3|https://docs.aws.amazon.com/boto3/latest/guide/quickstart.html
shellcheck|ShellCheck|test|lints the scripts|shellcheck|https://www.shellcheck.net
jq|jq|test|parses JSON in the runbooks|jq|https://jqlang.org
pulumi|Pulumi CLI|deploy|deploys||https://www.pulumi.com/docs/install
aws|AWS CLI|deploy|runs the runbooks||https://docs.aws.amazon.com/cli
TABLE
}

# The installed version; empty if missing or too old.
found() {
    case $1 in
        # The host checks the version in global.json.
        dotnet) (cd "$root" && dotnet --version) ;;
        java) java -version 2>&1 | sed -nE '1s/.*"(.*)".*/\1/p' ;;
        cc) printf 'int main(void) { return 0; }\n' | cc -x c -o /dev/null - -lz && cc -dumpfullversion ;;
        curl) curl --version | awk 'NR == 1 { split($2, v, "."); if (v[1] > 7 || v[1] == 7 && v[2] >= 82) print $2 }' ;;
        # The system's own Python, because Debian packages are installed for it.
        boto3) /usr/bin/python3 -c 'import boto3; print(boto3.__version__)' ;;
        shellcheck) shellcheck --version | sed -n 's/^version: //p' ;;
        pulumi) PULUMI_SKIP_UPDATE_CHECK=true pulumi version ;;
        *) "$1" --version | grep -oE '[0-9]+(\.[0-9]+)+|jq-[0-9.]+' | head -n 1 ;;
    esac 2>/dev/null
}

# Whether it is installed; faster than found.
present() {
    case $1 in
        cc | curl | boto3) [ -n "$(found "$1")" ] ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

# requirement <name> <column>
requirement() { requirements | awk -F'|' -v name="$1" -v column="$2" '$1 == name { print $column }'; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }

# The command or the page to install it.
remedy() {
    local packages
    packages=$(requirement "$1" 5)
    if [ -n "$packages" ] && command -v apt-get >/dev/null; then echo "sudo apt-get install $packages"; else requirement "$1" 6; fi
}

# Installs missing requirements if possible.
need() {
    local name packages
    for name in "$@"; do
        if present "$name"; then continue; fi
        packages=$(requirement "$name" 5)
        if [ -n "$packages" ] && can_install; then
            # shellcheck disable=SC2086 # one word a package
            step "install $(requirement "$name" 2) ($(requirement "$name" 4))" apt_install $packages
        else
            fail "$(requirement "$name" 2) is missing ($(requirement "$name" 4)). Fix: $(remedy "$name")"
        fi
    done
}

# .NET and npm keep their caches in HOME, and fail with unclear errors if they can't. DOTNET_CLI_HOME overrides it.
need_home() {
    if [ -n "${DOTNET_CLI_HOME:-}" ] || { [ -n "$HOME" ] && mkdir -p "$HOME" 2>/dev/null && [ -w "$HOME" ]; }; then return; fi
    fail "HOME must be a writable folder; got \"$HOME\". Fix: export HOME=FOLDER"
}

need_dotnet() {
    need_home
    command -v dotnet >/dev/null || fail "the .NET SDK is missing. Fix: install .NET 10, $(remedy dotnet)"
    [ -n "$(found dotnet)" ] || fail "the .NET SDK must be 10.0; got $(cd / && dotnet --list-sdks | tr '\n' ' '). Fix: install .NET 10, $(remedy dotnet)"
}

# Managed functions need no linker, so a missing linker fails only the build that needs it.
offer_linker() { if can_install; then need cc; fi; }
