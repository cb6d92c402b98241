// Preloaded into a program under test: a disk that is full and a clock that jumps. The file FAULTS,
// 16 bytes, says how, and may be changed while the program runs: how far the wall clock is off, in
// nanoseconds, and how many bytes still fit on the disk, -1: all. The kernel is asked directly: looking for
// the library's function would wait for whoever loads a library meanwhile.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

struct faults {
    _Atomic int64_t clock_nanos;
    _Atomic int64_t disk_bytes;
};
static struct faults* faults;

__attribute__((constructor)) static void begin(void) {
    const char* file = getenv("FAULTS");
    const int opened = file == NULL ? -1 : open(file, O_RDWR | O_CLOEXEC);
    if (opened >= 0) {
        void* mapped = mmap(NULL, sizeof *faults, PROT_READ | PROT_WRITE, MAP_SHARED, opened, 0);
        faults = mapped == MAP_FAILED ? NULL : mapped;
    }
}

static int is_on_disk(int file) {
    struct stat about;
    return faults != NULL && fstat(file, &about) == 0 && S_ISREG(about.st_mode);
}

/// How many of these bytes still fit; they are taken.
static size_t take_room(int file, size_t wanted) {
    if (!is_on_disk(file)) {
        return wanted;
    }
    int64_t left = atomic_load(&faults->disk_bytes);
    while (left >= 0) {
        const int64_t fit = left < (int64_t)wanted ? left : (int64_t)wanted;
        if (atomic_compare_exchange_weak(&faults->disk_bytes, &left, left - fit)) {
            return (size_t)fit;
        }
    }
    return wanted;
}

static ssize_t full(void) {
    errno = ENOSPC;
    return -1;
}

ssize_t write(int file, const void* bytes, size_t count) {
    const size_t fit = take_room(file, count);
    return fit == 0 && count > 0 ? full() : syscall(SYS_write, file, bytes, fit);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
    const size_t fit = take_room(file, count);
    return fit == 0 && count > 0 ? full() : syscall(SYS_pwrite64, file, bytes, fit, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
    const size_t fit = take_room(file, count);
    return fit == 0 && count > 0 ? full() : syscall(SYS_pwrite64, file, bytes, fit, at);
}

static int64_t clock_off(void) {
    return faults == NULL ? 0 : atomic_load(&faults->clock_nanos);
}

int clock_gettime(clockid_t clock, struct timespec* time) {
    static const int64_t kSecond = 1000000000;
    const int failed = (int)syscall(SYS_clock_gettime, clock, time);
    if (failed == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        const int64_t nanos = time->tv_sec * kSecond + time->tv_nsec + clock_off();
        time->tv_sec = nanos / kSecond;
        time->tv_nsec = nanos % kSecond;
    }
    return failed;
}

int gettimeofday(struct timeval* restrict time, void* restrict zone) {
    (void)zone;
    struct timespec now;
    const int failed = clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return failed;
}

time_t time(time_t* into) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (into != NULL) {
        *into = now.tv_sec;
    }
    return now.tv_sec;
}
