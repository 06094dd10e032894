// SPDX-License-Identifier: Apache-2.0
#include "advisor/back_off.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace ppp::advisor {
namespace {

bool contains_number(const std::string& text, std::string_view digits) {
  auto digit = [&](std::size_t at) {
    return at < text.size() &&
           std::isdigit(static_cast<unsigned char>(text[at]));
  };
  for (std::size_t at = text.find(digits); at != std::string::npos;
       at = text.find(digits, at + 1)) {
    if (!(at > 0 && digit(at - 1)) && !digit(at + digits.size())) return true;
  }
  return false;
}

/// What comes behind the `try` is reached from its handlers only.
bool leaves_when_done(Node node) {
  if (!node.is("try_statement")) return false;
  for (Node clause : node.children()) {
    if (clause.is("else_clause") || clause.is("finally_clause")) return false;
  }
  const Node last = node.field("body").children().back();
  return last.is("return_statement") || last.is("break_statement") ||
         last.is("continue_statement");
}

/// The `try` that has failed when the call runs: in a handler of it, or behind
/// it.
Node failed_try(Node call) {
  bool repeats = false;
  for (Node at = call; at; at = at.parent()) {
    if (at.is("function_definition") || at.is("lambda")) return {};
    if (at.is("except_clause")) return at.parent();
    // Behind it, not in a loop of its own behind it.
    repeats = repeats || at.is("for_statement") || at.is("while_statement");
    if (repeats) continue;
    for (Node one = at.previous_sibling(); one; one = one.previous_sibling()) {
      if (leaves_when_done(one)) return one;
    }
  }
  return {};
}

}  // namespace

Node repeating_loop(Node call) {
  const Node repeats = enclosing(
      failed_try(call), {"for_statement", "while_statement",
                         "function_definition", "class_definition", "lambda"});
  const bool repeated =
      repeats.is("for_statement") || repeats.is("while_statement");
  return repeated ? repeats : Node();
}

Node repeated_try(Node call) {
  return repeating_loop(call) ? failed_try(call) : Node();
}

bool heeds_limits(const Project& project) {
  return std::any_of(
      project.files.begin(), project.files.end(), [](const SourceFile& file) {
        std::string text = file.text();
        for (char& c : text) {
          c = c == '-' ? '_'
                       : static_cast<char>(
                             std::tolower(static_cast<unsigned char>(c)));
        }
        return contains_number(text, "429") ||
               text.find("too_many_requests") != std::string::npos ||
               text.find("retry_after") != std::string::npos;
      });
}

}  // namespace ppp::advisor
