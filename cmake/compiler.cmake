# SPDX-License-Identifier: Apache-2.0
# Warnings, sanitizers, compiler cache and linker: the same for every target.

add_library(ppp_options INTERFACE)
target_compile_options(ppp_options INTERFACE
  -Wall -Wextra -Wconversion -Wshadow
  $<$<BOOL:${PPP_WERROR}>:-Werror>)
# GCC 12 takes `"a" + std::string()` for an overlap when it optimises.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(ppp_options INTERFACE
    $<$<AND:$<CONFIG:Release>,$<COMPILE_LANGUAGE:CXX>>:-Wno-restrict>)
endif()
target_include_directories(ppp_options INTERFACE ${CMAKE_SOURCE_DIR})

if(PPP_SANITIZE)
  # Null pointers end in AddressSanitizer as well, and x86 aligns by itself;
  # their checks take a third of the compiler's time.
  add_compile_options(-fsanitize=address,undefined
                      -fno-sanitize=null,alignment,vptr
                      -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# ppp_fast_malloc(target): the analysis makes many small objects; with mimalloc it
# takes a seventh less time. Sanitizers bring their own.
function(ppp_fast_malloc target)
  if(NOT PPP_SANITIZE)
    # Nothing names a symbol of it, so that it could be dropped.
    target_link_options(${target} PRIVATE -Wl,--no-as-needed)
    target_link_libraries(${target} PRIVATE mimalloc)
  endif()
endfunction()

if(PPP_FUZZ)
  # The fuzzer follows what its inputs reach in our own code.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(PPP_CCACHE ccache)
if(PPP_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${PPP_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${PPP_CCACHE})
endif()
find_program(PPP_MOLD mold)
if(PPP_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
