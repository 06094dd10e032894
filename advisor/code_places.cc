// SPDX-License-Identifier: Apache-2.0
#include "advisor/code_places.h"

#include <algorithm>

#include "advisor/loops.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

constexpr std::string_view kModuleCode = "<module>";

std::string comprehension_name(Node node) {
  if (node.is("list_comprehension")) return "<listcomp>";
  if (node.is("set_comprehension")) return "<setcomp>";
  if (node.is("dictionary_comprehension")) return "<dictcomp>";
  return "<genexpr>";
}

}  // namespace

std::string_view own_name(std::string_view function) {
  const std::size_t dot = function.rfind('.');
  return dot == std::string_view::npos ? function : function.substr(dot + 1);
}

CodePlaces::CodePlaces(const SourceFile& source) : source_(source) {
  const auto size = static_cast<std::uint32_t>(source.text().size());
  codes_.push_back(
      {Node(), std::string(kModuleCode), 1, 1, source.line_of(size)});
  walk(source.root(), [&](Node node) {
    if (node.is("function_definition") || node.is("class_definition")) {
      add(node, std::string(node.field("name").text()),
          node.field("body").line());
    } else if (node.is("lambda")) {
      add(node, "<lambda>", node.line());
    } else if (is_comprehension(node)) {
      add(node, comprehension_name(node), node.line());
    }
    return true;
  });
}

void CodePlaces::add(Node node, std::string name, int body_line) {
  // Decorators count as the first lines of what they decorate.
  const Node outer = node.parent();
  const bool decorated = outer.is("decorated_definition");
  codes_.push_back({node, std::move(name),
                    decorated ? outer.line() : node.line(), body_line,
                    node.end_line()});
}

bool CodePlaces::fits(std::string_view function, int line) const {
  const std::string_view name = own_name(function);
  if (line > codes_.front().last_line) return false;
  if (name != kModuleCode) {
    return std::any_of(codes_.begin() + 1, codes_.end(), [&](const Code& one) {
      return one.name == name && one.first_line <= line &&
             line <= one.last_line;
    });
  }
  return std::none_of(codes_.begin() + 1, codes_.end(), [&](const Code& one) {
    const bool definition =
        one.node.is("function_definition") || one.node.is("class_definition");
    return definition && one.body_line > one.node.line() &&
           one.body_line <= line && line <= one.last_line;
  });
}

std::vector<const CodePlaces::Code*> CodePlaces::named(
    std::string_view function, int line) const {
  const std::string_view name = own_name(function);
  std::vector<const Code*> found;
  for (const Code& one : codes_) {
    if (one.name != name) continue;
    const bool there = line == 0 || line == one.first_line ||
                       (one.node && line == one.node.line());
    if (there) found.push_back(&one);
  }
  return found;
}

std::vector<int> CodePlaces::loop_lines(const Code& code) const {
  std::vector<int> lines;
  if (code.node && is_comprehension(code.node)) {
    lines.push_back(code.node.line());
  }
  for (const Loop& loop : find_loops(source_)) {
    if (loop.function == code.node) lines.push_back(loop.hot.span.line);
  }
  return lines;
}

}  // namespace ppp::advisor
