// Preloaded into a server: counts how often it waits for the disk, and makes each time as much
// longer as SYNC_DELAY_US says. The count stands in the file SYNC_COUNT, eight bytes.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static _Atomic uint64_t* count;
static long delay_nanos;

__attribute__((constructor)) static void begin(void) {
    const char* file = getenv("SYNC_COUNT");
    const char* delay = getenv("SYNC_DELAY_US");
    const int opened = file == NULL ? -1 : open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (opened >= 0 && ftruncate(opened, sizeof *count) == 0) {
        void* mapped = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, opened, 0);
        count = mapped == MAP_FAILED ? NULL : mapped;
    }
    delay_nanos = delay == NULL ? 0 : atol(delay) * 1000;
}

static int wait_for(const char* name, int file) {
    if (count != NULL) {
        atomic_fetch_add(count, 1);
    }
    if (delay_nanos > 0) {
        const struct timespec time = {.tv_sec = 0, .tv_nsec = delay_nanos};
        nanosleep(&time, NULL);
    }
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    return real(file);
}

int fsync(int file) {
    return wait_for("fsync", file);
}

int fdatasync(int file) {
    return wait_for("fdatasync", file);
}
