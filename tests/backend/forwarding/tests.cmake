# The forwarding folder's part of backend_tests.
target_sources(backend_tests PRIVATE
  "${CMAKE_CURRENT_LIST_DIR}/backoff_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/curl_client_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/delivery_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/forwarder_test.cpp")
target_link_libraries(backend_tests PRIVATE motcua_forwarding)
