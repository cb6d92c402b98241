# What tests storage, services and http (motcua_backend).
target_sources(backend_tests PRIVATE
  "${CMAKE_CURRENT_LIST_DIR}/http/appointments_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/http/journey_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/http/line_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/http/live_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/http/message_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/http/routes_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/http/staff_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/http/waiting_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/services/assets_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/services/bookings_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/services/catalogue_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/services/crash_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/services/fair_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/services/offices_file_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/services/receipts_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/services/statistics_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/services/upkeep_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/storage/event_chain_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/storage/outbox_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/storage/sqlite_storage_test.cpp"
  "${CMAKE_CURRENT_LIST_DIR}/storage/visit_states_test.cpp")
target_link_libraries(backend_tests PRIVATE motcua_backend)
