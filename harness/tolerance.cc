// SPDX-License-Identifier: Apache-2.0
#include "harness/tolerance.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

namespace ppp::harness {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool in_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
         c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

/// A part of a line: a float, or text.
struct Part {
  std::string_view text;
  bool number = false;
  double value = 0;
};

/// The float that `text` begins with; empty: none.
std::string_view float_at(std::string_view text) {
  std::size_t end = 0;
  auto digits = [&] {
    const std::size_t begin = end;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end > begin;
  };
  bool fraction = false;
  if (!digits()) return {};
  if (end < text.size() && text[end] == '.') {
    fraction = true;
    ++end;
    digits();
  }
  if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    const std::size_t before = end++;
    if (end < text.size() && (text[end] == '-' || text[end] == '+')) ++end;
    if (digits()) {
      fraction = true;
    } else {
      end = before;
    }
  }
  const bool ends = end == text.size() || !in_word(text[end]);
  return fraction && ends ? text.substr(0, end) : std::string_view();
}

/// The next part of `rest`, which is not empty, taken off it. `before`: the
/// character in front of it.
Part next_part(std::string_view& rest, char before) {
  const std::size_t sign = rest[0] == '-' && !in_word(before) ? 1 : 0;
  Part part;
  std::size_t size = 1;
  if (!in_word(before) || sign == 1) {
    const std::string_view number = float_at(rest.substr(sign));
    if (!number.empty()) {
      size = sign + number.size();
      part.number = true;
      std::from_chars(rest.data(), rest.data() + size, part.value);
    }
  }
  part.text = rest.substr(0, size);
  rest.remove_prefix(size);
  return part;
}

}  // namespace

bool within_tolerance(std::string_view one, std::string_view other,
                      double tolerance) {
  char before = ' ';
  while (!one.empty() && !other.empty()) {
    const Part a = next_part(one, before);
    const Part b = next_part(other, before);
    before = a.text.back();
    if (a.text == b.text) continue;
    if (!a.number || !b.number) return false;
    const double larger = std::max(std::abs(a.value), std::abs(b.value));
    if (!(std::abs(a.value - b.value) <= tolerance * larger)) return false;
  }
  return one.empty() && other.empty();
}

}  // namespace ppp::harness
