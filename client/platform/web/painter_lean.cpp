// Stands in for library functions that SDL2 and Dear ImGui mention but that have nothing to do
// here; the real ones bring a tenth of the module with them.

extern "C" {

/// Every WebGL function by name. SDL2 asks for extensions only; none is needed.
void* eglGetProcAddress(const char* name);
void* eglGetProcAddress(const char* /*name*/) {
    return nullptr;
}

/// Dear ImGui reads its settings file with it; the painter has none.
int sscanf(const char* text, const char* format, ...);
int sscanf(const char* /*text*/, const char* /*format*/, ...) {
    return 0;
}

/// SDL2 reads numbers from its hints with it; the painter sets none of those.
double atof(const char* text);
double atof(const char* /*text*/) {
    return 0;
}

}  // extern "C"
