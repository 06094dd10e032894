// SPDX-License-Identifier: Apache-2.0
// The traceback with which an uncaught exception ends stderr. A rewrite moves
// lines and adds frames, so only what the exception says can stay the same.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ppp::harness {

struct SplitError {
  std::string_view before;     ///< what the program printed itself
  std::string_view exception;  ///< type and message: "ValueError: bad\n"
};

/// Splits the text of stderr; nullopt if it does not end with a traceback.
/// Chained tracebacks, and the remote ones that pools add, belong to the block.
std::optional<SplitError> split_traceback(std::string_view text);

}  // namespace ppp::harness
