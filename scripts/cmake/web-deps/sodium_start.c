/* sodium_init and sodium_misuse without the primitives that are left out. One thread only. */
#include <stdlib.h>

#include "core.h"
#include "randombytes.h"

static int started;

int sodium_init(void) {
    if (started) {
        return 1;
    }
    randombytes_stir();
    started = 1;
    return 0;
}

int sodium_set_misuse_handler(void (*handler)(void)) {
    (void)handler;
    return -1;
}

void sodium_misuse(void) { abort(); }
