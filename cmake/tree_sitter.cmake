# SPDX-License-Identifier: Apache-2.0
# tree-sitter and its Python grammar. Debian's runtime is too old for the
# grammar (ABI 15), so both come from pinned npm packages, checked by hash.

include(FetchContent)
find_program(PPP_NPM npm REQUIRED)
set(PPP_PACKAGE_CACHE ${CMAKE_SOURCE_DIR}/.cache/npm
    CACHE PATH "Where pinned npm packages are kept")

function(ppp_npm_package target name version sha256)
  set(archive ${PPP_PACKAGE_CACHE}/${name}-${version}.tgz)
  if(NOT EXISTS ${archive})
    file(MAKE_DIRECTORY ${PPP_PACKAGE_CACHE})
    execute_process(
      COMMAND ${PPP_NPM} pack --silent --ignore-scripts ${name}@${version}
      WORKING_DIRECTORY ${PPP_PACKAGE_CACHE}
      OUTPUT_QUIET RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR "cannot fetch the npm package ${name}@${version}: "
                          "check the network and run again")
    endif()
  endif()
  FetchContent_Declare(${target} URL ${archive} URL_HASH SHA256=${sha256}
                       DOWNLOAD_EXTRACT_TIMESTAMP OFF)
  FetchContent_GetProperties(${target})
  if(NOT ${target}_POPULATED)
    FetchContent_Populate(${target})
  endif()
  set(${target}_SOURCE_DIR ${${target}_SOURCE_DIR} PARENT_SCOPE)
endfunction()

ppp_npm_package(ts_runtime tree-sitter 0.25.1
  07aeba8dd71630e7e72b2d4ca3bd2680c3471824100cc5ebff44e78a6ed0b6d3)
ppp_npm_package(ts_python tree-sitter-python 0.25.0
  63b76b3fa8181fd79eaad4abcdb21e2babcb504dbfc7710a89934fa456d26096)

set(lib ${ts_runtime_SOURCE_DIR}/vendor/tree-sitter/lib)
set(grammar ${ts_python_SOURCE_DIR}/src)
add_library(tree_sitter STATIC
  ${lib}/src/lib.c ${grammar}/parser.c ${grammar}/scanner.c)
target_include_directories(tree_sitter SYSTEM
  PUBLIC ${lib}/include PRIVATE ${lib}/src ${grammar})
target_compile_definitions(tree_sitter PRIVATE _POSIX_C_SOURCE=200112L
                           _DEFAULT_SOURCE)
# Generated code of others: optimised always, its warnings are not ours.
target_compile_options(tree_sitter PRIVATE -O2 -w)
