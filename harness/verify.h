// SPDX-License-Identifier: Apache-2.0
// Stage 4 of 4: run the original and a changed version, compare, measure.

#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "advisor/plan.h"
#include "base/process.h"
#include "base/result.h"
#include "harness/verdict.h"
#include "profiler/record.h"

namespace ppp::harness {

/// The user's program, as it was asked for on the command line.
struct Program {
  std::string python;             ///< interpreter
  std::vector<std::string> args;  ///< script and its arguments, or -m …
  std::string directory;          ///< working directory of the user
  std::string stdin_path;         ///< bytes for every run; empty: none
};

/// Files (absolute path, text) that a changed version has instead of the
/// originals. Empty: the original.
using Overrides = std::vector<std::pair<std::string, std::string>>;

/// How much memory a changed version may take, all its processes together, when
/// the original takes `before` bytes.
struct MemoryBound {
  double growth = std::numeric_limits<double>::infinity();  ///< times `before`
  std::uint64_t always = 0;  ///< bytes beyond `before` that are always allowed
  std::uint64_t most = 0;    ///< bytes never to be exceeded; 0: no such bound

  /// In bytes, `before` at least; 0: no bound.
  std::uint64_t for_original(std::uint64_t before) const;
};

struct VerifyOptions {
  double timeout_s = 0;  ///< per run; 0: no limit for the first run, then
                         ///< ten times the first run plus 10 s
  /// Wall time for the runs after the first and all that goes with them; 0:
  /// what keeps a whole `run` within eight times the program's own time + 3 s.
  /// May be infinite.
  double budget_s = 0;
  double spent_s = 0;  ///< of that whole, before the first run
  int min_pairs = 3;
  int max_pairs = 7;
  double min_gain = 1.05;  ///< the interval must lie above
  double tolerance = 0;    ///< of numbers that changed versions print
  /// A changed version that takes a third less memory need not be faster.
  bool less_memory = false;
  MemoryBound memory;      ///< of changed versions
  std::function<void(const std::string&)> progress;  ///< may be empty
};

/// The original's own behaviour: recorded once, compared against many changed
/// versions. Not copyable; owns its scratch directories.
class Baseline {
 public:
  /// Runs the original twice, under different hash seeds, each in its own
  /// scratch copy; the first run is the profiled one. Never changes the user's
  /// files. Fails only if it cannot run programs at all or on interrupt.
  static Result<std::unique_ptr<Baseline>> measure(
      const Program& program, const profiler::RecordOptions& record,
      const VerifyOptions& options);
  virtual ~Baseline() = default;

  virtual const profiler::Profile& profile() const = 0;
  /// kTargetFailed or kUnverifiable when the original already rules out any
  /// comparison given what the analysis says about clocks; else nullopt.
  virtual std::optional<Verdict> unusable(
      const advisor::ClockUse& clock) const = 0;
  /// Runs the changed version against the original in interleaved pairs.
  virtual Result<Verdict> verify(const Overrides& changed,
                                 const advisor::ClockUse& clock,
                                 const VerifyOptions& options) = 0;
  /// Runs a changed version once, in isolation, for at most `limit_s`. Gives
  /// what it wrote to the descriptor whose number stands in the environment
  /// variable `variable`; how it ended does not matter.
  virtual Result<std::string> observe(const Overrides& changed,
                                      const std::string& variable,
                                      double limit_s) = 0;
  /// "exit status 1: ValueError: bad", with the last line of stderr; "" if the
  /// original ended with 0.
  virtual std::string failed_with() const = 0;
  /// How runs are kept apart: "overlay" or "copy", with a note for the report.
  virtual std::string isolation() const = 0;
  /// Bytes that all processes of a run held together, the largest over the
  /// runs of the original; 0: not measured.
  virtual std::uint64_t peak_memory() const = 0;
  /// Seconds of the budget that are left. When they do not last for
  /// a comparison, verify() says so (kUnverifiable, nothing checked).
  virtual double budget_left_s() const = 0;
};

/// Compares two programs that both stand on disk, as they are.
Result<Verdict> verify_programs(const Program& before, const Program& after,
                                const advisor::ClockUse& clock,
                                const VerifyOptions& options);

}  // namespace ppp::harness
