// SPDX-License-Identifier: Apache-2.0
// The switches that instrument.py puts in front of the rules of the analysis.

#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ppp::mutation {

/// A statement of the analysis that declines or notes an effect, or a plain
/// one: an early answer, or one of several conditions.
struct Rule {
  const char* file;
  const char* function;
  int line;
  const char* text;
  bool plain = false;
};

/// All of them; generated. A rule's number is its index.
const std::vector<Rule>& rules();

/// Whether this rule is on. Remembers that it was reached.
bool rule(int number);

/// The same for the effects of one category of the library's tables.
bool rule(int number, std::string_view category);

/// What is switched off: one rule, or one category.
struct Mutant {
  int rule = -1;
  std::string category;
};

void switch_off(const Mutant& mutant);

/// What was asked about since the last call.
struct Reached {
  std::set<int> rules;
  std::set<std::string> categories;
};

Reached take_reached();

}  // namespace ppp::mutation
