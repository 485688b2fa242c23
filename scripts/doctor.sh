# shellcheck shell=bash
# Lists installed and missing tools, and how to install them. Needs almost no tools itself, and makes no network calls.

# One line per finding: state, name, found version, needed by, purpose, fix.
# States: ok, installable (a command installs it), missing (install it yourself), optional (only some commands need it), note (information).
findings() {
    local name what who purpose
    while IFS='|' read -r name what who purpose _; do
        finding "$name" "$what" "$who" "$purpose"
    done < <(requirements)
    aws_credentials
    packages_choice
    dynamodb_local
    port 8080
    disk
    writable
}

row() { printf '%s|%s|%s|%s|%s|%s\n' "$@"; }

finding() {
    local name=$1 what=$2 who=$3 purpose=$4 version state
    version=$(found "$name" || true)
    if [ -n "$version" ]; then row ok "$what" "$version" "$who" "$purpose" ''; return; fi
    case $who in
        run | test) if [ -n "$(requirement "$name" 5)" ] && can_install; then state=installable; else state=missing; fi ;;
        *) state=optional ;;
    esac
    row $state "$what" '' "$who" "$purpose" "$(remedy "$name")"
}

# Reports where credentials are, never their values; uses the AWS SDK's own sources.
aws_credentials() {
    local where=''
    if [ -n "${AWS_ACCESS_KEY_ID:-}" ]; then where='in the environment'
    elif [ -n "${AWS_WEB_IDENTITY_TOKEN_FILE:-}" ]; then where='a web identity'
    elif [ -n "${AWS_PROFILE:-}" ]; then where='a profile'
    elif [ -s "${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}" ] || [ -s "${AWS_CONFIG_FILE:-$HOME/.aws/config}" ]; then where='in files'
    fi
    if [ -n "$where" ]; then row ok 'AWS credentials' "$where" deploy 'sign in pulumi and aws' ''
    else row optional 'AWS credentials' '' deploy 'sign in pulumi and aws' 'aws configure sso, or AWS_PROFILE'; fi
}

packages_choice() {
    local chosen='real'
    reset_choice
    read_choice
    if [ ${#asked[@]} = 0 ]; then row installable 'packages' '' run 'NuGet packages or stand-ins' './workout setup'; return; fi
    case ${group[*]} in *offline*) chosen='with stand-ins' ;; esac
    row ok 'packages' "$chosen" run 'NuGet packages or stand-ins, listed below' ''
}

dynamodb_local() {
    local version
    version=$(npm_version amplify-dynamodb-simulator)
    if [ -e "$(npm_kept amplify-dynamodb-simulator)" ]; then row ok 'DynamoDB Local' "$version" run 'stores the tables of a run' ''
    else row installable 'DynamoDB Local' '' run 'stores the tables of a run' './workout up fetches it once, with npm'; fi
}

port() {
    if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then row note "port $1" taken run 'serves the API of a run' './workout up --port 0 selects a free port'
    else row ok "port $1" free run 'serves the API of a run' ''; fi
}

# Packages, builds and the functions' native compiler take about 3 GB.
disk() {
    local free needed=4
    free=$(df -Pk "$root" | awk 'NR == 2 { printf "%d", $4 / 1048576 }')
    if [ "$free" -ge $needed ]; then row ok 'free disk' "$free GiB" run 'packages and builds' ''
    else row missing 'free disk' "$free GiB" run 'packages and builds' "free up $needed GiB"; fi
}

writable() {
    local folder
    for folder in "$root" "${XDG_CACHE_HOME:-$HOME}" "${TMPDIR:-/tmp}"; do
        if [ ! -w "$folder" ]; then row missing 'write access' "not in $folder" run 'builds, cache and temporary files' "chown or chmod $folder"; return; fi
    done
    row ok 'write access' yes run 'builds, cache and temporary files' ''
}

doctor() {
    local form=${1:-} rows
    case "$#:$form" in
        0: | 1:--json) ;;
        *) say "workout: doctor accepts only --json; got \"$*\"."; exit "$exit_error" ;;
    esac
    rows=$(findings)
    reset_choice
    read_choice
    if [ "$form" = --json ]; then
        as_json <<<"$rows"
    else
        as_text <<<"$rows"
        [ ${#asked[@]} = 0 ] || { echo; choice_table; }
    fi
    ! grep -q '^missing|' <<<"$rows"
}

as_text() {
    awk -F'|' '
        { line = sprintf("%-12s%-16s%-16s%s", $1, $2, $3, $5); sub(/ +$/, "", line); print line
          if ($6 != "") print "            → " $6
          if ($1 == "installable") later = 1
          if ($1 == "missing") broken = 1 }
        END { print ""
              if (broken) print "Fix the missing requirements first: up or test cannot run without them."
              else if (later) print "Ready: commands install the installable tools when they need them."
              else print "Ready: ./workout up and ./workout test can run." }'
}

as_json() {
    awk -F'|' '
        function text(value) { gsub(/\\/, "\\\\", value); gsub(/"/, "\\\"", value); return "\"" value "\"" }
        function member(name, value) { return "\"" name "\":" (value == "" ? "null" : text(value)) }
        { rows = rows (NR > 1 ? "," : "") "{" member("state", $1) "," member("name", $2) "," member("found", $3) "," \
            member("neededBy", $4) "," member("purpose", $5) "," member("fix", $6) "}"
          if ($1 == "missing") broken = 1 }
        END { printf "{\"ready\":%s,\"findings\":[%s],", broken ? "false" : "true", rows }'
    { [ ${#asked[@]} = 0 ] || choice_rows; } | awk -F'|' '
        function text(value) { gsub(/\\/, "\\\\", value); gsub(/"/, "\\\"", value); return "\"" value "\"" }
        { rows = rows (NR > 1 ? "," : "") "{\"package\":" text($1) ",\"pin\":" text($2) ",\"used\":" ($3 == "" ? "null" : text($3)) ",\"why\":" text($4) "}" }
        END { printf "\"packages\":[%s]}\n", rows }'
}
