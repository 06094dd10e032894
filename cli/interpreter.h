// SPDX-License-Identifier: Apache-2.0
// The Python that runs the user's program.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/process.h"
#include "base/result.h"
#include "rewrite/rewrite.h"

namespace ppp::cli {

struct Interpreter {
  std::string executable;  ///< sys.executable: shims of version managers gone
  std::string version;     ///< "3.11.7"
  /// It runs threads without the interpreter lock.
  bool free_threaded = false;

  bool operator==(const Interpreter&) const = default;
};

/// `requested`, else $VIRTUAL_ENV/bin/python, else python3 on PATH. Fails when
/// it does not answer like a CPython of 3.8 or newer.
Result<Interpreter> find_interpreter(ProcessRunner& runner,
                                     const std::string& requested);

/// The 11 of "3.11.7".
int minor_version(const Interpreter& python);

/// Seconds that importing aiohttp takes; nothing: that Python has none, or one
/// before 3.10, or cannot say.
std::optional<double> aiohttp_import_s(ProcessRunner& runner,
                                       const Interpreter& python);

/// The same for Numba from 0.57 on, NumPy included.
std::optional<double> numba_import_s(ProcessRunner& runner,
                                     const Interpreter& python);

/// The same for dask's tables from 2025.1 on, pandas included.
std::optional<double> dask_import_s(ProcessRunner& runner,
                                    const Interpreter& python);

/// The same for NumPy from 1.20 on.
std::optional<double> numpy_import_s(ProcessRunner& runner,
                                     const Interpreter& python);

/// What its NumPy has for linear algebra; nothing: it has no NumPy.
std::optional<rewrite::AlgebraLibrary> algebra_library(
    ProcessRunner& runner, const Interpreter& python);

/// Compiles the file `path` with that Python without running it; messages call
/// it `shown`. Fails with Python's own words.
Status check_compiles(ProcessRunner& runner, const Interpreter& python,
                      const std::string& path, const std::string& shown);

}  // namespace ppp::cli
