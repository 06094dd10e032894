// SPDX-License-Identifier: Apache-2.0
// Text as literal pieces and holes; Python string literals and format strings.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/plan.h"
#include "advisor/syntax.h"

namespace ppp::advisor::clock {

struct Piece {
  bool hole = false;
  bool clock = false;  ///< of a hole: the text comes from a clock only
  std::string text;    ///< of a literal
};
using Pieces = std::vector<Piece>;

inline Pieces literal(std::string text) {
  return {{false, false, std::move(text)}};
}

/// The value of a `string` node without interpolations, of a
/// `concatenated_string` of such, or nothing.
std::optional<std::string> literal_text(Node node);
/// The text of one `string_content` node of `string`.
std::optional<std::string> content_text(Node content, Node string);
bool has_interpolation(Node string);

/// A field of a format string: literal text before it, then the field, if any.
struct Field {
  std::string before;
  bool present = false;
  std::string name;    ///< "(key)" or "0", "name.attr"; "" for the next one
  bool plain = false;  ///< no conversion, width or precision
};

/// "%d of %(n)s". Nothing: it asks for more than these fields (`*` widths).
std::optional<std::vector<Field>> percent_fields(std::string_view format);
/// "{} of {0:.2f}".
std::optional<std::vector<Field>> brace_fields(std::string_view format);
/// Literal text and one clock hole per directive of "%H:%M".
Pieces strftime_pieces(std::string_view format);

/// Holes and literals in turns, beginning and ending with a literal.
ClockOutput output_of(const Pieces& pieces, Span span);

}  // namespace ppp::advisor::clock
