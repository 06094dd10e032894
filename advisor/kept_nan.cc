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

/// A text that a call makes to a number, `float("nan")`, whatever its function
/// is called.
bool is_argument(Node text) {
  Node argument = text;
  if (argument.parent().is("keyword_argument")) argument = argument.parent();
  return argument.parent().is("argument_list");
}

/// The function of which `value` is what it returns, or a branch of that.
Node returning(Node value) {
  while (value.parent().is("parenthesized_expression") ||
         value.parent().is("conditional_expression")) {
    value = value.parent();
  }
  if (!value.parent().is("return_statement")) return {};
  return enclosing(value, {"function_definition"});
}

/// All calls of the function are the work's, and none is remembered.
bool only_work_calls(const Interpreter& interpreter, Node function) {
  if (!function || function.parent().is("decorated_definition")) return false;
  bool called = false;
  for (int id = 0; id < interpreter.scope_count(); ++id) {
    const Scope& scope = interpreter.scope_at(id);
    if (scope.node != function) continue;
    if (!interpreter.inside(scope.context)) return false;
    called = true;
  }
  return called;
}

bool keeps_nan(const Interpreter& interpreter, Node node) {
  static const std::set<std::string_view> names = {"nan", "NaN", "NAN", "nanj"};
  if (node.is("identifier")) return names.contains(node.text());
  const std::optional<std::string_view> text = plain_literal(node);
  return text && is_nan_text(*text) && is_argument(node) &&
         !only_work_calls(interpreter, returning(enclosing(node, {"call"})));
}

}  // namespace

std::optional<Place> kept_nan(const Interpreter& interpreter) {
  std::optional<Place> found;
  for (const SourceFile& file : interpreter.project().files) {
    if (lower(file.text()).find("nan") == std::string::npos) continue;
    walk(file.root(), [&](Node node) {
      if (!found && keeps_nan(interpreter, node))
        found = Place{&file, node.range()};
      return !found;
    });
    if (found) return found;
  }
  return found;
}

}  // namespace ppp::advisor
