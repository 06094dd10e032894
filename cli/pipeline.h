// SPDX-License-Identifier: Apache-2.0
// The main job, read this first: the four stages in a row.
//
//   measure  run the original, watched             harness, profiler
//   advise   which hot loops may run in parallel   advisor
//   costs    what pools cost on this machine       pool_costs.h
//   probe    what a test run refutes and measures  advisor, harness (probe.h)
//   rewrite  change the source, loop by loop       rewrite (search.h)
//   verify   same behaviour, and faster?           harness (search.h)

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "advisor/advise.h"
#include "cli/interpreter.h"
#include "harness/report/report.h"
#include "harness/verify.h"
#include "rewrite/rewrite.h"

namespace ppp::cli {

/// What the user asked for.
struct Request {
  harness::Program program;
  profiler::RecordOptions record;
  advisor::AdviseOptions advise;
  rewrite::RewriteOptions rewrite;
  harness::VerifyOptions verify;
  /// Loops that are not proven may be offered if they pass the probe's tests.
  bool allow_tested = false;
  std::function<void(const std::string&)> progress;  ///< never empty
};

/// The stages as the pipeline calls them. Tests bring their own.
struct Stages {
  std::function<Result<std::unique_ptr<harness::Baseline>>(const Request&)>
      measure;
  std::function<Result<advisor::Plan>(const profiler::Profile&,
                                      const advisor::Project&,
                                      const advisor::AdviseOptions&)>
      advise;
  /// What pools cost on this machine. Fails on interrupt only.
  std::function<Result<rewrite::PoolCosts>(const rewrite::RewriteOptions&)>
      costs;
  /// What importing NumPy, Numba or dask takes; nothing: it is not there. May
  /// be null.
  std::function<std::optional<double>()> numpy_import_s;
  std::function<std::optional<double>()> numba_import_s;
  std::function<std::optional<double>()> dask_import_s;
  /// What NumPy has for linear algebra. May be null.
  std::function<std::optional<rewrite::AlgebraLibrary>()> algebra_library;
  std::function<std::vector<rewrite::Option>(const advisor::Plan&,
                                             const advisor::Project&,
                                             const rewrite::RewriteOptions&)>
      options;
  std::function<Result<rewrite::Patch>(
      const advisor::Plan&, const advisor::Project&,
      const std::vector<rewrite::Option>&, const rewrite::RewriteOptions&)>
      rewrite;
  /// Does the target's own Python compile the changed files?
  std::function<Status(const rewrite::Patch&)> compiles;
};

/// The real ones, with this Python.
Stages real_stages(ProcessRunner& runner, const Interpreter& python);

/// With what importing the packages takes that the plan's kernels are for.
rewrite::RewriteOptions with_packages(rewrite::RewriteOptions options,
                                      const advisor::Plan& plan,
                                      const Stages& stages);

struct Job {
  harness::Report report;
  rewrite::Patch patch;  ///< no files: nothing is offered
};

/// True once this many seconds are over, or an interrupt has come.
std::function<bool()> stop_after(double seconds);

/// Fails only if the tool cannot do its job or is interrupted; a program that
/// fails or cannot be verified is an outcome.
Result<Job> run_pipeline(const Request& request,
                         const advisor::Project& project, const Stages& stages);

/// The plan's loops as a report shows them, candidates and declines together,
/// hottest first; `candidates[i]` is the place of the plan's i-th candidate.
struct Hotspots {
  std::vector<harness::Hotspot> spots;
  std::vector<std::size_t> candidates;
};
Hotspots hotspots_of(const advisor::Plan& plan,
                     const rewrite::RewriteOptions& options);

/// Those that a report speaks of: shorter loops are only looked at beside
/// others that become arrays, and told of where something came of it.
std::vector<harness::Hotspot> long_enough(std::vector<harness::Hotspot> spots,
                                          double min_share);

}  // namespace ppp::cli
