// SPDX-License-Identifier: Apache-2.0
// Variables that hold what an earlier iteration has met: `out.append(x - last)`
// with `last = x` behind it, `if …: runs.append(i - start); start = i`. What
// they get does not depend on what they held, so it is known for all iterations
// at once; each finds there what the last one before it has left.
#include <algorithm>

#include "advisor/kernel_reader.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

/// Nothing in it can fail or be asked twice: names, numbers, items, sums and
/// products.
bool plain_value(Node value) {
  bool plain = true;
  walk(value, [&](Node node) {
    const bool known =
        node.is("identifier") || node.is("integer") || node.is("float") ||
        node.is("subscript") || node.is("binary_operator") ||
        node.is("unary_operator") || node.is("parenthesized_expression");
    const std::string_view op = node.field("operator").text();
    plain =
        plain && known && (op.empty() || op == "+" || op == "-" || op == "*");
    return plain;
  });
  return plain;
}

/// `name = value`, or null.
Node plain_assignment(Node statement) {
  const Node inner = statement.child(0);
  const bool plain = statement.is("expression_statement") &&
                     statement.children().size() == 1 &&
                     inner.is("assignment") && !inner.field("type") &&
                     inner.field("left").is("identifier") &&
                     inner.field("right");
  return plain ? inner : Node();
}

}  // namespace

// `last = x`, where an iteration reads first what the one before has left, or
// none reads it but what stands behind the loop. `read`: the first reading, or
// null.
bool KernelReader::left_behind(Node assignment, Node& read) {
  const Node name = assignment.field("left");
  read = Node();
  walk(trial_.loop.node, [&](Node node) {
    if (node.is("identifier") && node.text() == name.text() && node != name &&
        !read) {
      read = node;
    }
    return true;
  });
  if (read ? read.range().begin > assignment.range().begin
           : !trial_.live_after(name.text())) {
    return false;
  }
  if (!comes_along(name, 0) || axes_ != 1 || function_ || !bound_once(name) ||
      counts_with(trial_.loop.node, name.text())) {
    return false;
  }
  // Nobody else may find it on the way.
  if (trial_.loop.function) {
    const ScopeNames names = scope_names(trial_.loop.function);
    if (names.globals.contains(name.text()) ||
        names.nonlocals.contains(name.text())) {
      return false;
    }
  }
  // It reads what the loop goes through, and nothing else that it binds.
  const std::vector<std::string> targets =
      bound_names(trial_.loop.node.field("left"));
  const Names again = bound_in(block_of(trial_.loop.node.field("body")));
  bool fits = plain_value(assignment.field("right"));
  walk(assignment.field("right"), [&](Node node) {
    const std::string text(node.text());
    const bool target =
        std::find(targets.begin(), targets.end(), text) != targets.end();
    if (node.is("identifier") && bound_.contains(text)) {
      fits = fits && target && !again.contains(text);
    }
    return fits;
  });
  return fits;
}

bool KernelReader::leaves_behind(Node statement) {
  const Node assignment = plain_assignment(statement);
  Node read;
  return assignment && left_behind(assignment, read);
}

// Of the statements of the loop, or of an `if` in it that runs where `asked` is
// true: from here on each such name has a value for each iteration.
bool KernelReader::carry(const std::vector<Node>& statements,
                         const KernelExpr* asked,
                         std::vector<KernelStep>& steps) {
  for (Node statement : statements) {
    const Node assignment = plain_assignment(statement);
    Node read;
    if (!assignment || !left_behind(assignment, read)) continue;
    const Node name = assignment.field("left");
    Expr value = expression(assignment.field("right"));
    if (!value) return false;
    const std::optional<NumberType> type =
        read ? known_type(read) : value->type;
    const bool fits = type && (is_number(*type) || !read) &&
                      value->type == *type && *type != NumberType::kNumber &&
                      *type != NumberType::kText &&
                      value->maker == NumberMaker::kPython;
    if (!fits) {
      return refuse(assignment, "carried-value",
                    "`" + std::string(name.text()) + "`, set on line " +
                        std::to_string(assignment.line()) +
                        ", is read in a later iteration, and is not known to "
                        "be of one type");
    }
    add_fold(read ? read : name);
    KernelStep step;
    step.kind = KernelStep::Kind::kCarry;
    step.name = std::string(name.text());
    if (read) {
      step.running = own_name(step.name + "_before");
      Local before;
      before.kind = Local::Kind::kValue;
      before.value = {KernelExpr::Kind::kName, step.running, *type, 1, {}};
      locals_[step.name] = before;
    }
    carries_[step.name] = assignment;
    step.value = {KernelExpr::Kind::kOperation, "carried", *type, 1, {*value}};
    if (asked) step.value.parts.push_back(*asked);
    steps.push_back(std::move(step));
  }
  return true;
}

// Behind the assignment nobody reads the name until the next iteration.
bool KernelReader::carried_on(Node assignment) {
  const auto found = carries_.find(assignment.field("left").text());
  if (found == carries_.end() || found->second != assignment) return false;
  locals_.erase(found->first);
  return true;
}

}  // namespace ppp::advisor
