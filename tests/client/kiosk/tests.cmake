motcua_test(NAME kiosk_tests
  SOURCES
    "${CMAKE_CURRENT_LIST_DIR}/options_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/site_test.cpp"
    "${CMAKE_CURRENT_LIST_DIR}/trust_test.cpp"
  LIBRARIES motcua_kiosk_parts motcua_package motcua_shared
  LABELS client)
