# The libraries of others that the program is made of, all from Debian. Included by the build, and by the installed
# package where a program links the library's own objects.
find_package(fmt REQUIRED)
find_package(Threads REQUIRED)
find_package(PROJ REQUIRED CONFIG)
find_package(GDAL REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(pugixml REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(GEOS REQUIRED IMPORTED_TARGET geos)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo cairo-ft cairo-pdf freetype2 libdeflate libqpdf)
pkg_check_modules(PANGOFT2 REQUIRED IMPORTED_TARGET pangoft2 fontconfig harfbuzz)
# The header-only part of cpp-httplib would cost every build a minute: Debian ships it as a library as well.
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)
