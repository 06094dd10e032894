// SPDX-License-Identifier: Apache-2.0
#include "advisor/kept_nan.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>

namespace ppp::advisor {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return result;
}

/// What float() and Decimal() read as a NaN: "nan", " -NaN", "sNaN123".
bool is_nan_text(std::string_view literal) {
  std::string text;
  for (char c : lower(literal)) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!space && c != '+' && c != '-') text += c;
  }
  if (text.starts_with('s')) text.erase(0, 1);
  return text.starts_with("nan") &&
         text.find_first_not_of("0123456789", 3) == std::string::npos;
}

/// A text is made to a number: `float("nan")`, whatever the function's name.
bool makes_nan(Node node) {
  if (!node.is("string") || !node.parent().is("argument_list")) return false;
  const std::optional<std::string_view> text = plain_literal(node);
  return text && is_nan_text(*text);
}

/// The value of a `return`, alone or as a branch of it.
bool is_returned(Node value) {
  while (value.parent().is("parenthesized_expression") ||
         value.parent().is("conditional_expression")) {
    value = value.parent();
  }
  if (!value.parent().is("return_statement")) return false;
  const Node function = enclosing(value, {"function_definition"});
  return function && !function.parent().is("decorated_definition");
}

bool keeps_nan(Node node) {
  static const std::set<std::string_view> names = {"nan", "NaN", "NAN", "nanj"};
  if (node.is("identifier")) return names.contains(node.text());
  return makes_nan(node) && !is_returned(node.parent().parent());
}

}  // namespace

std::optional<Place> kept_nan(const Project& project) {
  std::optional<Place> found;
  for (const SourceFile& file : project.files) {
    if (lower(file.text()).find("nan") == std::string::npos) continue;
    walk(file.root(), [&](Node node) {
      if (!found && keeps_nan(node)) found = Place{&file, node.range()};
      return !found;
    });
    if (found) return found;
  }
  return found;
}

}  // namespace ppp::advisor
