# Starting and ending the three programs: receiver, backend, nginx.
# shellcheck shell=bash

# Process id of the nginx that start_nginx started.
# shellcheck disable=SC2034 # read by the callers
NGINX_PID=""

# port_free PORT: nobody listens on it.
port_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# listening_port FILE PID: the port that the program says it listens on; fails when it ends.
listening_port() {
    local tries=0 port
    while true; do
        port="$(sed -n 's/^.*listening on 127\.0\.0\.1:\([0-9]*\).*$/\1/p' "$1" 2>/dev/null | tail -n 1)"
        [ -n "$port" ] && echo "$port" && return
        kill -0 "$2" 2>/dev/null || return 1
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || return 1
        sleep 0.1
    done
}

# render_nginx RUN_DIR LISTEN BACKEND WEB_DIR: fills backend/nginx/*.conf into RUN_DIR/nginx.
render_nginx() {
    local run="$1" listen="$2" backend="$3" web="$4" user="" modules="" brotli="" file
    local brotli_module=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
    [ "$(id -u)" -eq 0 ] && user="user root;"
    if [ -f "$brotli_module" ]; then
        modules="load_module $brotli_module;"
        brotli="brotli_static on;"
    fi
    mkdir -p "$run/nginx" "$run/tmp"
    for file in "$MOTCUA_ROOT"/backend/nginx/*.conf "$MOTCUA_ROOT"/backend/nginx/motcua.conf.in; do
        sed -e "s|@LISTEN@|$listen|; s|@TLS@||; s|@USER@|$user|; s|@MODULES@|$modules|; s|@BROTLI@|$brotli|" \
            -e "s|@BACKEND@|$backend|; s|@WEB_DIR@|$web|; s|@NGINX_DIR@|$run/nginx|; s|@RUN_DIR@|$run|" \
            "$file" >"$run/nginx/$(basename "${file%.in}")"
    done
}

# start_nginx RUN_DIR: a child of this shell; its id is in NGINX_PID.
start_nginx() {
    local run="$1"
    /usr/sbin/nginx -q -t -p "$run" -c "$run/nginx/motcua.conf" -e "$run/nginx-error.log" 2>"$run/nginx-test.log" || {
        cat "$run/nginx-test.log" >&2
        die "nginx does not accept its configuration"
    }
    /usr/sbin/nginx -p "$run" -c "$run/nginx/motcua.conf" -e "$run/nginx-error.log" &
    NGINX_PID=$!
}

# wait_for URL PID: until it answers 200; fails when the process ends or 20 s pass.
wait_for() {
    local url="$1" pid="$2" tries=0
    until curl -fsS -o /dev/null --max-time 2 "$url" 2>/dev/null; do
        kill -0 "$pid" 2>/dev/null || return 1
        tries=$((tries + 1))
        [ "$tries" -lt 200 ] || return 1
        sleep 0.1
    done
}

# end_process PID SIGNAL: asks it to end and waits; after 15 s it is ended.
end_process() {
    local pid="$1" signal="$2" tries=0
    kill -"$signal" "$pid" 2>/dev/null || return 0
    while kill -0 "$pid" 2>/dev/null; do
        tries=$((tries + 1))
        if [ "$tries" -ge 150 ]; then
            kill -KILL "$pid" 2>/dev/null
            break
        fi
        sleep 0.1
    done
    wait "$pid" 2>/dev/null || true
}
