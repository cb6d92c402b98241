motcua_test(NAME cli_tests
  SOURCES
    cli/agency_test.cpp
    cli/analysis_test.cpp
    cli/catalogue_check_test.cpp
    cli/draw_test.cpp
    cli/explain_test.cpp
    cli/filter_test.cpp
    cli/json_fault_test.cpp
    cli/publish_test.cpp
    cli/try_test.cpp
    cli/visits_test.cpp
  LIBRARIES motcua_cli_parts)
