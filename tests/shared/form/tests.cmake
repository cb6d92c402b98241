target_sources(shared_tests PRIVATE
  "${CMAKE_CURRENT_LIST_DIR}/answers_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/check_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/codec_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/competence_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/costs_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/due_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/day_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/helper_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/journey_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/journeys_golden_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/migrate_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/normalise_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/property_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/rows_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/values_test.cpp"
  "${CMAKE_SOURCE_DIR}/tests/support/journey_file.cpp")
target_link_libraries(shared_tests PRIVATE motcua_sample)
