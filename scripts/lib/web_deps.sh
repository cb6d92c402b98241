# SDL2, Dear ImGui and libsodium for Wasm: Debian's sources, built once, kept in the cache.
# shellcheck shell=bash

# Upstream versions this project was made and tested with; Debian's revision may rise.
WEB_DEPS_VERSIONS="libsdl2=2.26.5+dfsg imgui=1.86+ds libsodium=1.0.18"

# apt with lists and sources of our own, so that the machine's stay as they are.
own_apt() {
    local apt="$MOTCUA_CACHE/apt"
    apt-get -q -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$apt/parts" \
        -o "Dir::State::lists=$apt/lists" -o APT::Sandbox::User= "$@"
}

read_source_lists() {
    local apt="$MOTCUA_CACHE/apt"
    [ -f "$apt/fresh" ] && [ -n "$(find "$apt/fresh" -mmin -60)" ] && return
    say "reading Debian's list of sources"
    mkdir -p "$apt/lists/partial"
    /usr/bin/python3 "$MOTCUA_ROOT/scripts/lib/deb_src.py" "$apt/parts" || die "no Debian source repository can be derived from /etc/apt"
    run_logged "$MOTCUA_CACHE/log/apt-src.log" own_apt -o APT::Update::Error-Mode=any update ||
        die "Debian's list of sources could not be read: is there a network? (log: $MOTCUA_CACHE/log/apt-src.log)"
    touch "$apt/fresh"
}

# fetch_source NAME UPSTREAM: unpacks to cache/sources/NAME-UPSTREAM.
fetch_source() {
    local name="$1" upstream="$2" dir="$MOTCUA_CACHE/sources/$1-$2" log="$MOTCUA_CACHE/log/source-$1.log"
    [ -f "$dir/.complete" ] && return
    read_source_lists
    local work="$dir.tmp"
    rm -rf "$work" "$dir"
    mkdir -p "$work"
    say "fetching the source of $name $upstream"
    (cd "$work" && run_logged "$log" own_apt source --download-only "$name") ||
        die "the source of $name could not be fetched (log: $log)"
    local dsc
    dsc="$(find "$work" -name '*.dsc' -printf '%f\n')"
    case "$dsc" in
        "${name}_$upstream-"*.dsc) ;;
        *) die "Debian now has $dsc, this project is pinned to $name $upstream: see scripts/lib/web_deps.sh" ;;
    esac
    (cd "$work" && run_logged "$log" dpkg-source --no-check -x "$dsc" unpacked) || die "$dsc cannot be unpacked (log: $log)"
    mv "$work/unpacked" "$dir"
    rm -rf "$work"
    touch "$dir/.complete"
}

web_deps_key() {
    {
        echo "$WEB_DEPS_VERSIONS"
        em++ --version | head -n 1
        find "$MOTCUA_ROOT/scripts/cmake/web-deps" -type f -print0 | LC_ALL=C sort -z | xargs -0 cat
    } | sha256sum | cut -c 1-16
}

# Builds what is not in the cache, and points build/web-deps at it.
install_web_deps() {
    local key out pair
    key="$(web_deps_key)"
    out="$MOTCUA_CACHE/web-deps-$key"
    if [ ! -f "$out/.complete" ]; then
        local defines=()
        for pair in $WEB_DEPS_VERSIONS; do
            fetch_source "${pair%%=*}" "${pair#*=}"
            defines+=("-D${pair%%=*}_SOURCE=$MOTCUA_CACHE/sources/${pair%%=*}-${pair#*=}")
        done
        local work="$MOTCUA_CACHE/web-deps-build-$key" log="$MOTCUA_CACHE/log/web-deps.log"
        say "building SDL2, Dear ImGui and libsodium for Wasm (about a minute)"
        rm -rf "$work" "$out"
        run_logged "$log" emcmake cmake -G Ninja -S "$MOTCUA_ROOT/scripts/cmake/web-deps" -B "$work" \
            -DCMAKE_BUILD_TYPE=Release "-DCMAKE_INSTALL_PREFIX=$out" "${defines[@]}" ||
            die "the Wasm libraries cannot be configured (log: $log)"
        cmake --build "$work" 2>&1 | ninja_progress
        [ "${PIPESTATUS[0]}" -eq 0 ] || die "the Wasm libraries do not compile"
        run_logged "$log" cmake --install "$work" || die "the Wasm libraries cannot be put into $out (log: $log)"
        rm -rf "$work"
        touch "$out/.complete"
    fi
    mkdir -p "$MOTCUA_ROOT/build"
    ln -sfn "$out" "$MOTCUA_ROOT/build/web-deps"
    say "Wasm libraries: $out"
}
