# Every target of ours goes through motcua_target(): language, warnings, sanitizers, include root.

option(MOTCUA_TESTS "Build the tests" ON)
option(MOTCUA_EXCEPTIONS "Wasm only: compile with exceptions (Catch2 needs them; the product does not)" OFF)
option(MOTCUA_WERROR "Warnings are errors" ON)
option(MOTCUA_FUZZ "Build the fuzz programs (clang's libFuzzer)" OFF)
set(MOTCUA_SANITIZE "" CACHE STRING "address,undefined or thread")
set(MOTCUA_DEPS "" CACHE PATH "Wasm only: where scripts/setup put SDL2, Dear ImGui and libsodium")

function(motcua_target name)
  target_compile_features(${name} PUBLIC cxx_std_20)
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/generated")
  target_compile_options(${name} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Wformat=2 -Wimplicit-fallthrough -Wswitch-enum
    -Wno-missing-field-initializers
    # Two false alarms of GCC 12's optimiser: uninitialised members inside a moved std::variant
    # (its bug 105562), overlapping copies in "literal" + string (105651). clang, which builds the
    # same sources for Wasm, looks for real ones.
    "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-restrict>")
  if(MOTCUA_WERROR)
    target_compile_options(${name} PRIVATE -Werror)
  endif()
  if(EMSCRIPTEN)
    if(MOTCUA_EXCEPTIONS)
      target_compile_options(${name} PRIVATE -fwasm-exceptions)
      target_link_options(${name} PRIVATE -fwasm-exceptions)
    else()
      target_compile_options(${name} PRIVATE -fno-exceptions -fno-rtti)
    endif()
  elseif(MOTCUA_FUZZ)
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
    target_link_options(${name} PRIVATE -fsanitize=address,undefined)
  elseif(MOTCUA_SANITIZE)
    target_compile_options(${name} PRIVATE -fsanitize=${MOTCUA_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${name} PRIVATE -fsanitize=${MOTCUA_SANITIZE})
  endif()
endfunction()

# What Emscripten writes is CommonJS, while package.json at the root says that .js is a module.
if(EMSCRIPTEN)
  file(WRITE "${CMAKE_BINARY_DIR}/package.json" "{\"type\": \"commonjs\"}\n")
endif()
