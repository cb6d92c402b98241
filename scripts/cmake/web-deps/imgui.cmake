# Dear ImGui with its SDL2 and OpenGL ES backends; no demo, no metrics window.
set(gui ${imgui_SOURCE})
add_library(imgui STATIC
  ${gui}/backends/imgui_impl_opengl3.cpp
  ${gui}/backends/imgui_impl_sdl.cpp
  ${gui}/imgui.cpp
  ${gui}/imgui_draw.cpp
  ${gui}/imgui_tables.cpp
  ${gui}/imgui_widgets.cpp)
target_include_directories(imgui PRIVATE include ${libsdl2_SOURCE}/include ${gui})
target_compile_definitions(imgui PRIVATE
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_METRICS_WINDOW IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_IMPL_OPENGL_ES3)
target_compile_options(imgui PRIVATE -Oz -fno-exceptions -fno-rtti -w)
install(TARGETS imgui DESTINATION lib)
install(FILES ${gui}/imconfig.h ${gui}/imgui.h ${gui}/imgui_internal.h ${gui}/imstb_rectpack.h
              ${gui}/imstb_textedit.h ${gui}/imstb_truetype.h
        DESTINATION include/imgui)
install(FILES ${gui}/backends/imgui_impl_opengl3.h ${gui}/backends/imgui_impl_sdl.h
        DESTINATION include/imgui/backends)
