// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "harness/report/report.h"

namespace ppp::harness {

std::string_view name(advisor::TimeClass value) {
  using enum advisor::TimeClass;
  switch (value) {
    case kCpuPython:
      return "cpu-python";
    case kCpuNative:
      return "cpu-native";
    case kIoNetwork:
      return "io-network";
    case kIoDisk:
      return "io-disk";
    case kIoSleep:
      return "io-sleep";
    case kIoChild:
      return "io-child";
    case kIoLock:
      return "io-lock";
    case kMixed:
      return "mixed";
  }
  return "mixed";
}

std::string_view name(advisor::LoopKind value) {
  using enum advisor::LoopKind;
  switch (value) {
    case kFor:
      return "for";
    case kWhile:
      return "while";
    case kListComprehension:
      return "list-comprehension";
    case kSetComprehension:
      return "set-comprehension";
    case kDictComprehension:
      return "dict-comprehension";
    case kGeneratorExpression:
      return "generator-expression";
    case kMapCall:
      return "map-call";
    case kKeyCall:
      return "key-call";
    case kSequence:
      return "sequence";
  }
  return "for";
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
