// SPDX-License-Identifier: Apache-2.0
// Functions that a rewrite adds to the module and that know nothing of the
// loop: which of their lines stands how deep, and where they stand.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rewrite/loop_shape.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

struct HelperLine {
  int depth = 0;
  std::string text;
};

/// In a definition of the module: a line of the module has warned. Python shows
/// a warning once for each place, until its filters change, and most calls of
/// pandas change them for a moment: from then on only the statements as they
/// stand warn as often as they did. definition_text() asks all modules of the
/// program.
inline constexpr const char* kHasWarned =
    "len(globals().get(\"__warningregistry__\", ())) > 1";

/// Puts `more` behind the lines.
void extend(std::vector<HelperLine>& lines, std::vector<HelperLine> more);

/// It stands in the text as a word.
bool has_name(std::string_view text, std::string_view name);

/// It could be a part of a name, also the first.
bool is_word(std::string_view text);

/// The lines, indented as the loop is.
std::string helper_text(const Request& request, const LoopShape& shape,
                        const std::vector<HelperLine>& lines);

/// In front of the module's first statement that is no import: there all
/// loops of the module find the same functions.
std::uint32_t place_of_helpers(const Request& request);

}  // namespace ppp::rewrite
