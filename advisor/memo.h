// SPDX-License-Identifier: Apache-2.0
// Functions that remember their results: by lru_cache, or in a dict of the
// module that nothing else looks at. A worker has a memo of its own, so the
// result of a call must not depend on which calls came before.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/interpreter.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// A dict of a module in which one function keeps its results.
struct Memo {
  std::string name;      ///< of the dict
  std::string function;  ///< of the function
  const SourceFile* source = nullptr;
  Node definition;  ///< of the function
  /// Where something else mentions the dict: then its content can be seen.
  std::optional<Span> looked_at;
};

/// All functions of the project that look up their arguments in a dict, give
/// back what they find, and else keep what they give back.
std::vector<Memo> find_memos(const Project& project);

/// Why a call of the function that is active as `scope` and remembers its
/// results, in the dict `memo` if that is one, may give something else than
/// with an empty memo. nullopt: it never does.
std::optional<Reason> history_matters(const Interpreter& interpreter, int scope,
                                      ObjectId memo = -1);

}  // namespace ppp::advisor
