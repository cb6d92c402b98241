# Libraries from outside, one name each for native and Wasm builds:
#   motcua::sdl2    #include <SDL.h>
#   motcua::imgui   #include <imgui.h>, <backends/imgui_impl_sdl.h>, <backends/imgui_impl_opengl3.h>
#   motcua::sodium  #include <sodium.h>
#   motcua::catch2  #include <catch2/catch.hpp>
# Natively they are Debian's packages; for Wasm what scripts/setup built (MOTCUA_DEPS).

include_guard()

# The libraries give their own warnings: their headers are system headers to us.
function(motcua_imported name)
  add_library(motcua::${name} INTERFACE IMPORTED GLOBAL)
endfunction()

if(EMSCRIPTEN)
  set(deps "${MOTCUA_DEPS}")
  if(NOT deps)
    set(deps "${CMAKE_SOURCE_DIR}/build/web-deps")
  endif()
  if(NOT EXISTS "${deps}/lib/libSDL2.a")
    message(FATAL_ERROR "The Wasm libraries are not at ${deps}: run scripts/setup first.")
  endif()
  foreach(library IN ITEMS sdl2:SDL2:SDL2 imgui:imgui:imgui sodium:sodium:sodium)
    string(REPLACE ":" ";" parts ${library})
    list(GET parts 0 name)
    list(GET parts 1 archive)
    list(GET parts 2 folder)
    motcua_imported(${name})
    target_include_directories(motcua::${name} INTERFACE "${deps}/include/${folder}")
    target_link_libraries(motcua::${name} INTERFACE "${deps}/lib/lib${archive}.a")
  endforeach()
  target_compile_definitions(motcua::sodium INTERFACE SODIUM_STATIC=1)
  target_compile_definitions(motcua::imgui INTERFACE IMGUI_IMPL_OPENGL_ES3)
else()
  find_package(PkgConfig REQUIRED)
  foreach(library IN ITEMS sdl2:sdl2 imgui:imgui sodium:libsodium)
    string(REPLACE ":" ";" parts ${library})
    list(GET parts 0 name)
    list(GET parts 1 module)
    pkg_check_modules(${module} QUIET IMPORTED_TARGET GLOBAL ${module})
    if(NOT ${module}_FOUND)
      message(FATAL_ERROR "${module} is not installed: run scripts/setup first.")
    endif()
    motcua_imported(${name})
    target_link_libraries(motcua::${name} INTERFACE PkgConfig::${module})
  endforeach()
  # Its OpenGL loader opens libGL at run time.
  target_link_libraries(motcua::imgui INTERFACE ${CMAKE_DL_LIBS})
endif()
target_link_libraries(motcua::imgui INTERFACE motcua::sdl2)

# Catch2 2.13 is one header. em++ must never see all of /usr/include, so it gets a folder
# that holds nothing but a link to it.
if(NOT EXISTS /usr/include/catch2/catch.hpp)
  if(MOTCUA_TESTS)
    message(FATAL_ERROR "Catch2 is not installed: run scripts/setup first.")
  endif()
else()
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/headers/catch2")
  file(CREATE_LINK /usr/include/catch2 "${CMAKE_BINARY_DIR}/headers/catch2/catch2" SYMBOLIC)
  motcua_imported(catch2)
  target_include_directories(motcua::catch2 INTERFACE "${CMAKE_BINARY_DIR}/headers/catch2")
  add_library(Catch2::Catch2 ALIAS motcua::catch2)
endif()
