// SPDX-License-Identifier: Apache-2.0
// The text of a function that is made two.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/source_file.h"
#include "base/edit.h"

namespace ppp::advisor {

struct Parameter {
  Node node;
  std::string name;
  /// Anything but `*args`, `**kwargs`, and the signs that stand between.
  bool plain = false;
};

/// Of one child of a function's parameters.
Parameter parameter_of(Node node);

/// The variable or literal that `call` gives the parameter; null: it gives
/// something else, or another argument is anything else.
Node plain_argument(const std::vector<Parameter>& parameters, Node call,
                    std::string_view name);

struct SplitParts {
  const Project& project;
  const SourceFile& source;
  Node function;
  const std::vector<Node>& calls;
  const std::vector<Parameter>& parameters;  ///< without the next one
  const std::string& self;  ///< a method's first parameter; else empty
  std::size_t at = 0;       ///< the first statement of the second function
  bool may_end = false;     ///< before that: with a `return` of None
  /// What the second function takes: parameters that the call gives it, too,
  /// and what the first one returns. Never empty.
  std::vector<std::string> direct = {}, returned = {};
};

/// What a function that was made two calls the second one: "finish_download",
/// perhaps with a number behind, for "download".
bool is_second_name(std::string_view second, std::string_view first);

/// Nothing if the statements do not stand on lines of their own.
std::optional<std::vector<Edit>> split_edits(const SplitParts& parts);

}  // namespace ppp::advisor
