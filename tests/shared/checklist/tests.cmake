target_sources(shared_tests PRIVATE
  "${CMAKE_CURRENT_LIST_DIR}/checklist_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/deciding_test.cpp")
