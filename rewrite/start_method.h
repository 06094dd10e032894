// SPDX-License-Identifier: Apache-2.0
// How the processes of a pool are started, and what those need that are no
// copies of the program.

#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rewrite/transform.h"

namespace ppp::rewrite {

struct Start {
  std::string method = "fork";  ///< for multiprocessing.get_context()
  /// Workers import the script again: it needs a guard.
  bool imports_again = false;
  /// Variables of the loop's module that the work reads there, and that must
  /// be sent.
  std::vector<std::string> sent;
};

/// A module of the project may have been imported when others were no longer as
/// their imports left them: then importing it anew may give something else.
std::optional<advisor::Reason> late_import(const Request& request);

/// By the options; left to choose, fork where it may be. The reason why not
/// when the method does not fit the candidate.
std::variant<Start, advisor::Reason> start_of(const Request& request);

}  // namespace ppp::rewrite
