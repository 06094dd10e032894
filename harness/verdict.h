// SPDX-License-Identifier: Apache-2.0
// Verdict: whether a changed program behaves like the original and how much
// faster it is. Plain data; the value that stage 4 hands on.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ppp::harness {

/// One thing compared.
struct Check {
  enum class Result { kIdentical, kDiffers, kMasked, kNotChecked };
  std::string id;  ///< "exit-status", "stdout", "stderr", "files", …
  Result result = Result::kNotChecked;
  std::string detail;  ///< the first difference, or every mask with both values

  bool operator==(const Check&) const = default;
};

/// Ratio of run times, original / changed, from interleaved pairs.
struct Speedup {
  double median = 0;
  double ci_low = 0;  ///< 95 % bootstrap interval
  double ci_high = 0;
  int pairs = 0;

  bool operator==(const Speedup&) const = default;
};

struct Verdict {
  enum class Status {
    kFaster,        ///< identical, interval above the threshold
    kSmaller,       ///< identical, no faster, much less memory
    kSlower,        ///< identical, no gain
    kTooLarge,      ///< needs more memory than allowed: never offered
    kDiffers,       ///< output differs: never offered
    kUnverifiable,  ///< the original differs from itself
    kTargetFailed,  ///< the original crashed or timed out
  };
  Status status = Status::kUnverifiable;
  std::vector<Check> checks;
  Speedup speedup;
  std::vector<double> before_s;
  std::vector<double> after_s;
  long before_rss_kb = 0;  ///< peak of one process
  long after_rss_kb = 0;
  /// Bytes that all processes of a run held together, the largest over the
  /// runs; 0: not measured.
  std::uint64_t before_memory = 0;
  std::uint64_t after_memory = 0;
  std::string why;  ///< for every status but kFaster

  bool operator==(const Verdict&) const = default;
};

}  // namespace ppp::harness
