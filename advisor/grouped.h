// SPDX-License-Identifier: Apache-2.0
// Loops that are the work of another loop, in a program that differs by that:
// what slices and rows have in common.

#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "advisor/loops.h"
#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "base/edit.h"

namespace ppp::advisor {

/// The first of these words that the text does not hold; "": it has them all.
std::string new_word(const SourceFile& source,
                     std::initializer_list<const char*> words);

struct Nested {
  Edit edit;
  std::uint32_t around = 0;  ///< in the edit's text: where the lists are made
};

/// For [e for x in xs if c] and the like, with `around` "x in xs":
///   [value for values in [[e if c] for x in xs] for value in values]
/// `head` stands behind `e`. Nothing if there is no word for a value.
std::optional<Nested> nested(const SourceFile& source, Node comprehension,
                             const std::string& head,
                             const std::string& around);

/// The candidate of the program with these edits of `loop`'s file, for the loop
/// that begins at byte `around` there, if all that this does is independent
/// work; its figures are those of `loop`. Nothing else than a proof counts.
std::optional<Candidate> grouped_candidate(const Project& project,
                                           const Loop& loop,
                                           const std::vector<Edit>& edits,
                                           std::uint32_t around,
                                           const std::function<bool()>& stop);

}  // namespace ppp::advisor
