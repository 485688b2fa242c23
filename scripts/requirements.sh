# shellcheck shell=bash
# What the commands need of the machine. It stands here once: need installs by it, and doctor looks by it.

# name | what it is | who needs it: run (up), test, bench, deploy | what for | Debian packages | where else
requirements() {
    cat <<'TABLE'
dotnet|.NET SDK|run|builds and runs everything||https://dotnet.microsoft.com/download
java|Java|run|DynamoDB Local runs on it|default-jre-headless|https://adoptium.net
npm|npm|run|fetches DynamoDB Local and charts|npm|https://nodejs.org
cc|C linker, zlib|run|links the native functions|gcc libc6-dev zlib1g-dev|https://learn.microsoft.com/dotnet/core/deploying/native-aot
git|git|test|tells plan what a branch changes|git|https://git-scm.com
curl|curl 7.82|test|signs the calls of the documentation|curl|https://curl.se
chromium|Chromium|test|shows the console to its test|chromium fonts-liberation|https://www.chromium.org
boto3|boto3|test|calls AWS in Python, knows its commands|python3-boto3|https://docs.aws.amazon.com/boto3/latest/guide/quickstart.html
shellcheck|ShellCheck|test|reads the scripts|shellcheck|https://www.shellcheck.net
jq|jq|test|takes JSON apart in the runbooks|jq|https://jqlang.org
pulumi|Pulumi CLI|deploy|deploys||https://www.pulumi.com/docs/install
aws|AWS CLI|deploy|carries out the runbooks||https://docs.aws.amazon.com/cli
TABLE
}

# The version that is installed; nothing where it is missing or too old.
found() {
    case $1 in
        # global.json says which one; the host tells whether it is there.
        dotnet) (cd "$root" && dotnet --version) ;;
        java) java -version 2>&1 | sed -nE '1s/.*"(.*)".*/\1/p' ;;
        cc) printf 'int main(void) { return 0; }\n' | cc -x c -o /dev/null - -lz && cc -dumpfullversion ;;
        curl) curl --version | awk 'NR == 1 { split($2, v, "."); if (v[1] > 7 || v[1] == 7 && v[2] >= 82) print $2 }' ;;
        # The system's own Python, whatever else is first in PATH: its packages are made for that one.
        boto3) /usr/bin/python3 -c 'import boto3; print(boto3.__version__)' ;;
        shellcheck) shellcheck --version | sed -n 's/^version: //p' ;;
        pulumi) PULUMI_SKIP_UPDATE_CHECK=true pulumi version ;;
        *) "$1" --version | grep -oE '[0-9]+(\.[0-9]+)+|jq-[0-9.]+' | head -n 1 ;;
    esac 2>/dev/null
}

# Whether it is there, as quickly as can be told.
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

# The command or the page that brings what is missing.
remedy() {
    local packages
    packages=$(requirement "$1" 5)
    if [ -n "$packages" ] && command -v apt-get >/dev/null; then echo "sudo apt-get install $packages"; else requirement "$1" 6; fi
}

# Installs what is missing where that can be done here.
need() {
    local name packages
    for name in "$@"; do
        if present "$name"; then continue; fi
        packages=$(requirement "$name" 5)
        if [ -n "$packages" ] && can_install; then
            # shellcheck disable=SC2086 # one word a package
            step "install $(requirement "$name" 2) ($(requirement "$name" 4))" apt_install $packages
        else
            fail "$(requirement "$name" 2) is missing ($(requirement "$name" 4)). Install it: $(remedy "$name")"
        fi
    done
}

# .NET and npm keep their caches there, and say little where they can't. Whoever sets DOTNET_CLI_HOME has another place.
need_home() {
    if [ -n "${DOTNET_CLI_HOME:-}" ] || { [ -n "$HOME" ] && mkdir -p "$HOME" 2>/dev/null && [ -w "$HOME" ]; }; then return; fi
    fail "HOME must be a folder that can be written; got \"$HOME\". Fix: export HOME=FOLDER"
}

need_dotnet() {
    need_home
    command -v dotnet >/dev/null || fail "the .NET SDK is missing. Install .NET 10: $(remedy dotnet)"
    [ -n "$(found dotnet)" ] || fail "the .NET SDK must be 10.0; found: $(cd / && dotnet --list-sdks | tr '\n' ' '). Install .NET 10: $(remedy dotnet)"
}

# The functions may be managed as well, so where the linker can't be installed here, only a build that needs it asks for it.
offer_linker() { if can_install; then need cc; fi; }
