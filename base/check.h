// SPDX-License-Identifier: Apache-2.0
// PPP_CHECK: a broken invariant of ours ends the program, in release too.

#pragma once

#include <cstdio>
#include <cstdlib>

#define PPP_CHECK(condition)                                                 \
  do {                                                                       \
    if (!(condition)) {                                                      \
      std::fprintf(stderr, "pyprof-parallel: %s:%d: broken invariant: %s\n", \
                   __FILE__, __LINE__, #condition);                          \
      std::abort();                                                          \
    }                                                                        \
  } while (false)
