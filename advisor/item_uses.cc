// SPDX-License-Identifier: Apache-2.0
#include "advisor/item_uses.h"

#include <vector>

#include "advisor/named_function.h"
#include "advisor/row_call.h"

namespace ppp::advisor {
namespace {

/// The only thing in the brackets behind `value`; null: something else.
Node subscript_behind(Node value) {
  const Node whole = value.parent();
  const std::vector<Node> given = whole.fields("subscript");
  const bool fits = whole.is("subscript") && whole.field("value") == value &&
                    given.size() == 1 && !is_target(whole);
  return fits ? given[0] : Node();
}

/// "max": `items.max`
std::string_view attribute_behind(Node items) {
  const Node parent = items.parent();
  const bool fits = parent.is("attribute") && parent.field("object") == items;
  return fits ? parent.field("attribute").text() : std::string_view();
}

}  // namespace

bool is_measured(const SourceFile& source, Node node) {
  const Node parent = node.parent();
  if (attribute_behind(node) == "empty") return !is_target(parent);
  const Node callee = parent.parent().field("function");
  return parent.is("argument_list") && parent.children().size() == 1 &&
         callee.text() == "len" && is_builtin(source, callee);
}

bool counts_rows(Node rows) {
  const Node place = subscript_behind(rows.parent());
  return attribute_behind(rows) == "shape" && place && place.text() == "0";
}

Node items_of(Node rows) {
  const Node label = subscript_behind(rows);
  return label && label_text(label) ? rows.parent() : Node();
}

std::string_view asked_method(Node items) {
  const Node callee = items.parent();
  const Node call = callee.parent();
  const bool fits = call.is("call") && call.field("function") == callee &&
                    call.field("arguments").is("argument_list") &&
                    call.field("arguments").children().empty();
  return fits ? attribute_behind(items) : std::string_view();
}

std::string_view end_asked(Node items) {
  const std::string_view way = attribute_behind(items);
  const Node place = subscript_behind(items.parent());
  const bool fits = (way == "iat" || way == "iloc" || way == "values") &&
                    place && (place.text() == "0" || place.text() == "-1");
  return fits ? way : std::string_view();
}

bool shows_text(Node expression) {
  for (Node at = expression; at; at = at.parent()) {
    if (!at.is("interpolation")) continue;
    for (Node part : at.all_children()) {
      if (part.text() == "=") return true;
    }
  }
  return false;
}

}  // namespace ppp::advisor
