// SPDX-License-Identifier: Apache-2.0
#include "rewrite/imports.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;

/// The statements that begin a module: docstring and imports, in order.
struct Head {
  Node docstring;
  std::vector<Node> futures;
  std::vector<Node> imports;  ///< the first run of them
  Node first;                 ///< the first statement after docstring, futures
};

bool is_import(Node node) {
  return node.is("import_statement") || node.is("import_from_statement");
}

Head head_of(const advisor::SourceFile& source) {
  Head head;
  bool started = false;
  for (Node node : source.root().children()) {
    bool text = node.is("expression_statement") && node.child(0).is("string");
    if (!started && text && !head.docstring && head.futures.empty()) {
      head.docstring = node;
      continue;
    }
    if (node.is("future_import_statement")) {
      head.futures.push_back(node);
      continue;
    }
    if (!head.first) head.first = node;
    started = true;
    if (!is_import(node)) break;
    head.imports.push_back(node);
  }
  return head;
}

/// The first of the run that no blank line divides.
std::vector<Node> first_group(std::span<const Node> imports) {
  std::vector<Node> group;
  for (Node node : imports) {
    if (!group.empty() && node.line() > group.back().end_line() + 1) break;
    group.push_back(node);
  }
  return group;
}

std::string named(const std::string& name, const std::string& as) {
  return name + (as == name ? "" : " as " + as);
}

std::string statement(const std::string& module, const std::string& symbol,
                      const std::string& as) {
  if (symbol.empty()) return "import " + named(module, as);
  return "from " + module + " import " + named(symbol, as);
}

std::string_view imported_module(Node node) {
  if (node.is("import_from_statement")) return node.field("module_name").text();
  Node name = node.field("name");
  return name.is("aliased_import") ? name.field("name").text() : name.text();
}

bool is_definition(Node node) {
  return node.is("function_definition") || node.is("class_definition") ||
         node.is("decorated_definition");
}

bool is_blank_line(const advisor::SourceFile& source, std::uint32_t offset) {
  return offset < source.text().size() &&
         (source.text()[offset] == '\n' || source.text()[offset] == '\r');
}

/// Where an import belongs: in its sorted place in the first group, plain
/// imports before the from-imports; without a group, behind docstring and
/// future imports.
std::uint32_t place(const advisor::SourceFile& source, const Head& head,
                    std::span<const Node> group, bool plain,
                    std::string_view module) {
  auto before = [&](Node node) { return source.line_begin(node.line()); };
  auto behind = [&](Node node) {
    return source.line_begin(node.end_line() + 1);
  };
  Node last;
  for (Node node : group) {
    if (node.is("import_statement") != plain) continue;
    if (imported_module(node) > module) return before(node);
    last = node;
  }
  if (last) return behind(last);
  if (!group.empty())
    return plain ? before(group.front()) : behind(group.back());
  if (!head.futures.empty()) return behind(head.futures.back());
  if (head.docstring) return behind(head.docstring);
  if (!head.first) return 0;
  std::uint32_t at = whole_lines(source, head.first.range(), true).begin;
  // A first line for the system and one for the encoding stay where they are.
  for (int line = 1; line <= 2 && at == source.line_begin(line); ++line) {
    std::string_view text = source.slice({at, source.line_begin(line + 1)});
    if (!text.starts_with("#!") &&
        (!text.starts_with("#") ||
         text.find("coding") == std::string_view::npos))
      break;
    at = source.line_begin(line + 1);
  }
  return at;
}

}  // namespace

std::string Imports::existing(const std::string& module,
                              const std::string& symbol) const {
  std::size_t dot = module.rfind('.');
  for (Node node : head_of(source_).imports) {
    bool from = node.is("import_from_statement");
    std::string_view origin = node.field("module_name").text();
    for (Node name : node.fields("name")) {
      Node alias = name.field("alias");
      std::string what((alias ? name.field("name") : name).text());
      std::string as = alias ? std::string(alias.text()) : what;
      if (!names_.only_imported(as.substr(0, as.find('.')))) continue;
      if (from && !symbol.empty() && origin == module && what == symbol) {
        return as;
      }
      bool is_module = from ? dot != std::string::npos &&
                                  origin == module.substr(0, dot) &&
                                  what == module.substr(dot + 1)
                            : what == module;
      if (is_module) return symbol.empty() ? as : as + "." + symbol;
    }
  }
  return "";
}

std::string Imports::want(const std::string& module, const std::string& symbol,
                          const std::string& name) {
  for (const Wanted& wanted : wanted_) {
    if (wanted.module == module && wanted.symbol == symbol) return wanted.as;
  }
  std::string found = existing(module, symbol);
  if (!found.empty()) return found;
  std::string as = names_.fresh({name, "_" + name});
  wanted_.push_back({module, symbol, as});
  return as;
}

std::string Imports::module_before(const std::string& module, Node statement) {
  const std::string as = this->module(module);
  for (Wanted& wanted : wanted_) {
    if (wanted.module != module || !wanted.symbol.empty()) continue;
    wanted.before = std::min(wanted.before, statement.range().begin);
    return as;
  }
  const std::vector<Node> imports = head_of(source_).imports;
  const bool bound = std::any_of(imports.begin(), imports.end(), [&](Node one) {
    return one.range().begin < statement.range().begin &&
           one.is("import_statement") && imported_module(one) == module;
  });
  // What is imported again below is bound to the same.
  if (!bound) wanted_.push_back({module, "", as, statement.range().begin});
  return as;
}

std::string Imports::module(const std::string& module) {
  return want(module, "", module);
}

std::string Imports::module_as(const std::string& module,
                               const std::string& as) {
  return want(module, "", as);
}

std::string Imports::symbol(const std::string& module,
                            const std::string& symbol) {
  return want(module, symbol, symbol);
}

std::vector<Edit> Imports::edits(std::uint32_t first_definition) const {
  if (wanted_.empty()) return {};
  Head head = head_of(source_);
  const bool definition =
      is_definition(head.first) || first_definition <= head.first.range().begin;
  std::string newline = newline_of(source_);
  std::vector<Node> group = first_group(head.imports);
  std::map<std::uint32_t, std::vector<std::string>> at;
  std::vector<Wanted> wanted = wanted_;
  std::sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) {
    return std::tuple(!a.symbol.empty(), a.module, a.symbol) <
           std::tuple(!b.symbol.empty(), b.module, b.symbol);
  });
  const Wanted* last = nullptr;
  for (const Wanted& one : wanted) {
    std::vector<std::string>& lines =
        at[std::min(one.before, place(source_, head, group, one.symbol.empty(),
                                      one.module))];
    if (last && !one.symbol.empty() && last->module == one.module &&
        !last->symbol.empty()) {
      lines.back() += ", " + named(one.symbol, one.as);
    } else {
      lines.push_back(statement(one.module, one.symbol, one.as));
    }
    last = &one;
  }
  std::vector<Edit> edits;
  for (const auto& [offset, lines] : at) {
    std::string text;
    const std::string& before = source_.text();
    bool line_starts = offset == 0 || before[offset - 1] == '\n';
    if (!line_starts) text += newline;
    if (group.empty() && (head.docstring || !head.futures.empty())) {
      text += newline;
    }
    for (const std::string& line : lines) text += line + newline;
    // A definition keeps its two blank lines, other code one.
    if (group.empty() && head.first && !is_blank_line(source_, offset)) {
      text += newline + (definition ? newline : "");
    }
    edits.push_back({{offset, offset}, text});
  }
  return edits;
}

}  // namespace ppp::rewrite
