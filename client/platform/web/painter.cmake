# The painter module: layout, Dear ImGui, SDL2. See client/ui/README.md for how it is called.
include(motcua_dependencies)

add_executable(painter painter_lean.cpp painter_main.cpp painter_window.cpp)
motcua_target(painter)
set_target_properties(painter PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/web")
target_link_libraries(painter PRIVATE motcua_painter)
target_link_options(painter PRIVATE
  -sMODULARIZE=1
  -sEXPORT_NAME=createPainter
  -sENVIRONMENT=web
  -sFILESYSTEM=0
  -sMALLOC=emmalloc
  -sALLOW_MEMORY_GROWTH=1
  -sINITIAL_MEMORY=16mb
  -sTOTAL_STACK=1mb
  -sDYNAMIC_EXECUTION=0
  -sSUPPORT_ERRNO=0
  -sGL_TRACK_ERRORS=0
  -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
  "-sINCOMING_MODULE_JS_API=['locateFile','canvas']"
  "SHELL:--pre-js ${CMAKE_CURRENT_SOURCE_DIR}/painter_pre.js"
  -sMIN_WEBGL_VERSION=2
  -sMAX_WEBGL_VERSION=2
  "-sEXPORTED_FUNCTIONS=['_malloc','_free','_mp_start','_mp_page','_mp_view','_mp_frame','_mp_frames']"
  "-sEXPORTED_RUNTIME_METHODS=['ccall']"
  --no-entry)
if(CMAKE_BUILD_TYPE STREQUAL "MinSizeRel")
  target_link_options(painter PRIVATE -Oz -sASSERTIONS=0)
endif()
set_target_properties(painter PROPERTIES LINK_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/painter_pre.js")
