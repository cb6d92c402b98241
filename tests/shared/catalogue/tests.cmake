target_sources(shared_tests PRIVATE
  "${CMAKE_CURRENT_LIST_DIR}/logic_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/procedure_files_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/read_procedure_test.cpp")
