// SPDX-License-Identifier: Apache-2.0
#include "advisor/accumulators.h"

#include <algorithm>
#include <map>

#include "advisor/pieces.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool is_variable(Node node) {
  Node parent = node.parent();
  bool attribute = parent.is("attribute") && parent.field("attribute") == node;
  bool keyword = parent.is("keyword_argument") && parent.field("name") == node;
  return node.is("identifier") && !attribute && !keyword;
}

int mentions(std::span<const Node> nodes, std::string_view name) {
  int count = 0;
  for (Node root : nodes) {
    walk(root, [&](Node node) {
      count += is_variable(node) && node.text() == name;
      return true;
    });
  }
  return count;
}

bool always(const Trial& trial, const Accumulator& accumulator) {
  bool integer = accumulator.kind == Accumulator::Kind::kInteger;
  Value value = trial.interpreter.variable(trial.interpreter.loop_scope(),
                                           accumulator.name);
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = trial.interpreter.heap().at(id);
           return integer ? object.kind == Kind::kAtom && object.name == "int"
                          : object.kind == Kind::kContainer &&
                                object.name == "list";
         });
}

// Two names of one list would mix what they add.
bool shared(const Trial& trial, const Accumulator& accumulator,
            const Piece& piece) {
  if (accumulator.kind == Accumulator::Kind::kInteger) return false;
  int scope = trial.interpreter.loop_scope();
  Value mine = trial.interpreter.variable(scope, accumulator.name);
  return std::any_of(
      piece.accumulators.begin(), piece.accumulators.end(),
      [&](const Accumulator& other) {
        Value its = trial.interpreter.variable(scope, other.name);
        return std::any_of(mine.begin(), mine.end(), [&](ObjectId id) {
          return trial.interpreter.heap().at(id).kind == Kind::kContainer &&
                 its.contains(id);
        });
      });
}

// Does nothing but add: no special method of the value runs.
bool only_adds(const Trial& trial, const Addition& addition) {
  int scope = trial.interpreter.loop_scope();
  const std::string& name = addition.accumulator.name;
  Value holders = trial.interpreter.variable(scope, name);
  Effects effects = trial.interpreter.effects_of_part(addition.node);
  return std::all_of(effects.begin(), effects.end(), [&](const auto& entry) {
    const Effect& effect = entry.first;
    switch (effect.kind) {
      case Effect::Kind::kReadName:
      case Effect::Kind::kWriteName:
        // Or of a call that the work makes.
        return (effect.subject == scope && effect.name == name) ||
               trial.interpreter.inside(
                   trial.interpreter.scope_at(effect.subject).context);
      case Effect::Kind::kWriteField:
        return holders.contains(effect.subject);
      case Effect::Kind::kReadField:  // the work writes only what it made
      case Effect::Kind::kRaises:
        return true;
      default:
        return false;
    }
  });
}

// A statement of the loop's own body: what it adds is better taken as the
// result of an expression.
bool nested(const Piece& piece, const Addition& addition) {
  return std::none_of(piece.nodes.begin(), piece.nodes.end(), [&](Node node) {
    return node == addition.node.parent();
  });
}

bool accumulates(const Trial& trial, const Piece& piece,
                 const std::vector<Addition>& additions) {
  const Accumulator& first = additions.front().accumulator;
  int scope = trial.interpreter.loop_scope();
  bool alike = std::all_of(
      additions.begin(), additions.end(), [&](const Addition& addition) {
        return addition.accumulator == first && only_adds(trial, addition);
      });
  bool below = piece.skips || std::any_of(additions.begin(), additions.end(),
                                          [&](const Addition& addition) {
                                            return nested(piece, addition);
                                          });
  return alike && below && !trial.target.contains(first.name) &&
         mentions(piece.nodes, first.name) ==
             static_cast<int>(additions.size()) &&
         trial.interpreter.resolve(first.name, scope) == scope &&
         always(trial, first) && bound_before(trial, first.name) &&
         !shared(trial, first, piece);
}

}  // namespace

std::vector<Addition> additions_in(Node statement) {
  std::vector<Addition> found;
  walk(statement, [&](Node node) {
    if (node.is("function_definition") || node.is("class_definition") ||
        node.is("lambda")) {
      return false;
    }
    if (!node.is("expression_statement")) return true;
    Node inner = node.child(0);
    std::string_view sign = inner.field("operator").text();
    Node left = inner.field("left");
    if (inner.is("augmented_assignment") && left.is("identifier") &&
        (sign == "+=" || sign == "-=")) {
      found.push_back(
          {inner,
           inner.field("right"),
           {std::string(left.text()), Accumulator::Kind::kInteger}});
    }
    Node callee = inner.field("function");
    Node list = callee.field("object");
    std::span<const Node> arguments = inner.field("arguments").children();
    if (inner.is("call") && callee.is("attribute") && list.is("identifier") &&
        callee.field("attribute").text() == "append" &&
        inner.field("arguments").is("argument_list") && arguments.size() == 1 &&
        !arguments[0].is("list_splat") &&
        !arguments[0].is("keyword_argument") &&
        !arguments[0].is("dictionary_splat")) {
      found.push_back({inner,
                       arguments[0],
                       {std::string(list.text()), Accumulator::Kind::kList}});
    }
    return false;
  });
  return found;
}

void accumulate(const Trial& trial, Piece& piece) {
  std::map<std::string, std::vector<Addition>> by_name;
  std::vector<std::string> order;
  for (Node statement : piece.nodes) {
    for (Addition& addition : additions_in(statement)) {
      const std::string& name = addition.accumulator.name;
      if (!by_name.contains(name)) order.push_back(name);
      by_name[name].push_back(std::move(addition));
    }
  }
  for (const std::string& name : order) {
    const std::vector<Addition>& additions = by_name[name];
    if (!piece.use.exposed.contains(name)) continue;  // begins anew each time
    if (!accumulates(trial, piece, additions)) continue;
    piece.accumulators.push_back(additions.front().accumulator);
    for (const Addition& addition : additions) {
      piece.additions.push_back(addition.node);
    }
    piece.use.exposed.erase(name);
    piece.use.written.erase(name);
    piece.use.bound.erase(name);
  }
}

}  // namespace ppp::advisor
