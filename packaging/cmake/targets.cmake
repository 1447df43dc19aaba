# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One function per kind of target. A target is a folder: every .cpp in it belongs to it.

# gw_backend(NAME [QOBJECTS] [LINK ...])  the library gw_NAME from backend/NAME
function(gw_backend name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "QOBJECTS" "" "LINK")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp
       ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h)
  add_library(gw_${name} STATIC ${sources})
  target_link_libraries(gw_${name} PUBLIC Qt6::Core ${arg_LINK})
  set_target_properties(gw_${name} PROPERTIES AUTOMOC ${arg_QOBJECTS} LINKER_LANGUAGE CXX)
  if(name STREQUAL "base")
    target_precompile_headers(gw_base PRIVATE ${CMAKE_SOURCE_DIR}/packaging/cmake/pch_core.h)
  else()
    target_precompile_headers(gw_${name} REUSE_FROM gw_base)
  endif()
endfunction()

# gw_widgets(NAME LINK ...)  the library gw_NAME of QObjects from the current folder and below
function(gw_widgets name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;EXCLUDE")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  foreach(pattern ${arg_EXCLUDE})
    list(FILTER sources EXCLUDE REGEX "${pattern}")
  endforeach()
  add_library(gw_${name} STATIC ${sources})
  target_link_libraries(gw_${name} PUBLIC Qt6::Widgets ${arg_LINK})
  set_target_properties(gw_${name} PROPERTIES AUTOMOC ON LINKER_LANGUAGE CXX)
  target_precompile_headers(gw_${name} PRIVATE ${CMAKE_SOURCE_DIR}/packaging/cmake/pch_widgets.h)
endfunction()

# gw_program(NAME FOLDER [DESTINATION bin] LINK ...)  an executable that is installed
function(gw_program name folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "DESTINATION" "LINK")
  if(NOT arg_DESTINATION)
    set(arg_DESTINATION bin)
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${arg_LINK})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
  install(TARGETS ${name} RUNTIME DESTINATION ${arg_DESTINATION})
endfunction()

# gw_tests(FOLDER [LINK ...])  one executable tests_FOLDER from tests/FOLDER; each *test.cpp in it is
# one ctest entry FOLDER.NAME (tests/support/testmain.h runs the class that bears the file's name)
function(gw_tests folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp
       ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.h)
  if(NOT sources)
    return()
  endif()
  string(REPLACE "/" "_" target tests_${folder})
  add_executable(${target} ${sources})
  target_link_libraries(${target} PRIVATE gw_testsupport ${arg_LINK})
  target_precompile_headers(${target} REUSE_FROM gw_testsupport)
  set_target_properties(${target} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_compile_definitions(${target} PRIVATE
    GW_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/${folder}/data" GW_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  foreach(source ${sources})
    get_filename_component(file ${source} NAME_WE)
    if(source MATCHES "test\\.cpp$")
      add_test(NAME ${folder}.${file} COMMAND ${target} ${file})
      set_tests_properties(${folder}.${file} PROPERTIES TIMEOUT 400 SKIP_RETURN_CODE 77
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;GW_BUILD_DIR=${CMAKE_BINARY_DIR};LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0")
    endif()
  endforeach()
endfunction()
