# SPDX-License-Identifier: Apache-2.0
# tree-sitter and its Python grammar. Debian's runtime is too old for the
# grammar (ABI 15), so both come from pinned npm packages, checked by hash.

include(FetchContent)
find_program(PPP_NPM npm REQUIRED)
# node brings its own list of certificates; this machine's may know more.
set(certificates /etc/ssl/certs/ca-certificates.crt)
if(NOT DEFINED ENV{NODE_EXTRA_CA_CERTS} AND EXISTS ${certificates})
  set(ENV{NODE_EXTRA_CA_CERTS} ${certificates})
endif()
set(PPP_PACKAGE_CACHE ${CMAKE_SOURCE_DIR}/.cache/npm
    CACHE PATH "Where pinned npm packages are kept")

function(ppp_npm_package target name version sha256)
  set(archive ${PPP_PACKAGE_CACHE}/${name}-${version}.tgz)
  if(NOT EXISTS ${archive})
    # Not yet under its name: a broken download must not stay.
    set(fresh ${PPP_PACKAGE_CACHE}/fresh)
    file(MAKE_DIRECTORY ${fresh})
    execute_process(
      COMMAND ${PPP_NPM} pack --ignore-scripts ${name}@${version}
      WORKING_DIRECTORY ${fresh}
      OUTPUT_QUIET ERROR_VARIABLE said RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR "cannot fetch the npm package ${name}@${version}; "
                          "check the network and run again:\n${said}")
    endif()
    file(SHA256 ${fresh}/${name}-${version}.tgz got)
    if(NOT got STREQUAL sha256)
      message(FATAL_ERROR "the npm package ${name}@${version} is not the one "
                          "that we know: its SHA-256 is ${got}")
    endif()
    file(RENAME ${fresh}/${name}-${version}.tgz ${archive})
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
