#include <cstddef>
#include <cstdint>

/// Where libsodium's random bytes come from in the browser: crypto.getRandomValues, asked
/// through an import of web/module.js. Its own way (EM_ASM) needs Emscripten's loader.
/// Defined here, the library's randombytes.o is never linked; were it linked after all,
/// the duplicate would stop the build.
extern "C" {

__attribute__((import_module("motcua"), import_name("random_bytes"))) void motcua_random_bytes(
    void* at, std::size_t bytes);

void randombytes_buf(void* at, std::size_t bytes);
std::uint32_t randombytes_random();
void randombytes_stir();

void randombytes_buf(void* at, std::size_t bytes) {
    motcua_random_bytes(at, bytes);
}

std::uint32_t randombytes_random() {
    std::uint32_t number = 0;
    motcua_random_bytes(&number, sizeof number);
    return number;
}

void randombytes_stir() {}
}
