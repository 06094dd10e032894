// SPDX-License-Identifier: Apache-2.0
#include "rewrite/kernel_chain_loop.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "advisor/scopes.h"
#include "rewrite/kernel_turns.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;

bool plain_value(Node node) {
  const Node of = node.is("unary_operator") ? node.field("argument") : node;
  return of.is("integer") || of.is("float") ||
         (node.is("string") && advisor::plain_literal(node));
}

std::set<std::string> targets_of(Node loop) {
  const auto names = advisor::bound_names(loop.field("left"));
  return {names.begin(), names.end()};
}

/// What it goes through runs nothing. Nothing: it may.
std::optional<ChainLoop> read_head(const Request& request, Node loop) {
  ChainLoop made;
  made.loop = loop;
  const Node source = loop.field("right");
  if (source.is("identifier")) {
    made.through = std::string(source.text());
    return made;
  }
  const bool values =
      source.is("tuple") || source.is("list") || source.is("expression_list");
  if (values) {
    const std::span<const Node> all = source.children();
    if (!std::all_of(all.begin(), all.end(), plain_value)) return std::nullopt;
    return made;
  }
  const Node given = source.field("arguments");
  if (!source.is("call") || source.field("function").text() != "range" ||
      request.names.bound("range") || !given.is("argument_list")) {
    return std::nullopt;
  }
  for (Node one : given.children()) {
    if (one.is("identifier")) {
      made.whole.emplace_back(one.text());
    } else if (!plain_value(one)) {
      return std::nullopt;
    }
  }
  return made;
}

/// Of what is printed only numbers and texts have a say.
bool prints_plain_values(std::span<const Node> tail,
                         std::span<const Node> looks,
                         const std::set<std::string>& plain) {
  bool fits = true;
  for (Node statement : tail) {
    advisor::walk(statement, [&](Node node) {
      const bool look = std::any_of(looks.begin(), looks.end(), [&](Node one) {
        return one.range().contains(node.range());
      });
      if (look) return false;
      const bool called = node.parent().field("function") == node;
      if (node.is("identifier") && !called) {
        fits = fits && plain.contains(std::string(node.text()));
      }
      return fits;
    });
  }
  return fits;
}

const char* type_of_items(NumberType type) {
  if (type == NumberType::kFloat) return "float";
  return type == NumberType::kInteger ? "int" : "bool";
}

}  // namespace

std::vector<std::string> questions_of(const ChainState::Given& one) {
  std::vector<std::string> asked;
  const char* type = type_of_items(one.type);
  if (one.rows) {
    asked.push_back(fmt::format("len({{*map(len, {})}}) != 1", one.name));
  }
  if (!one.asked) return asked;
  asked.push_back(
      one.rows ? fmt::format("any({{*map(type, row)}} != {{{}}} for row in {})",
                             type, one.name)
               : fmt::format("{{*map(type, {})}} != {{{}}}", one.name, type));
  return asked;
}

std::string converted(const ChainState::Given& one, const std::string& numpy) {
  return fmt::format(fmt::runtime(one.rows ? "{0}.array({1}, dtype={2})"
                                           : "{0}.fromiter({1}, {2}, "
                                             "len({1}))"),
                     numpy, one.name, type_of_items(one.type));
}

std::vector<HelperLine> kept_text(const ChainLoop& loop,
                                  const ChainState::Given& one,
                                  const std::string& function,
                                  const std::string& numpy) {
  std::vector<std::string> parameters = loop.names();
  std::erase(parameters, one.name);
  parameters.insert(parameters.begin(), one.name);
  std::vector<HelperLine> lines = {
      {0, fmt::format("def {}({}):", function, joined(parameters))},
      {1, "\"\"\"For all turns of the loop. None: they would differ.\"\"\""}};
  std::vector<std::string> asked = loop.questions();
  for (std::string& text : questions_of(one)) asked.push_back(std::move(text));
  for (const std::string& text : asked) {
    lines.push_back({1, "if " + text + ":"});
    lines.push_back({2, "return None"});
  }
  const bool whole = one.type == NumberType::kInteger;
  if (whole) lines.push_back({1, "try:"});
  lines.push_back({whole ? 2 : 1, "return " + converted(one, numpy)});
  if (whole) {
    lines.push_back({1, "except OverflowError:"});
    lines.push_back({2, "return None"});
  }
  return lines;
}

std::vector<std::string> ChainLoop::questions() const {
  std::vector<std::string> asked;
  for (const std::string& name : whole) {
    asked.push_back(fmt::format("type({}) is not int", name));
  }
  if (!through.empty()) {
    asked.push_back(
        fmt::format("type({}) not in (list, tuple, range)", through));
    asked.push_back(fmt::format(
        "type({0}) is not range and not {{*map(type, {0})}} <= {{int, float, "
        "str}}",
        through));
  }
  return asked;
}

std::vector<std::string> ChainLoop::names() const {
  std::vector<std::string> all = whole;
  if (!through.empty()) all.push_back(through);
  return all;
}

bool stays_in(const ChainLoop& loop, const std::string& name,
              const std::set<std::string>& made) {
  if (made.contains(name) || targets_of(loop.loop).contains(name)) return false;
  const Node scope = scope_around(loop.loop);
  const bool own =
      scope.is("module") || advisor::scope_names(scope).locals.contains(name);
  return !own || surely_bound(loop.loop, name);
}

ChainLoop loop_of_row(const Request& request, std::span<const Node> statements,
                      std::span<const Node> tail, std::span<const Node> looks,
                      const std::set<std::string>& made) {
  const Node block = statements.front().parent();
  const Node loop = block.parent();
  const bool all = loop.is("for_statement") && loop.field("body") == block &&
                   loop.field("left").is("identifier") &&
                   loop.text().starts_with("for") &&
                   block.children().size() == statements.size() + tail.size() &&
                   begins_line(request.source, loop.range().begin);
  if (!all) return {};
  // What prints elsewhere may do anything.
  for (const advisor::SourceFile& file : request.project.files) {
    if (file.text().find("stdout") != std::string::npos) return {};
  }
  std::optional<ChainLoop> found = read_head(request, loop);
  if (!found) return {};
  std::set<std::string> plain = made;
  plain.merge(targets_of(loop));
  for (const std::string& name : found->names()) {
    if (!stays_in(*found, name, made)) return {};
  }
  plain.insert(found->whole.begin(), found->whole.end());
  if (!prints_plain_values(tail, looks, plain)) return {};
  return *found;
}

}  // namespace ppp::rewrite
