// SPDX-License-Identifier: Apache-2.0
// Exit codes: part of the contract with scripts that call us.

#pragma once

#include "base/result.h"

namespace ppp::cli {

inline constexpr int kDone = 0;           ///< also: honestly nothing to gain
inline constexpr int kGateFailed = 1;     ///< --min-speedup not reached
inline constexpr int kUsage = 2;          ///< or the tool itself failed
inline constexpr int kOutputDiffers = 3;  ///< verify
inline constexpr int kTargetFailed = 4;   ///< crashed or timed out
inline constexpr int kInterrupted = 130;

constexpr int exit_code(Error::Kind kind) {
  switch (kind) {
    case Error::Kind::kTarget:
      return kTargetFailed;
    case Error::Kind::kInterrupted:
      return kInterrupted;
    case Error::Kind::kUsage:
    case Error::Kind::kEnvironment:
    case Error::Kind::kInternal:
      return kUsage;
  }
  return kUsage;
}

}  // namespace ppp::cli
