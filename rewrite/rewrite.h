// SPDX-License-Identifier: Apache-2.0
// Stage 3 of 4: a plan, turned into proposals, and chosen proposals, into a
// patch.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "base/edit.h"
#include "base/result.h"
#include "rewrite/patch.h"
#include "rewrite/pool_costs.h"

namespace ppp::rewrite {

/// How the processes of a pool come into being.
enum class StartMethod {
  kAuto,        ///< fork, where no thread minds; else forkserver
  kFork,        ///< copies of the program at that moment
  kForkserver,  ///< new ones, which import the script again
  kSpawn,       ///< the same, each from scratch
};

/// "auto", "fork", "forkserver", "spawn"; nullopt for anything else.
std::optional<StartMethod> start_method_named(std::string_view name);

/// The first CPython 3.x with pools of interpreters.
inline constexpr int kInterpreterPools = 14;
/// The first with Executor.shutdown(cancel_futures=…).
inline constexpr int kCancelFutures = 9;

/// What computes NumPy's products and solutions of matrices.
struct AlgebraLibrary {
  std::string name;     ///< "OpenBLAS"
  int threads = 1;      ///< with which it computes large ones
  std::string refused;  ///< why it may not be in forked workers, or ""
};

struct RewriteOptions {
  int workers = 2;   ///< upper bound on processes, and on threads that compute
  int threads = 32;  ///< upper bound on threads for waiting work
  int tasks = 64;    ///< the same for tasks of the event loop
  std::vector<std::string> strategies;  ///< ids allowed; empty: all
  StartMethod start_method = StartMethod::kAuto;
  int python_minor = 11;       ///< of the target's CPython 3.x
  bool free_threaded = false;  ///< it runs threads without the lock
  /// Rewrites that are not proven may be offered, with what they assume.
  bool allow_tested = false;
  /// What importing aiohttp takes the target's Python; nothing: it has none
  /// that is new enough, or nobody has asked.
  std::optional<double> aiohttp_import_s;
  /// The same for NumPy, and for Numba.
  std::optional<double> numpy_import_s;
  std::optional<double> numba_import_s;
  std::optional<double> dask_import_s;  ///< the same for dask.dataframe
  /// Nothing: nobody has asked, or that Python has no NumPy.
  std::optional<AlgebraLibrary> algebra_library;
  bool tolerant = false;  ///< numbers may come out with other last digits
  bool cuda_device = false;  ///< this machine has one
  /// Packages that are imported anyway.
  std::set<std::string> imported = {};
  PoolCosts costs;
  /// How much of the time that the program was ready to run when it was
  /// profiled it ran; in the rest other programs did.
  double ran_share = 1;
};

/// With as many workers as the work of a candidate bears.
RewriteOptions bounded(RewriteOptions options,
                       const advisor::Candidate& candidate);

/// What one transform says to one candidate.
struct Option {
  std::size_t candidate = 0;  ///< index into Plan::candidates
  std::string strategy;
  double predicted_speedup = 1;  ///< of the whole program
  /// Set: the transform does not fit, and why.
  std::optional<advisor::Reason> refused;
  bool whole_program = false;  ///< fits beside no other
  /// Of the rewrite, beside those of the candidate.
  std::vector<advisor::Reason> assumptions = {};
  /// Not empty: it computes all these loops, indices like `candidate`.
  std::vector<std::size_t> together = {};
  /// And it changes these statements of the candidate's file.
  ByteRange statements = {};
  /// Packages that it imports, and which part of the program's time would not
  /// be lost to each if another rewrite imported it.
  std::map<std::string, double> imports = {};

  bool operator==(const Option&) const = default;
};

/// Every transform asked about every candidate, best prediction first within a
/// candidate, candidates in the plan's order.
std::vector<Option> options_for(const advisor::Plan& plan,
                                const advisor::Project& project,
                                const RewriteOptions& options = {});

/// It computes the loop itself, by arrays or compiled: without workers.
bool without_workers(std::string_view strategy);

/// It is for programs whose data hardly fit into memory: that it takes less of
/// it is a gain.
bool saves_memory(std::string_view strategy);

/// The loop reads a table of which the dask transform may be asked.
bool reads_files(const advisor::Candidate& candidate);

/// The patch that applies all of `chosen` together (none refused, at most one
/// per candidate, no two of which collide()). Pure. Fails if the result
/// does not parse (our bug) or `plan` does not belong to `project`.
Result<Patch> rewrite(const advisor::Plan& plan,
                      const advisor::Project& project,
                      const std::vector<Option>& chosen,
                      const RewriteOptions& options = {});

/// Two options that cannot both be chosen: for one loop, or for two that
/// share_statement(), or of which one is put around the other.
bool collide(const advisor::Plan& plan, const advisor::Project& project,
             const Option& a, const Option& b);

/// Two loops of one file that cannot both be rewritten: one is in the other,
/// both stand in the statement that a pool is put around, or for one of them a
/// function is split.
bool share_statement(const advisor::Project& project,
                     const advisor::Candidate& a, const advisor::Candidate& b);

}  // namespace ppp::rewrite
