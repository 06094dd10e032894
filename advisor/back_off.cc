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

}  // namespace

Node repeating_loop(Node call) {
  const Node handler =
      enclosing(call, {"except_clause", "function_definition", "lambda"});
  if (!handler.is("except_clause")) return {};
  const Node repeats =
      enclosing(handler, {"for_statement", "while_statement",
                          "function_definition", "class_definition", "lambda"});
  const bool repeated =
      repeats.is("for_statement") || repeats.is("while_statement");
  return repeated ? repeats : Node();
}

Node repeated_try(Node call) {
  return repeating_loop(call) ? enclosing(call, {"except_clause"}).parent()
                              : Node();
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
