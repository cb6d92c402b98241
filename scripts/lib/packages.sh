# Debian packages: which are missing, and installing them.
# shellcheck shell=bash

wanted_packages() { sed 's/#.*//; /^[[:space:]]*$/d; s/[[:space:]]//g' "$MOTCUA_ROOT/scripts/packages.txt"; }

# Names of installed packages and of what they provide (npm may come with another nodejs).
installed_packages() {
    # shellcheck disable=SC2016 # dpkg-query's own placeholders
    dpkg-query -W -f='${db:Status-Status}\t${Package}, ${Provides}\n' |
        awk -F'\t' '$1 == "installed" { print $2 }' | sed 's/([^)]*)//g' | tr ',' '\n' | tr -d ' '
}

missing_packages() { comm -23 <(wanted_packages | sort -u) <(installed_packages | sort -u); }

# Reads apt's machine-readable progress and says every tenth part.
apt_progress() {
    awk -F: '/^(dlstatus|pmstatus):/ {
        what = ($1 == "dlstatus") ? "downloading" : "unpacking and configuring"
        tenth = int($3 / 10)
        key = $1 tenth
        if (!(key in seen)) { seen[key] = 1; printf "   %s: %d %%\n", what, tenth * 10; fflush() }
    }'
}

install_packages() {
    [ -r /etc/debian_version ] || die "this set-up is for Debian 12; install what scripts/packages.txt lists yourself"
    local missing as_root=()
    mapfile -t missing < <(missing_packages)
    if [ "${#missing[@]}" -eq 0 ]; then
        say "all Debian packages are installed"
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "installing Debian packages needs root or sudo: ${missing[*]}"
        as_root=(sudo)
    fi
    local log="$MOTCUA_CACHE/log/apt.log"
    say "${#missing[@]} packages are missing: ${missing[*]}"
    say "reading the package lists"
    run_logged "$log" "${as_root[@]}" apt-get update -q ||
        die "the package lists could not be read: is there a network? (apt-get update; log: $log)"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        -o Dpkg::Use-Pty=0 -o APT::Status-Fd=3 "${missing[@]}" 3> >(apt_progress) >"$log" 2>&1 || {
        tail -n 20 "$log" >&2
        die "apt-get could not install the packages: is there a network, and is this Debian 12? (log: $log)"
    }
}
