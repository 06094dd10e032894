# SPDX-License-Identifier: Apache-2.0

# Several sources are compiled as one, in half the time. So names without linkage
# are unique within a folder; PPP_UNITY=OFF compiles each by itself.
option(PPP_UNITY "Compile several sources of a folder at once" ON)

# ppp_library(name SOURCES … [USES …]): one folder of the program as the
# library ppp::name.
function(ppp_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
  if(PPP_TEST_MUTATION)
    ppp_switched(arg_SOURCES ${arg_SOURCES})
    list(APPEND arg_USES ppp_mutation)
  endif()
  add_library(ppp_${name} STATIC ${arg_SOURCES})
  add_library(ppp::${name} ALIAS ppp_${name})
  set_target_properties(ppp_${name} PROPERTIES
    UNITY_BUILD ${PPP_UNITY} UNITY_BUILD_BATCH_SIZE 8)
  target_link_libraries(ppp_${name} PUBLIC ${arg_USES} PRIVATE ppp_options)
  target_include_directories(ppp_${name} PUBLIC ${CMAKE_SOURCE_DIR})
endfunction()
