# The security folder's part of backend_tests.
target_sources(backend_tests PRIVATE
  "${CMAKE_CURRENT_LIST_DIR}/key_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/password_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/sealer_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/token_test.cpp")
target_link_libraries(backend_tests PRIVATE motcua_security)
