# SPDX-License-Identifier: Apache-2.0

# ppp_library(name SOURCES … [USES …]): one folder of the program as the
# library ppp::name.
function(ppp_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
  add_library(ppp_${name} STATIC ${arg_SOURCES})
  add_library(ppp::${name} ALIAS ppp_${name})
  target_link_libraries(ppp_${name} PUBLIC ${arg_USES} PRIVATE ppp_options)
  target_include_directories(ppp_${name} PUBLIC ${CMAKE_SOURCE_DIR})
endfunction()
