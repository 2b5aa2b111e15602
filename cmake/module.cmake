# One library and one test program per module. A module links nothing but what its own CMakeLists names, so the
# build holds the one-way flow: a header of a module that is not linked cannot be found.
include(GoogleTest)

# cartouche_module(NAME USES module... LIBRARIES target...)
#   include/cartouche/NAME/*.h, src/NAME/*.cpp  -> library cartouche_NAME
#   tests/NAME/*_test.cpp                       -> program test_NAME
function(cartouche_module name)
  cmake_parse_arguments(ARG "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp")
  if(sources)
    add_library(cartouche_${name} STATIC ${sources})
    set(scope PUBLIC)
    target_compile_options(cartouche_${name} PRIVATE ${CARTOUCHE_WARNINGS})
  else()
    add_library(cartouche_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(cartouche_${name} ${scope} "${PROJECT_SOURCE_DIR}/include")
  target_compile_features(cartouche_${name} ${scope} cxx_std_20)
  foreach(module IN LISTS ARG_USES)
    target_link_libraries(cartouche_${name} ${scope} cartouche_${module})
  endforeach()
  if(sources AND ARG_LIBRARIES)
    target_link_libraries(cartouche_${name} PRIVATE ${ARG_LIBRARIES})
  endif()

  file(GLOB_RECURSE tests CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/${name}/*_test.cpp")
  if(CARTOUCHE_TESTS AND tests)
    add_executable(test_${name} ${tests})
    target_compile_options(test_${name} PRIVATE ${CARTOUCHE_WARNINGS})
    target_compile_definitions(test_${name} PRIVATE
      CARTOUCHE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
      CARTOUCHE_SHARED_DIR="${PROJECT_SOURCE_DIR}/../shared")
    target_link_libraries(test_${name} PRIVATE cartouche_${name} GTest::gmock GTest::gtest_main)
    gtest_discover_tests(test_${name} TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60)
  endif()
endfunction()
