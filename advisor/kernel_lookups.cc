// SPDX-License-Identifier: Apache-2.0
// Dicts that the rows of a table are looked up in: `rates[row.kind]`,
// `rates.get(row.kind, 1.0)`, `row.kind in rates`.
#include <algorithm>

#include "advisor/kernel_reader.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

struct Held {
  NumberType keys = NumberType::kText;
  NumberType values = NumberType::kNumber;
};

NumberType type_by_text(Node node) {
  return node.is("string") ? NumberType::kText : NumberType::kNumber;
}

/// By the first literal that the variable is bound to. A guess, which is asked
/// when the program runs.
Held held_by(const SourceFile& source, std::string_view name) {
  std::optional<Held> found;
  walk(source.root(), [&](Node node) {
    const Node pair = node.field("right").child(0);
    if (!found && node.is("assignment") && node.field("left").text() == name &&
        node.field("right").is("dictionary") && pair.is("pair")) {
      found = Held{type_by_text(pair.field("key")),
                   type_by_text(pair.field("value"))};
    }
    return !found;
  });
  return found.value_or(Held());
}

}  // namespace

bool KernelReader::may_be_dict(Node node) const {
  if (!node.is("identifier") || kernel_.in_order ||
      locals_.contains(node.text()) || bound_.contains(node.text())) {
    return false;
  }
  const KernelInput* known = input(std::string(node.text()));
  if (known) return known->kind == KernelInput::Kind::kDict;
  if (!bound_before(trial_, node.text())) return false;
  const bool hidden =
      trial_.loop.function
          ? scope_names(trial_.loop.function).locals.contains(node.text())
          : loop_bound_.contains(node.text());
  if (function_ && hidden) return false;  // another one, where the loop stands
  const Value value = trial_.interpreter.value_of(node);
  return value.empty() ||
         std::any_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = trial_.interpreter.heap().at(id);
           return object.kind == Object::Kind::kUnknown ||
                  (object.kind == Object::Kind::kContainer &&
                   object.name == "dict");
         });
}

KernelReader::Expr KernelReader::lookup(Node dict, Node key, Node otherwise) {
  const std::string name(dict.text());
  const Held held = held_by(*trial_.loop.source, name);
  Expr at = column_read(key) ? column(key, held.keys) : expression(key);
  if (!at) return std::nullopt;
  const bool fits =
      at->axes == 1 && (is_number(at->type) || at->type == NumberType::kText);
  if (!fits || columns_around()) {
    not_understood(key);
    return std::nullopt;
  }
  KernelExpr made{
      KernelExpr::Kind::kOperation,
      "lookup",
      held.values,
      1,
      {{KernelExpr::Kind::kName, name, NumberType::kNumber, 0, {}}, *at}};
  if (otherwise) {
    Expr given = expression(otherwise);
    if (!given) return std::nullopt;
    const bool plain = given->axes == 0 &&
                       given->kind != KernelExpr::Kind::kOperation &&
                       is_number(given->type) == is_number(held.values);
    if (!plain) {
      not_understood(otherwise);
      return std::nullopt;
    }
    made.parts.push_back(std::move(*given));
  }
  add_dict(name, held.values).read = true;
  return made;
}

// `row.kind in rates`; nothing: it asks something else.
std::optional<KernelExpr> KernelReader::found_in(Node node) {
  const std::span<const Node> sides = node.children();
  const std::vector<Node> ops = node.fields("operators");
  if (sides.size() != 2 || ops.size() != 1 || !framed() ||
      !column_read(sides[0]) || !may_be_dict(sides[1]) || columns_around() ||
      (ops[0].text() != "in" && ops[0].text() != "not in")) {
    return std::nullopt;
  }
  const std::string name(sides[1].text());
  const Held held = held_by(*trial_.loop.source, name);
  const Expr key = column(sides[0], held.keys);
  if (!key) return std::nullopt;
  add_dict(name, held.values);
  KernelExpr made{
      KernelExpr::Kind::kOperation,
      "within",
      NumberType::kFlag,
      1,
      {{KernelExpr::Kind::kName, name, NumberType::kNumber, 0, {}}, *key}};
  if (ops[0].text() == "in") return made;
  return KernelExpr{
      KernelExpr::Kind::kOperation, "not", NumberType::kFlag, 1, {made}};
}

// An axis of columns, or a loop that stays: the keys are those of the rows.
bool KernelReader::columns_around() const {
  return axes_ != 1 || in_order_ > 0;
}

KernelInput& KernelReader::add_dict(const std::string& name, NumberType held) {
  if (!input(name)) {
    kernel_.inputs.push_back(
        {name, KernelInput::Kind::kDict, held, true, false});
  }
  return *input(name);
}

}  // namespace ppp::advisor
