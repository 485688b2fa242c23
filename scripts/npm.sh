# shellcheck shell=bash
# Packages of the npm registry, fetched once and kept outside the repository.

readonly npm_cache="${XDG_CACHE_HOME:-$HOME/.cache}/workout-log"

# npm_pin <package> <attribute>
npm_pin() { sed -nE "s|.*<NpmPackage Include=\"$1\".* $2=\"([^\"]+)\".*|\1|p" "$pins_file"; }

npm_version() {
    local other
    other=$(npm_pin "$1" VersionOf)
    if [ -n "$other" ]; then pinned_version "$other"; else npm_pin "$1" Version; fi
}

# Path of the kept part of a package; the command line uses it too (local/Emulator/Runner/NpmPackage.cs).
npm_kept() { echo "$npm_cache/${1//[@\/]/_}-$(npm_version "$1")"; }

# Fetches a package unless it is in the cache.
npm_fetch() {
    local package=$1 kept work sum wanted
    kept=$(npm_kept "$package")
    if [ -e "$kept" ]; then return; fi
    mkdir -p "$npm_cache"
    work=$(mktemp -d "$npm_cache/.fetch.XXXXXX")
    if ! npm pack --loglevel=error --pack-destination "$work" "$package@$(npm_version "$package")" >"$work/npm" 2>&1; then
        # The first line has the error code; the others are a stack trace.
        say "npm could not fetch $package $(npm_version "$package"): $(head -n 1 "$work/npm")"
        rm -rf "$work"
        return 1
    fi
    wanted=$(npm_pin "$package" Integrity | base64 -d | od -An -v -tx1 | tr -d ' \n')
    sum=$(cat "$work"/*.tgz | sha512sum | cut -d' ' -f1)
    if [ "$sum" != "$wanted" ]; then
        say "$package $(npm_version "$package") from the npm registry is not the pinned package: SHA-512 must be $wanted; got $sum."
        rm -rf "$work"
        return 1
    fi
    tar -xzf "$work"/*.tgz -C "$work" "$(npm_pin "$package" Keep)"
    # A rename is atomic, also when two processes fetch concurrently.
    mv -T "$work/$(npm_pin "$package" Keep)" "$kept" 2>/dev/null || true
    rm -rf "$work"
    [ -e "$kept" ]
}
