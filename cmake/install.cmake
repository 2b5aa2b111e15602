# The modules as one library, libcartouche, and what cmake --install puts where: the program, the library with its
# public headers and cartoucheConfig.cmake, and the styles, schemas, data and examples that come with it.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

get_property(objects GLOBAL PROPERTY CARTOUCHE_OBJECTS)
get_property(libraries GLOBAL PROPERTY CARTOUCHE_LIBRARIES)
list(REMOVE_DUPLICATES libraries)
# Static or, with BUILD_SHARED_LIBS, shared.
add_library(libcartouche ${objects})
add_library(cartouche::cartouche ALIAS libcartouche)
target_link_libraries(libcartouche PRIVATE ${libraries})
target_compile_features(libcartouche PUBLIC cxx_std_20)
# docs/library.md says which versions take each other's place.
set_target_properties(libcartouche PROPERTIES
  OUTPUT_NAME cartouche EXPORT_NAME cartouche LINKER_LANGUAGE CXX
  VERSION "${PROJECT_VERSION}" SOVERSION "${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}")
if(BUILD_SHARED_LIBS)
  set(symbols "${PROJECT_SOURCE_DIR}/cmake/libcartouche.map")
  target_link_options(libcartouche PRIVATE "LINKER:--version-script=${symbols}" "LINKER:--no-undefined")
  set_target_properties(libcartouche PROPERTIES LINK_DEPENDS "${symbols}")
endif()

install(TARGETS cartouche RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(TARGETS libcartouche EXPORT cartoucheTargets INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
foreach(header press/press.h base/diagnostics.h base/error.h)
  get_filename_component(module "${header}" DIRECTORY)
  install(FILES "${PROJECT_SOURCE_DIR}/include/cartouche/${header}"
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/cartouche/${module}")
endforeach()

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/cartouche")
set(data "${CMAKE_INSTALL_DATADIR}/cartouche")
install(EXPORT cartoucheTargets NAMESPACE cartouche:: DESTINATION "${package}")
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/cartoucheConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/cartoucheConfig.cmake" INSTALL_DESTINATION "${package}" PATH_VARS data)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/cartoucheConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/cartoucheConfig.cmake" "${PROJECT_BINARY_DIR}/cartoucheConfigVersion.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/dependencies.cmake" DESTINATION "${package}")
install(DIRECTORY styles schemas geodata examples DESTINATION "${data}" PATTERN ".*" EXCLUDE)
install(FILES LICENSE README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
