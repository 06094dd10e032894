// SPDX-License-Identifier: Apache-2.0
#include "advisor/between.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace ppp::advisor {
namespace {

/// The last name of what a call calls.
std::string_view called(Node call) {
  const Node function = call.field("function");
  return function.is("attribute") ? function.field("attribute").text()
                                  : function.text();
}

/// By the names that os, shutil, pathlib and subprocess have for it.
bool may_move(Node call) {
  static const std::set<std::string_view> movers = {
      "remove", "unlink", "rename",    "renames",     "rmtree",
      "move",   "rmdir",  "symlink",   "link",        "symlink_to",
      "mount",  "run",    "Popen",     "check_call",  "check_output",
      "system", "call",   "getoutput", "hardlink_to", "chroot"};
  const std::string_view name = called(call);
  if (movers.contains(name)) return true;
  // str.replace() takes two.
  const Node function = call.field("function");
  return name == "replace" && (call.field("arguments").children().size() < 2 ||
                               function.field("object").text() == "os");
}

}  // namespace

Node function_of(Node node) {
  return enclosing(node.parent(), {"function_definition", "lambda"});
}

Between::Between(const SourceFile& source, Node loop, Node statement,
                 const std::string& variable)
    : source_(source),
      loop_(loop.range()),
      outer_(loop.range()),
      statement_(statement) {
  same_function_ = function_of(loop) == function_of(statement);
  if (!same_function_) {
    const Node home =
        function_of(statement) ? function_of(statement) : source.root();
    ranges_ = {{statement.range().begin, home.range().end},
               function_of(loop).range()};
    walk(home, [&](Node node) {
      const bool closed = node.parent().is("attribute") &&
                          node.parent().field("attribute").text() == "close";
      if (node.is("identifier") && node.text() == variable && !closed) {
        last_use_ = node.range().end;
      }
      return true;
    });
    return;
  }
  const bool with = statement.is("with_statement");
  const Node block = with ? statement.field("body") : statement.parent();
  for (Node at = loop; at && !(at == block); at = at.parent()) {
    if (at.is("for_statement") || at.is("while_statement")) {
      outer_ = at.range();
    }
  }
  const std::uint32_t begin =
      with ? block.range().begin : statement.range().end;
  ranges_ = {{begin, outer_.end}};
}

bool Between::contains(ByteRange range) const {
  return std::any_of(ranges_.begin(), ranges_.end(),
                     [&](ByteRange mine) { return mine.contains(range); });
}

bool Between::is_behind(Node node) const {
  if (same_function_) return node.range().begin >= outer_.end;
  if (node.range().begin < last_use_) return false;
  for (Node at = node; at; at = at.parent()) {
    const bool loop = at.is("for_statement") || at.is("while_statement");
    if (loop && !at.range().contains(statement_.range())) return false;
  }
  return true;
}

std::optional<Node> Between::moves_files(const Project& project) const {
  std::vector<Node> todo;
  std::set<std::string_view> entered;
  std::optional<Node> found;
  auto look = [&](Node node) {
    if (!node.is("call")) return;
    if (!found && may_move(node)) found = node;
    if (!entered.insert(called(node)).second) return;
    for (const SourceFile& file : project.files) {
      walk(file.root(), [&](Node definition) {
        const bool named = (definition.is("function_definition") ||
                            definition.is("class_definition")) &&
                           definition.field("name").text() == called(node);
        if (named) todo.push_back(definition);
        return true;
      });
    }
  };
  walk(source_.root(), [&](Node node) {
    if (contains(node.range())) look(node);
    return !found;
  });
  while (!todo.empty() && !found) {
    const Node definition = todo.back();
    todo.pop_back();
    walk(definition, [&](Node node) {
      look(node);
      return !found;
    });
  }
  return found;
}

}  // namespace ppp::advisor
