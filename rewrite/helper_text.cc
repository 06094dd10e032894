// SPDX-License-Identifier: Apache-2.0
#include "rewrite/helper_text.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "rewrite/layout.h"

namespace ppp::rewrite {

using advisor::Node;

void extend(std::vector<HelperLine>& lines, std::vector<HelperLine> more) {
  for (HelperLine& line : more) lines.push_back(std::move(line));
}

bool has_name(std::string_view text, std::string_view name) {
  auto of_name = [](char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) || letter == '_';
  };
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !of_name(text[at - 1])) &&
        (end == text.size() || !of_name(text[end]))) {
      return true;
    }
  }
  return false;
}

bool is_word(std::string_view text) {
  return !text.empty() && !std::isdigit(static_cast<unsigned char>(text[0])) &&
         std::all_of(text.begin(), text.end(), [](unsigned char letter) {
           return std::isalnum(letter) || letter == '_';
         });
}

std::string helper_text(const Request& request, const LoopShape& shape,
                        const std::vector<HelperLine>& lines) {
  const std::string unit = indent_unit(request.source, shape.loop);
  std::string text;
  for (const auto& [depth, line] : lines) {
    if (!text.empty()) text += newline_of(request.source);
    if (line.empty()) continue;
    for (int i = 0; i < depth; ++i) text += unit;
    text += line;
  }
  return text;
}

std::uint32_t place_of_helpers(const Request& request) {
  for (Node node : request.source.root().children()) {
    const bool text =
        node.is("expression_statement") && node.child(0).is("string");
    const bool import = node.is("import_statement") ||
                        node.is("import_from_statement") ||
                        node.is("future_import_statement");
    if (!text && !import && !node.is("comment")) return node.range().begin;
  }
  return 0;
}

}  // namespace ppp::rewrite
