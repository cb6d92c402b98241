# Native only: as Wasm the painter is tried in a real browser.
if(EMSCRIPTEN)
  return()
endif()
motcua_test(NAME painter_tests
  SOURCES
    "${CMAKE_CURRENT_LIST_DIR}/field_editor_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/figures_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/font_metrics_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/layer_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/layout_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/painter_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/sample.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/text_wrap_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/theme_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/wire_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/word_typing_test.cpp"
  LIBRARIES motcua_painter
  LABELS client)
