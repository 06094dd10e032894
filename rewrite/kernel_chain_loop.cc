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

}  // namespace

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
