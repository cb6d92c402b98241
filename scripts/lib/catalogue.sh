# Publishes the procedures: build/catalogue, and build/catalogue.pub that they are trusted by; and
# the computed days off: build/calendar.json.
# shellcheck shell=bash

publish_catalogue() {
    build release motcua || return 1
    local motcua="$MOTCUA_ROOT/build/release/client/cli/motcua"
    local key="${MOTCUA_CATALOGUE_KEY:-$MOTCUA_CACHE/catalogue-demonstration.key}"
    if [ -z "${MOTCUA_CATALOGUE_KEY:-}" ] && [ ! -f "$key" ]; then
        mkdir -p "$MOTCUA_CACHE"
        "$motcua" catalogue key --demonstration "$key" >/dev/null || return 1
    fi
    say "publishing the procedures"
    "$motcua" catalogue publish --key "$key" --out "$MOTCUA_ROOT/build/catalogue" \
        "$MOTCUA_ROOT"/assets/procedures/[0-9].*.json >/dev/null || return 1
    local calendar="$MOTCUA_ROOT/build/calendar.json"
    "$motcua" calendar >"$calendar.new" || return 1
    if cmp -s "$calendar.new" "$calendar"; then rm "$calendar.new"; else mv "$calendar.new" "$calendar"; fi
    cmp -s "$key.pub" "$MOTCUA_ROOT/build/catalogue.pub" || cp "$key.pub" "$MOTCUA_ROOT/build/catalogue.pub"
}
