// SPDX-License-Identifier: Apache-2.0
#include "advisor/between.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "advisor/scopes.h"
#include "advisor/sql.h"

namespace ppp::advisor {
namespace {

/// The last name of what a call calls.
std::string_view called(Node call) {
  const Node function = call.field("function");
  return function.is("attribute") ? function.field("attribute").text()
                                  : function.text();
}

/// All that the name is ever bound to in the file is SQL that only reads.
bool always_asks(std::string_view name, const SourceFile& source) {
  bool asks = false;
  bool other = false;
  walk(source.root(), [&](Node scope) {
    if (scope.is("for_in_clause")) {
      for (const std::string& bound : bound_names(scope.field("left"))) {
        other |= bound == name;
      }
    }
    const bool binds = scope.is("module") || scope.is("function_definition") ||
                       scope.is("lambda");
    if (!binds) return true;
    for (const NameBinding& binding : name_bindings(scope)) {
      if (binding.name != name) continue;
      const Node parent = binding.node.parent();
      const bool assigned =
          parent.is("assignment") && parent.field("left") == binding.node;
      const auto text = written_text(parent.field("right"));
      (assigned && text && only_reads(*text) ? asks : other) = true;
    }
    return true;
  });
  return asks && !other;
}

bool only_asks(Node call, const SourceFile& source) {
  const Node sql = call.field("arguments").child(0);
  if (sql.is("identifier")) return always_asks(sql.text(), source);
  const auto text = written_text(sql);
  return text && only_reads(*text);
}

/// By the names that os, shutil, pathlib and subprocess have for it, and
/// database connections.
bool may_change(Node call, const SourceFile& source) {
  static const std::set<std::string_view> changers = {
      "remove",     "unlink",       "rename",        "renames",
      "rmtree",     "move",         "rmdir",         "symlink",
      "link",       "symlink_to",   "hardlink_to",   "chroot",
      "mount",      "run",          "Popen",         "check_call",
      "system",     "check_output", "call",          "getoutput",
      "copy",       "copyfile",     "copy2",         "copytree",
      "commit",     "rollback",     "executescript", "executemany",
      "write_bytes"};
  const std::string_view name = called(call);
  if (changers.contains(name)) return true;
  if (name == "execute") return !only_asks(call, source);
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

std::optional<Node> Between::changes_files(const Project& project) const {
  std::vector<std::pair<Node, const SourceFile*>> todo;
  std::set<std::string_view> entered;
  std::optional<Node> found;
  auto look = [&](Node node, const SourceFile& source) {
    if (!node.is("call")) return;
    if (!found && may_change(node, source)) found = node;
    if (!entered.insert(called(node)).second) return;
    for (const SourceFile& file : project.files) {
      walk(file.root(), [&](Node definition) {
        const bool named = (definition.is("function_definition") ||
                            definition.is("class_definition")) &&
                           definition.field("name").text() == called(node);
        if (named) todo.emplace_back(definition, &file);
        return true;
      });
    }
  };
  walk(source_.root(), [&](Node node) {
    if (contains(node.range())) look(node, source_);
    return !found;
  });
  while (!todo.empty() && !found) {
    const auto [definition, source] = todo.back();
    todo.pop_back();
    walk(definition, [&, from = source](Node node) {
      look(node, *from);
      return !found;
    });
  }
  return found;
}

}  // namespace ppp::advisor
