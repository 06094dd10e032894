// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "advisor/plan_json.h"
#include "harness/report/report.h"

namespace ppp::harness {

std::string_view name(advisor::TimeClass value) {
  return advisor::time_class_name(value);
}

std::string_view name(advisor::LoopKind value) {
  return advisor::loop_kind_name(value);
}

std::string_view name(Proposal::Result value) {
  switch (value) {
    case Proposal::Result::kAccepted:
      return "accepted";
    case Proposal::Result::kSlower:
      return "slower";
    case Proposal::Result::kTooLarge:
      return "too-large";
    case Proposal::Result::kDiffers:
      return "differs";
    case Proposal::Result::kNotTried:
      return "not-tried";
  }
  return "not-tried";
}

std::string_view name(Outcome::Status value) {
  switch (value) {
    case Outcome::Status::kFaster:
      return "faster";
    case Outcome::Status::kSmaller:
      return "smaller";
    case Outcome::Status::kNoGain:
      return "no-gain";
    case Outcome::Status::kDeclined:
      return "declined";
    case Outcome::Status::kNothingHot:
      return "nothing-hot";
    case Outcome::Status::kUnverifiable:
      return "unverifiable";
    case Outcome::Status::kTargetFailed:
      return "target-failed";
  }
  return "unverifiable";
}

std::string_view name(Check::Result value) {
  switch (value) {
    case Check::Result::kIdentical:
      return "identical";
    case Check::Result::kDiffers:
      return "differs";
    case Check::Result::kMasked:
      return "masked";
    case Check::Result::kNotChecked:
      return "not-checked";
  }
  return "not-checked";
}

std::string_view name(Assurance::Result value) {
  switch (value) {
    case Assurance::Result::kPass:
      return "pass";
    case Assurance::Result::kFail:
      return "fail";
    case Assurance::Result::kNotChecked:
      return "not-checked";
  }
  return "not-checked";
}

std::string place(const Span& span) {
  if (span.end_line > span.line) {
    return fmt::format("{}:{}-{}", span.file, span.line, span.end_line);
  }
  return fmt::format("{}:{}", span.file, span.line);
}

}  // namespace ppp::harness
