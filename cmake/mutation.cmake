# SPDX-License-Identifier: Apache-2.0
# With PPP_TEST_MUTATION the advisor and the rewriter are compiled from copies
# with a switch in front of every rule, for tests/mutation.
option(PPP_TEST_MUTATION "Test that no rule of the analysis can be lost" OFF)
if(NOT PPP_TEST_MUTATION)
  return()
endif()
find_program(PPP_PYTHON3 python3 REQUIRED)
file(GLOB PPP_RULE_SOURCES CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/advisor/*.cc ${CMAKE_SOURCE_DIR}/rewrite/*.cc
  ${CMAKE_SOURCE_DIR}/rewrite/transforms/*.cc)
file(GLOB headers CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/advisor/*.h ${CMAKE_SOURCE_DIR}/rewrite/*.h)
set(PPP_RULE_COPIES ${CMAKE_BINARY_DIR}/mutation)
set(instrument ${CMAKE_SOURCE_DIR}/tests/mutation/instrument.py)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${PPP_RULE_SOURCES} ${headers} ${instrument})
execute_process(
  COMMAND ${PPP_PYTHON3} ${instrument} ${PPP_RULE_COPIES} ${CMAKE_SOURCE_DIR}
          ${PPP_RULE_SOURCES}
  OUTPUT_VARIABLE PPP_SOURCES_WITH_RULES COMMAND_ERROR_IS_FATAL ANY)
add_library(ppp_mutation STATIC
  ${CMAKE_SOURCE_DIR}/tests/mutation/switches.cc ${PPP_RULE_COPIES}/rules.cc)
target_link_libraries(ppp_mutation PRIVATE ppp_options)

# ppp_switched(variable sources…): the sources, those that hold rules as copies.
function(ppp_switched variable)
  set(chosen "")
  foreach(source ${ARGN})
    cmake_path(ABSOLUTE_PATH source NORMALIZE OUTPUT_VARIABLE path)
    cmake_path(RELATIVE_PATH path BASE_DIRECTORY ${CMAKE_SOURCE_DIR})
    if(path IN_LIST PPP_SOURCES_WITH_RULES)
      set(source ${PPP_RULE_COPIES}/${path})
      # Written by a program: a switch leaves things unused.
      set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS -w)
    endif()
    list(APPEND chosen ${source})
  endforeach()
  set(${variable} ${chosen} PARENT_SCOPE)
endfunction()
