target_sources(shared_tests PRIVATE
  "${CMAKE_CURRENT_LIST_DIR}/analysis_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/look_over_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/reachable_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/types_test.cpp")
