// Stands in for library functions that SDL2 and Dear ImGui mention but that have nothing to do
// here; the real ones bring a tenth of the module with them.
#include <cstdarg>
#include <cstdlib>
#include <cstring>

extern "C" {

/// Every WebGL function by name. SDL2 asks for extensions only; none is needed.
void* eglGetProcAddress(const char* name);
void* eglGetProcAddress(const char* /*name*/) {
    return nullptr;
}

/// Dear ImGui reads its settings file with it, which the painter has not, and the number in
/// "#version 300 es" with "#version %d".
int sscanf(const char* text, const char* format, ...);
int sscanf(const char* text, const char* format, ...) {
    if (std::strcmp(format, "#version %d") != 0 || std::strncmp(text, "#version ", 9) != 0) {
        return 0;
    }
    va_list values;
    va_start(values, format);
    *va_arg(values, int*) = std::atoi(text + 9);
    va_end(values);
    return 1;
}

/// SDL2 reads numbers from its hints with it; the painter sets none of those.
double atof(const char* text);
double atof(const char* /*text*/) {
    return 0;
}

}  // extern "C"
