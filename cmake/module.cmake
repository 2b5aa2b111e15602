# One library and one test program per module. A module sees its own headers and those of the modules that it links,
# no others: each module's headers are a folder of their own to the compiler. So the build holds the one-way flow, and
# tests/architecture holds the build against the table of modules in docs/architecture.md.
include(GoogleTest)

# cartouche_module(NAME PUBLIC module... PRIVATE module... TESTS module... LIBRARIES target...)
#   include/cartouche/NAME/*.h, src/NAME/*.cpp (but main.cpp)  -> library cartouche_NAME
#   tests/NAME/*_test.cpp                                      -> program test_NAME
# PUBLIC: what its headers include. PRIVATE: what only its sources do. TESTS: what only its tests do.
function(cartouche_module name)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE;TESTS;LIBRARIES" ${ARGN})
  list(TRANSFORM ARG_PUBLIC PREPEND cartouche_)
  list(TRANSFORM ARG_PRIVATE PREPEND cartouche_)
  list(TRANSFORM ARG_TESTS PREPEND cartouche_)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp")
  list(REMOVE_ITEM sources "${PROJECT_SOURCE_DIR}/src/${name}/main.cpp")
  if(sources)
    add_library(cartouche_${name} STATIC ${sources})
    set(scope PUBLIC)
    target_compile_options(cartouche_${name} PRIVATE ${CARTOUCHE_WARNINGS})
    target_link_libraries(cartouche_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} ${ARG_LIBRARIES})
  else()
    add_library(cartouche_${name} INTERFACE)
    set(scope INTERFACE)
    target_link_libraries(cartouche_${name} INTERFACE ${ARG_PUBLIC})
  endif()
  target_compile_features(cartouche_${name} ${scope} cxx_std_20)
  # What the library is put together from: cmake/install.cmake.
  if(sources AND NOT name STREQUAL "cli")
    set_property(GLOBAL APPEND PROPERTY CARTOUCHE_OBJECTS "$<TARGET_OBJECTS:cartouche_${name}>")
    set_property(GLOBAL APPEND PROPERTY CARTOUCHE_LIBRARIES ${ARG_LIBRARIES})
  endif()
  cartouche_headers(${name} ${scope})

  file(GLOB_RECURSE tests CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/${name}/*_test.cpp")
  if(CARTOUCHE_TESTS AND tests)
    add_executable(test_${name} ${tests})
    target_compile_options(test_${name} PRIVATE ${CARTOUCHE_WARNINGS})
    target_compile_definitions(test_${name} PRIVATE
      CARTOUCHE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
      CARTOUCHE_SHARED_DIR="${PROJECT_SOURCE_DIR}/../shared")
    target_link_libraries(test_${name} PRIVATE cartouche_${name} ${ARG_PRIVATE} ${ARG_TESTS}
      GTest::gmock GTest::gtest_main)
    gtest_discover_tests(test_${name} TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60
      DISCOVERY_MODE PRE_TEST)  # tests of files that were added since the program was linked are found too
  endif()
endfunction()

# The folder <build>/headers/NAME, in which `cartouche/NAME/x.h` is found and no other module's header is.
function(cartouche_headers name scope)
  set(root "${PROJECT_BINARY_DIR}/headers/${name}")
  file(MAKE_DIRECTORY "${root}/cartouche")
  file(CREATE_LINK "${PROJECT_SOURCE_DIR}/include/cartouche/${name}" "${root}/cartouche/${name}" SYMBOLIC)
  target_include_directories(cartouche_${name} ${scope} "${root}")
endfunction()
