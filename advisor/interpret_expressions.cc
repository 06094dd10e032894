// SPDX-License-Identifier: Apache-2.0
// Names, displays, comprehensions and the other expressions.

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// The atom that a number, a constant or a type annotation is, or "".
std::string_view literal_atom(Node node) {
  const GrammarName kind = node.kind_name();
  if (kind == "integer" || kind == "float") {
    bool imaginary = node.text().find_first_of("jJ") != std::string_view::npos;
    return imaginary ? "complex" : kind == "integer" ? "int" : "float";
  }
  if (kind == "true" || kind == "false") return "bool";
  if (kind == "none" || kind == "ellipsis") return node.kind();
  if (kind == "type" || kind == "comment") return "type";
  return "";
}

/// Not so in [*f(x)], which the grammar reads as a call of `*f`, nor in [*a.b],
/// which it reads as an attribute of `*a`.
bool unpacks_items(Node holder) {
  static constexpr std::array kHolders = std::to_array<GrammarName>(
      {"list", "set", "tuple", "expression_list", "pattern_list",
       "tuple_pattern", "list_pattern", "argument_list", "dictionary",
       "subscript"});
  return std::any_of(kHolders.begin(), kHolders.end(),
                     [&](GrammarName kind) { return holder.is(kind); });
}

}  // namespace

Value Interpreter::eval(Node node, const Frame& outer) {
  if (node.null()) return {};
  Frame frame = in_part(node, outer);
  ++depth_;
  Value value = expression(node, frame);
  --depth_;
  if (looked_at(node, frame.source)) values_[node.id()].add(value);
  return value;
}

Value Interpreter::expression(Node node, const Frame& frame) {
  using Method = Value (Interpreter::*)(Node, const Frame&);
  static const ByKind<Method> methods = {
      {"call", &Interpreter::call_node},
      {"binary_operator", &Interpreter::binary},
      {"unary_operator", &Interpreter::unary},
      {"not_operator", &Interpreter::unary},
      {"comparison_operator", &Interpreter::comparison},
      {"boolean_operator", &Interpreter::boolean},
      {"conditional_expression", &Interpreter::conditional},
      {"subscript", &Interpreter::subscript},
      {"lambda", &Interpreter::lambda},
      {"yield", &Interpreter::yield},
      {"await", &Interpreter::await},
      {"string", &Interpreter::string},
      {"concatenated_string", &Interpreter::string},
      {"list", &Interpreter::display},
      {"tuple", &Interpreter::display},
      {"set", &Interpreter::display},
      {"expression_list", &Interpreter::display},
      {"pattern_list", &Interpreter::display},
      {"dictionary", &Interpreter::dictionary},
      {"list_comprehension", &Interpreter::comprehension},
      {"set_comprehension", &Interpreter::comprehension},
      {"dictionary_comprehension", &Interpreter::comprehension},
      {"generator_expression", &Interpreter::comprehension},
      {"assignment", &Interpreter::assignment},
      {"named_expression", &Interpreter::assignment},
      {"augmented_assignment", &Interpreter::augmented},
  };
  const GrammarName kind = node.kind_name();
  if (const Method* method = methods.find(kind)) {
    return (this->**method)(node, frame);
  }
  if (std::string_view name = literal_atom(node); !name.empty()) {
    return atom(name);
  }
  if (kind == "identifier" || kind == "keyword_identifier") {
    return read_name(node.text(), frame, node);
  }
  if (kind == "attribute") {
    return get_attribute(eval(node.field("object"), frame),
                         mangled(node.field("attribute").text(), node), frame,
                         node);
  }
  if (kind == "parenthesized_expression" || kind == "as_pattern") {
    return eval(node.child(0), frame);
  }
  if (kind == "list_splat" || kind == "dictionary_splat") {
    if (!unpacks_items(node.parent())) {
      unknown(frame, node, "an unpacking that is not understood");
    }
    return iterate(eval(node.child(0), frame), frame, node);
  }
  Value parts;
  for (Node child : node.children()) parts.add(eval(child, frame));
  if (kind == "slice") {
    special(parts, "number", false, frame, node);
    return atom("slice");
  }
  unknown(frame, node, "not understood");
  return unknown_value();
}

Value Interpreter::assignment(Node node, const Frame& frame) {
  const bool walrus = node.is("named_expression");
  Node right = walrus ? node.field("value") : node.field("right");
  Value value = eval(right, frame);
  Node left = walrus ? node.field("name") : node.field("left");
  if (right) assign(left, value, frame);
  if (right && !walrus) keep_unshared(node, value, frame);
  if (scope_at(frame.scope).names->kind != ScopeNames::Kind::kFunction) {
    eval_annotation(node.field("type"), frame);
  }
  return value;
}

Value Interpreter::boolean(Node node, const Frame& frame) {
  const Value left = eval(node.field("left"), frame);
  truth(left, frame, node);
  Value value = eval(node.field("right"), frame);
  // `given or Session()`: None is not what it gives.
  const bool other = node.field("operator").text() == "or";
  for (ObjectId id : left) {
    const Object& object = heap_.at(id);
    const bool none =
        object.kind == Object::Kind::kAtom && object.name == "none";
    if (!other || !none) value.add(id);
  }
  return value;
}

Value Interpreter::conditional(Node node, const Frame& frame) {
  Value value = eval(node.child(0), frame);
  truth(eval(node.child(1), frame), frame, node);
  value.add(eval(node.child(2), frame));
  return value;
}

void Interpreter::truth(const Value& value, const Frame& frame, Node node) {
  special(value, "bool", false, frame, node);
}

Value Interpreter::string(Node node, const Frame& frame) {
  bool bytes = false;
  walk(node, [&](Node inner) {
    if (inner.is("interpolation")) {
      special(eval(inner.field("expression"), frame), "str", true, frame,
              inner);
      if (Node format = inner.field("format_specifier")) {
        for (Node part : format.children()) {
          if (part.is("format_expression")) {
            special(eval(part.field("expression"), frame), "str", true, frame,
                    part);
          }
        }
      }
      return false;
    }
    if (inner.is("string")) {
      std::string_view text = inner.text();
      std::string_view prefix = text.substr(0, text.find_first_of("\"'"));
      bytes |= prefix.find_first_of("bB") != std::string_view::npos;
      if (prefix.find_first_of("tT") != std::string_view::npos) {
        unknown(frame, inner, "template strings are not understood");
      }
    }
    return true;
  });
  return atom(bytes ? "bytes" : "str");
}

Value Interpreter::display(Node node, const Frame& frame) {
  std::string_view kind =
      node.is("list") || node.is("set") ? node.kind() : "tuple";
  ObjectId id = container(kind, frame, node);
  std::span<const Node> items = node.children();
  bool splat = false;
  for (Node item : items) splat |= item.is("list_splat");
  int position = 0;
  for (Node item : items) {
    Value value = eval(item, frame);
    std::string field = "[]";
    if (kind == "tuple" && !splat) {
      field = "[" + std::to_string(position++) + "]";
    }
    merge(heap_.at(id).fields[field], value);
    if (kind == "set") special(value, "hash", true, frame, item);
  }
  return Value(id);
}

Value Interpreter::dictionary(Node node, const Frame& frame) {
  ObjectId id = container("dict", frame, node);
  for (Node item : node.children()) {
    if (item.is("pair")) {
      Value key = eval(item.field("key"), frame);
      special(key, "hash", true, frame, item);
      merge(heap_.at(id).fields["[k]"], key);
      merge(heap_.at(id).fields[key_field(item.field("key"))],
            eval(item.field("value"), frame));
    } else if (item.is("dictionary_splat")) {
      Value other = eval(item.child(0), frame);
      merge(heap_.at(id).fields["[k]"], iterate(other, frame, item));
      Value values;
      for (ObjectId source : other) values.add(dict_values(source));
      merge(heap_.at(id).fields["[]"], values);
    }
  }
  return Value(id);
}

Value Interpreter::comprehension(Node node, const Frame& frame) {
  int scope = activate(node, frame.source, frame.scope, frame.context);
  if (frame.context.inside_any()) {
    loops_inside_.emplace(node.id(), frame.context);
  }
  if (node.is("generator_expression")) {
    // The first source is evaluated at once, the rest when iterated.
    const Node source = node.child(1).field("right");
    const Frame at = at_source(source, frame);
    begin_iteration(eval(source, at), at, node);
    ObjectId id = heap_.make(Kind::kGenerator, "generator", frame.context,
                             frame.source, node, std::to_string(frame.scope));
    heap_.at(id).scope = scope;
    return Value(id);
  }
  bool dict = node.is("dictionary_comprehension");
  std::string_view kind = dict                           ? "dict"
                          : node.is("set_comprehension") ? "set"
                                                         : "list";
  ObjectId id = container(kind, frame, node);
  Frame inner = frame;
  inner.scope = scope;
  comprehension_clauses(node, inner, [&](const Frame& at) {
    Node body = node.field("body");
    if (dict) {
      Value key = eval(body.field("key"), at);
      special(key, "hash", true, at, body);
      merge(heap_.at(id).fields["[k]"], key);
      merge(heap_.at(id).fields["[]"], eval(body.field("value"), at));
    } else {
      Value item = eval(body, at);
      if (kind == "set") special(item, "hash", true, at, body);
      merge(heap_.at(id).fields["[]"], item);
    }
  });
  return Value(id);
}

void Interpreter::comprehension_clauses(
    Node node, const Frame& outer,
    const std::function<void(const Frame&)>& emit) {
  Frame frame = outer;
  bool first = true;
  for (Node clause : node.children()) {
    if (clause.is("for_in_clause")) {
      if (clause.all_children().front().text() == "async") {
        unknown(frame, clause, "async");
      }
      Node right = clause.field("right");
      // The first source is evaluated around the comprehension, whose variable
      // may have its name: `[x for x in x]`.
      Frame at = frame;
      if (first) at.scope = scope_at(frame.scope).parent;
      assign(clause.field("left"), source_items(right, at), frame);
      if (first) run_into(node, frame);
      first = false;
    } else if (clause.is("if_clause")) {
      truth(eval(clause.child(0), frame), frame, clause);
    }
  }
  emit(frame);
}

// Of a tuple also each of its parts, as an array takes them.
Value Interpreter::index_of(Node subscript, const Frame& frame) {
  std::vector<Node> parts = subscript.fields("subscript");
  if (!takes_tuple(subscript)) return eval(parts.front(), frame);
  const bool splat = std::any_of(parts.begin(), parts.end(), [](Node part) {
    return part.is("list_splat");
  });
  const ObjectId tuple = container("tuple", frame, subscript, "index");
  Value index(tuple);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Value part = eval(parts[i], frame);
    const std::string field = splat ? "[]" : "[" + std::to_string(i) + "]";
    merge(heap_.at(tuple).fields[field], part);
    index.add(part);
  }
  return index;
}

Value Interpreter::subscript(Node node, const Frame& frame) {
  Value holder = eval(node.field("value"), frame);
  Value index = index_of(node, frame);
  const bool tuple = takes_tuple(node);
  // Of an array it may be a part that is none of its elements.
  const bool dicts =
      std::all_of(holder.begin(), holder.end(), [&](ObjectId id) {
        const Object& object = heap_.at(id);
        return (object.kind == Kind::kContainer && object.name == "dict") ||
               like_dict(object);
      });
  if (tuple && !dicts) index.add(heap_.atom("slice"));
  // The script's path, as it was called.
  const std::string_view list = node.field("value").text();
  const bool arguments = list == "argv" || list.ends_with(".argv");
  const Node only = tuple ? Node() : node.field("subscript");
  if (arguments && only.text() == "0") note_own_source(frame, node);
  return get_item(holder, index, only, frame, node);
}

Value Interpreter::lambda(Node node, const Frame& frame) {
  return define_function(node, frame);
}

Value Interpreter::yield(Node node, const Frame& frame) {
  Value value = atom("none");
  bool from = false;
  for (Node child : node.all_children()) from |= child.text() == "from";
  if (Node given = node.child(0)) {
    value = eval(given, frame);
    if (from) value = iterate(value, frame, node);
  }
  merge(scope_at(frame.scope).yields, value);
  return unknown_value();  // what send() passes in
}

}  // namespace ppp::advisor
