# The video and event core of SDL2 with the Emscripten drivers, nothing else: no render API,
# audio, joystick, haptic, sensor, power, no software blitters.
set(sdl ${libsdl2_SOURCE}/src)
add_library(SDL2 STATIC
  ${sdl}/SDL.c
  ${sdl}/SDL_assert.c
  ${sdl}/SDL_dataqueue.c
  ${sdl}/SDL_error.c
  ${sdl}/SDL_hints.c
  ${sdl}/SDL_list.c
  ${sdl}/SDL_log.c
  ${sdl}/SDL_utils.c
  ${sdl}/atomic/SDL_atomic.c
  ${sdl}/atomic/SDL_spinlock.c
  ${sdl}/cpuinfo/SDL_cpuinfo.c
  ${sdl}/events/SDL_clipboardevents.c
  ${sdl}/events/SDL_displayevents.c
  ${sdl}/events/SDL_dropevents.c
  ${sdl}/events/SDL_events.c
  ${sdl}/events/SDL_gesture.c
  ${sdl}/events/SDL_keyboard.c
  ${sdl}/events/SDL_keysym_to_scancode.c
  ${sdl}/events/SDL_mouse.c
  ${sdl}/events/SDL_quit.c
  ${sdl}/events/SDL_scancode_tables.c
  ${sdl}/events/SDL_touch.c
  ${sdl}/events/SDL_windowevents.c
  ${sdl}/file/SDL_rwops.c
  ${sdl}/loadso/dummy/SDL_sysloadso.c
  ${sdl}/misc/SDL_url.c
  ${sdl}/misc/emscripten/SDL_sysurl.c
  ${sdl}/stdlib/SDL_crc16.c
  ${sdl}/stdlib/SDL_crc32.c
  ${sdl}/stdlib/SDL_getenv.c
  ${sdl}/stdlib/SDL_iconv.c
  ${sdl}/stdlib/SDL_malloc.c
  ${sdl}/stdlib/SDL_qsort.c
  ${sdl}/stdlib/SDL_stdlib.c
  ${sdl}/stdlib/SDL_string.c
  ${sdl}/stdlib/SDL_strtokr.c
  ${sdl}/thread/SDL_thread.c
  ${sdl}/thread/generic/SDL_syscond.c
  ${sdl}/thread/generic/SDL_sysmutex.c
  ${sdl}/thread/generic/SDL_syssem.c
  ${sdl}/thread/generic/SDL_systhread.c
  ${sdl}/thread/generic/SDL_systls.c
  ${sdl}/timer/SDL_timer.c
  ${sdl}/timer/unix/SDL_systimer.c
  ${sdl}/video/SDL_RLEaccel.c
  ${sdl}/video/SDL_blit.c
  ${sdl}/video/SDL_blit_0.c
  ${sdl}/video/SDL_blit_1.c
  ${sdl}/video/SDL_blit_A.c
  ${sdl}/video/SDL_blit_N.c
  ${sdl}/video/SDL_blit_auto.c
  ${sdl}/video/SDL_blit_copy.c
  ${sdl}/video/SDL_blit_slow.c
  ${sdl}/video/SDL_clipboard.c
  ${sdl}/video/SDL_egl.c
  ${sdl}/video/SDL_fillrect.c
  ${sdl}/video/SDL_pixels.c
  ${sdl}/video/SDL_rect.c
  ${sdl}/video/SDL_shape.c
  ${sdl}/video/SDL_stretch.c
  ${sdl}/video/SDL_surface.c
  ${sdl}/video/SDL_video.c
  ${sdl}/video/SDL_vulkan_utils.c
  ${sdl}/video/SDL_yuv.c
  ${sdl}/video/emscripten/SDL_emscriptenevents.c
  ${sdl}/video/emscripten/SDL_emscriptenframebuffer.c
  ${sdl}/video/emscripten/SDL_emscriptenmouse.c
  ${sdl}/video/emscripten/SDL_emscriptenopengles.c
  ${sdl}/video/emscripten/SDL_emscriptenvideo.c
  sdl2_absent.c)
# Our SDL_config.h has to be found before the one beside SDL's headers.
target_include_directories(SDL2 PRIVATE include ${libsdl2_SOURCE}/include)
target_compile_definitions(SDL2 PRIVATE SDL_LEAN_AND_MEAN=1 SDL_DYNAPI=0)
target_compile_options(SDL2 PRIVATE -Oz -sINLINING_LIMIT=0 -flto -w)
install(TARGETS SDL2 DESTINATION lib)
file(GLOB headers ${libsdl2_SOURCE}/include/*.h)
list(FILTER headers EXCLUDE REGEX "/SDL_config[^/]*\\.h$|/SDL_test[^/]*\\.h$")
install(FILES ${headers} ${libsdl2_SOURCE}/include/SDL_config_emscripten.h include/SDL_config.h
        DESTINATION include/SDL2)
