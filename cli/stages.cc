// SPDX-License-Identifier: Apache-2.0
// The pipeline's stages, wired to the real ones.
#include "base/files.h"
#include "cli/pipeline.h"
#include "cli/pool_costs.h"

namespace ppp::cli {
namespace {

/// Compiles every changed file with the target's Python.
Status compile_patch(ProcessRunner& runner, const Interpreter& python,
                     const rewrite::Patch& patch) {
  auto dir = TempDir::create("pyprof-parallel-compile-");
  if (!dir.ok()) return dir.error();
  std::string path = dir->path() + "/rewritten.py";
  for (const rewrite::FilePatch& file : patch.files) {
    Status written = write_file(path, file.after);
    if (!written.ok()) return written;
    Status compiles = check_compiles(runner, python, path, file.file);
    if (!compiles.ok()) return compiles;
  }
  return Done{};
}

}  // namespace

Stages real_stages(ProcessRunner& runner, const Interpreter& python) {
  Stages stages;
  stages.measure = [](const Request& request) {
    return harness::Baseline::measure(request.program, request.record,
                                      request.verify);
  };
  stages.advise = advisor::advise;
  stages.costs = [&runner, python](const rewrite::RewriteOptions& options) {
    return measure_pool_costs(runner, python, options);
  };
  stages.numpy_import_s = [&runner, python] {
    return numpy_import_s(runner, python);
  };
  stages.numba_import_s = [&runner, python] {
    return numba_import_s(runner, python);
  };
  stages.dask_import_s = [&runner, python] {
    return dask_import_s(runner, python);
  };
  stages.algebra_library = [&runner, python] {
    return algebra_library(runner, python);
  };
  stages.options = rewrite::options_for;
  stages.rewrite = rewrite::rewrite;
  stages.compiles = [&runner, python](const rewrite::Patch& patch) {
    return compile_patch(runner, python, patch);
  };
  return stages;
}

}  // namespace ppp::cli
