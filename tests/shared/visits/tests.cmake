target_sources(shared_tests PRIVATE
  "${CMAKE_CURRENT_LIST_DIR}/calendar_file_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/draw_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/estimate_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/indicators_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/line_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/pickup_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/route_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/serve_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/simulate_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/states_test.cpp")
target_link_libraries(shared_tests PRIVATE motcua_visits)
