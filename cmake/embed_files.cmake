# SPDX-License-Identifier: Apache-2.0

# ppp_embed_files(target NAME name NAMESPACE ns GLOB pattern): compiles the
# files that match into `target`. The generated source defines
#   const std::vector<EmbeddedFile>& ns::name();
# A file that is added or changed is picked up by the next build.
function(ppp_embed_files target)
  cmake_parse_arguments(arg "" "NAME;NAMESPACE;GLOB" "" ${ARGN})
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${arg_GLOB})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${arg_NAME}.cc)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${arg_NAME}.txt)
  list(JOIN files "\n" lines)
  file(CONFIGURE OUTPUT ${list} CONTENT "${lines}\n" @ONLY)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DLIST=${list} -DOUTPUT=${output}
            -DNAME=${arg_NAME} -DNAMESPACE=${arg_NAMESPACE}
            -P ${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake
    DEPENDS ${files} ${list} ${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake
    COMMENT "Embedding ${arg_GLOB}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
