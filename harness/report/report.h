// SPDX-License-Identifier: Apache-2.0
// Report: all that one run found out, and the forms in which it is shown.
// Plain data, filled by the pipeline; every writer here is pure.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/plan.h"
#include "base/machine.h"
#include "base/result.h"
#include "harness/verdict.h"
#include "profiler/profile.h"

namespace ppp::harness {

/// One transform for one loop, and what became of it.
struct Proposal {
  enum class Result { kAccepted, kSlower, kTooLarge, kDiffers, kNotTried };
  std::string strategy;
  double predicted_speedup = 1;  ///< of the whole program
  Result result = Result::kNotTried;
  std::string why;                  ///< for every result but kAccepted
  std::optional<Speedup> measured;  ///< whole program against the original

  bool operator==(const Proposal&) const = default;
};

/// A hot loop: what it costs, what was decided, what was tried.
struct Hotspot {
  advisor::HotLoop loop;
  bool candidate = false;
  std::vector<advisor::Reason> reasons;   ///< of a decline, never empty there
  std::vector<advisor::Reason> evidence;  ///< of a candidate
  /// Of a candidate that was tested and is not proven; else empty.
  std::vector<advisor::Reason> assumptions;
  std::vector<Proposal> proposals;
  /// Of a decline: of the whole program, were the loop parallel. 0: unknown.
  double potential_speedup = 0;

  bool operator==(const Hotspot&) const = default;
};

/// One item of the verification list: is the offered program sound?
struct Assurance {
  enum class Result { kPass, kFail, kNotChecked };
  std::string id;     ///< "workers-bounded"
  std::string title;  ///< "worker count bounded"
  Result result = Result::kNotChecked;
  std::string detail;

  bool operator==(const Assurance&) const = default;
};

struct Outcome {
  enum class Status {
    kFaster,
    kSmaller,  ///< no faster, in much less memory
    kNoGain,
    kDeclined,
    kNothingHot,
    kUnverifiable,
    kTargetFailed,
  };
  Status status = Status::kNothingHot;
  std::vector<std::string> strategies;  ///< accepted, without repetition
  double predicted_speedup = 0;  ///< of all that was accepted; 0: nothing was
  Speedup speedup;
  std::vector<double> before_s;
  std::vector<double> after_s;
  std::uint64_t before_memory = 0;  ///< as in Verdict; 0: not measured
  std::uint64_t after_memory = 0;
  std::vector<Check> checks;
  std::vector<Assurance> assurances;  ///< empty when nothing is offered
  std::string diff;                   ///< empty when nothing is offered
  std::string why;                    ///< one line, for every status

  bool operator==(const Outcome&) const = default;
};

struct Report {
  Machine machine;
  int workers = 0;
  profiler::Profile profile;
  std::vector<Hotspot> hotspots;  ///< by falling share, outer loops first
  Outcome outcome;
  std::string isolation;           ///< how the reruns were kept apart
  std::vector<std::string> notes;  ///< other things to know, one line each

  bool operator==(const Report&) const = default;
};

// Names as they stand in run.json.
std::string_view name(advisor::TimeClass value);
std::string_view name(advisor::LoopKind value);
std::string_view name(Proposal::Result value);
std::string_view name(Outcome::Status value);
std::string_view name(Check::Result value);
std::string_view name(Assurance::Result value);

/// "primes.py:34-36", or "primes.py:34" for one line.
std::string place(const Span& span);

/// run.json (docs/file-formats.md), indented, with a newline at the end.
std::string report_json(const Report& report);
/// The report that it was written from: microseconds remain of times, and the
/// profile is profile_summary_from_json()'s. Fails with kUsage on anything but
/// such a document.
Result<Report> report_from_json(std::string_view text);
/// What `profile --json` wrote: the machine and the profile with its stacks.
Result<Report> profile_report_from_json(std::string_view text);
/// The same schema cut down to what a stage knows: {"profile"} with its stacks
/// for `profile`, {"profile", "hotspots"} and the plan for `advise`,
/// {"outcome"} for `verify`.
std::string profile_document(const Report& report);
std::string advice_json(const Report& report, const advisor::Plan& plan);
std::string outcome_json(const Report& report);

struct TerminalStyle {
  bool colour = false;
  bool explain = false;         ///< every loop's reasoning
  std::string patch_path = {};  ///< where the patch was written; empty: nowhere
  bool in_place = false;        ///< the sources were changed
  std::string version = {};
};

/// What a person reads after `run`.
std::string terminal_summary(const Report& report, const TerminalStyle& style);
/// The same for `advise` (no outcome) and `verify` (only the outcome).
std::string terminal_advice(const Report& report, const TerminalStyle& style);
std::string terminal_outcome(const Report& report, const TerminalStyle& style);
/// The hottest lines of a profile and what they do with their time.
std::string terminal_profile(const profiler::Profile& profile,
                             const TerminalStyle& style);

std::string markdown_report(const Report& report);
std::string html_report(const Report& report);

}  // namespace ppp::harness
