motcua_test(NAME cli_tests
  SOURCES
    cli/catalogue_check_test.cpp
  LIBRARIES motcua_cli_parts)
