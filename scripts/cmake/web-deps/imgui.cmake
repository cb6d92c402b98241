# Dear ImGui with its SDL2 and OpenGL ES backends; no demo, no metrics window.
set(gui ${imgui_SOURCE})

# The typeface inside imgui_draw.cpp is 9 kB of the painter's download and never drawn with. This
# version has no option to leave it out.
file(READ ${gui}/imgui_draw.cpp draw)
string(FIND "${draw}" "static const char proggy_clean_ttf_compressed_data_base85[" begin)
string(FIND "${draw}" "static const char* GetDefaultCompressedFontDataTTFBase85()\n{" end)
if(begin EQUAL -1 OR end LESS begin)
  message(FATAL_ERROR "imgui_draw.cpp no longer holds its typeface where it did")
endif()
string(SUBSTRING "${draw}" 0 ${begin} before)
string(SUBSTRING "${draw}" ${end} -1 after)
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/imgui_draw.cpp
  "${before}static const char proggy_clean_ttf_compressed_data_base85[] = \"\";\n${after}")

add_library(imgui STATIC
  ${gui}/backends/imgui_impl_opengl3.cpp
  ${gui}/backends/imgui_impl_sdl.cpp
  ${gui}/imgui.cpp
  ${CMAKE_CURRENT_BINARY_DIR}/imgui_draw.cpp
  ${gui}/imgui_tables.cpp
  ${gui}/imgui_widgets.cpp)
target_include_directories(imgui PRIVATE include ${libsdl2_SOURCE}/include ${gui})
target_compile_definitions(imgui PRIVATE
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_METRICS_WINDOW IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_IMPL_OPENGL_ES3)
target_compile_options(imgui PRIVATE -Oz -sINLINING_LIMIT=0 -flto -fno-exceptions -fno-rtti -w)
install(TARGETS imgui DESTINATION lib)
install(FILES ${gui}/imconfig.h ${gui}/imgui.h ${gui}/imgui_internal.h ${gui}/imstb_rectpack.h
              ${gui}/imstb_textedit.h ${gui}/imstb_truetype.h
        DESTINATION include/imgui)
install(FILES ${gui}/backends/imgui_impl_opengl3.h ${gui}/backends/imgui_impl_sdl.h
        DESTINATION include/imgui/backends)
