# Installs the build into a folder, builds a program against it, and makes pages with that and with the installed
# program. Run as: cmake -DBUILD=… -DSOURCE=… -DCXX=… -DGENERATOR=… -P installed_test.cmake
set(work "${BUILD}/installed_test")
set(prefix "${work}/prefix")
file(REMOVE_RECURSE "${work}")

function(run code)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${work}" RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT result EQUAL code)
    message(FATAL_ERROR "${ARGN}\nexits with ${result}, not ${code}\n${out}${err}")
  endif()
  set(said "${out}${err}" PARENT_SCOPE)
endfunction()

function(require_file file beginning)
  if(NOT EXISTS "${file}")
    message(FATAL_ERROR "${file} is missing")
  endif()
  file(READ "${file}" text LIMIT 2000)
  if(NOT text MATCHES "${beginning}")
    message(FATAL_ERROR "${file} does not begin as it should: ${text}")
  endif()
endfunction()

file(MAKE_DIRECTORY "${work}")
run(0 "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}")

# Moved: nothing may know where it was put first.
file(RENAME "${prefix}" "${work}/elsewhere")
set(prefix "${work}/elsewhere")
file(GLOB_RECURSE packages "${prefix}/*.cmake")
foreach(package IN LISTS packages)
  file(READ "${package}" text)
  if(text MATCHES "${SOURCE}/|${BUILD}/")
    message(FATAL_ERROR "${package} names the folder that it was built in")
  endif()
endforeach()

# The program of others.
run(0 "${CMAKE_COMMAND}" -S "${SOURCE}/tests/library/consumer" -B "${work}/consumer" -G "${GENERATOR}"
  "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_PREFIX_PATH=${prefix}")
run(0 "${CMAKE_COMMAND}" --build "${work}/consumer")
run(0 "${work}/consumer/consumer")
if(NOT said MATCHES "page departements\n.*read departements.yaml\n")
  message(FATAL_ERROR "the consumer says: ${said}")
endif()
require_file("${work}/departements.svg" "<svg")
run(2 "${work}/consumer/consumer" "${work}/absent.yaml")

# The installed program, with a project of its own that uses what comes with the program.
file(WRITE "${work}/projet.yaml" [[
cartouche: 1
title: Essai
sources: { departements: { path: "cartouche:geodata/departements.fgb", id: code } }
layers: { fond: { kind: polygons, table: departements, symbol: fond } }
pages:
  p: { file: essai, style: style.yaml, template: page, title: Essai, frames: { carte: { extent: { table: departements }, crs: EPSG:2154, layers: [fond] } } }
]])
file(WRITE "${work}/style.yaml" [[
style: 1
inherits: "cartouche:styles/annexe.yaml"
symbols: { fond: { fill: "#cccccc" } }
templates: { page: { size: [60mm, 60mm], items: { carte: { kind: frame, box: [2mm, 2mm, 56mm, 56mm] } } } }
]])
run(0 "${prefix}/bin/cartouche" render "${work}/projet.yaml" --format svg --out "${work}/out")
require_file("${work}/out/essai.svg" "<svg")
run(0 "${prefix}/bin/cartouche" schema project)
if(NOT said MATCHES "json-schema.org")
  message(FATAL_ERROR "cartouche schema prints no schema")
endif()
