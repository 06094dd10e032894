// SPDX-License-Identifier: Apache-2.0
// Statements and assignment.

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// In an except clause of the same function.
bool inside_handler(Node node) {
  for (Node at = node.parent(); at; at = at.parent()) {
    if (at.is("except_clause") || at.is("except_group_clause")) return true;
    if (at.is("function_definition") || at.is("class_definition")) break;
  }
  return false;
}

/// Parts of a pattern that run code of the program: `Point(x=0)` asks the class
/// and reads attributes, `Color.RED` is compared.
std::vector<Node> asking(Node pattern) {
  std::vector<Node> found;
  walk(pattern, [&](Node node) {
    const bool value = node.is("dotted_name") && node.children().size() > 1 &&
                       !node.parent().is("class_pattern");
    if (value || node.is("class_pattern")) found.push_back(node);
    return true;
  });
  return found;
}

bool means_any_failure(std::string_view type) {
  return type == "BaseException" || type == "builtins.BaseException";
}

}  // namespace

void Interpreter::statements(Node block, const Frame& frame) {
  ++depth_;
  for (Node child : block.children()) statement(child, frame);
  --depth_;
}

void Interpreter::statement(Node node, const Frame& outer) {
  using Method = void (Interpreter::*)(Node, const Frame&);
  static const ByKind<Method> methods = {
      {"for_statement", &Interpreter::for_loop},
      {"while_statement", &Interpreter::while_loop},
      {"if_statement", &Interpreter::branches},
      {"elif_clause", &Interpreter::branches},
      {"with_statement", &Interpreter::with},
      {"return_statement", &Interpreter::return_value},
      {"decorated_definition", &Interpreter::decorated},
      {"import_statement", &Interpreter::import_statement},
      {"import_from_statement", &Interpreter::import_from},
      {"raise_statement", &Interpreter::raise},
      {"match_statement", &Interpreter::match},
  };
  static const std::unordered_set<GrammarName, GrammarName::Hash> inert = {
      "pass_statement",          "break_statement",    "continue_statement",
      "global_statement",        "nonlocal_statement", "comment",
      "future_import_statement",
  };
  Frame frame = in_part(node, in_row(node, outer));
  const GrammarName kind = node.kind_name();
  if (const Method* method = methods.find(kind)) {
    (this->**method)(node, frame);
  } else if (kind == "expression_statement") {
    for (Node child : node.children()) eval(child, frame);
  } else if (kind == "try_statement") {
    for (Node child : node.children()) try_clause(child, frame);
  } else if (kind == "function_definition") {
    assign(node.field("name"), define_function(node, frame), frame);
  } else if (kind == "class_definition") {
    assign(node.field("name"), define_class(node, frame), frame);
  } else if (kind == "delete_statement") {
    for (Node target : node.children()) delete_target(target, frame);
  } else if (kind == "assert_statement") {
    for (Node child : node.children()) truth(eval(child, frame), frame, node);
  } else if (!inert.contains(kind)) {
    unknown(frame, node, "not understood");
  }
}

void Interpreter::return_value(Node node, const Frame& frame) {
  Value value = atom("none");
  if (Node given = node.child(0)) value = eval(given, frame);
  int scope = frame.scope;
  while (scope_at(scope).names->kind == ScopeNames::Kind::kClass) {
    scope = scope_at(scope).parent;
  }
  merge(scope_at(scope).returns, value);
}

void Interpreter::while_loop(Node node, const Frame& outer) {
  Frame frame = outer;
  if (frame.context.inside_any()) {
    loops_inside_.emplace(node.id(), frame.context);
  }
  truth(eval(node.field("condition"), frame), frame, node);
  run_into(node, frame);
  statements(node.field("body"), frame);
  if (Node otherwise = node.field("alternative")) {
    statements(otherwise.field("body"), outer);
  }
}

void Interpreter::branches(Node node, const Frame& frame) {
  truth(eval(node.field("condition"), frame), frame, node);
  statements(node.field("consequence"), frame);
  for (Node branch : node.fields("alternative")) {
    if (branch.is("elif_clause")) {
      statement(branch, frame);
    } else {
      statements(branch.field("body"), frame);
    }
  }
}

void Interpreter::with(Node node, const Frame& frame) {
  const bool async = node.all_children().front().text() == "async";
  for (Node item : node.child(0).children()) with_item(item, async, frame);
  statements(node.field("body"), frame);
}

void Interpreter::for_loop(Node node, const Frame& outer) {
  Frame frame = outer;
  if (node.all_children().front().text() == "async") {
    unknown(frame, node, "async");
  }
  if (frame.context.inside_any()) {
    loops_inside_.emplace(node.id(), frame.context);
  }
  assign(node.field("left"), source_items(node.field("right"), frame), frame);
  run_into(node, frame);
  statements(node.field("body"), frame);
  if (Node otherwise = node.field("alternative")) {
    statements(otherwise.field("body"), outer);
  }
}

// The frame in which a loop's source is evaluated and iterated.
Interpreter::Frame Interpreter::at_source(Node source, const Frame& outer) {
  auto apart = sources_apart_.find(source.id());
  return apart == sources_apart_.end() ? outer
                                       : as_part(apart->second, source, outer);
}

// What the source of a loop gives.
Value Interpreter::source_items(Node source, const Frame& outer) {
  const Frame frame = at_source(source, outer);
  const Value items = iterate(eval(source, frame), frame, source);
  auto apart = sources_apart_.find(source.id());
  if (apart != sources_apart_.end()) {
    items_[static_cast<std::size_t>(apart->second)].add(items);
  }
  return items;
}

void Interpreter::try_clause(Node node, const Frame& frame) {
  if (node.is("block")) return statements(node, frame);
  if (node.is("except_clause") || node.is("except_group_clause")) {
    Value caught;
    for (Node child : node.children()) {
      if (child.is("block")) {
        statements(child, frame);
      } else if (child.is("as_pattern")) {
        caught = eval(child.child(0), frame);
        note_depth(caught, frame, child);
        assign(child.field("alias"), exceptions_of(caught, frame, child),
               frame);
      } else {
        note_depth(eval(child, frame), frame, child);
      }
    }
    return;
  }
  for (Node child : node.children()) {
    if (child.is("block")) statements(child, frame);
  }
}

// Who catches a RecursionError sees how deep the stack was.
void Interpreter::note_depth(const Value& types, const Frame& frame,
                             Node node) {
  for (ObjectId id : heap_.reachable(types)) {
    if (heap_.at(id).name != "RecursionError") continue;
    note(frame, Effect::Kind::kOutside, -1, "stack-depth", node);
  }
}

// `except HTTPError` does not catch `raise ValueError(…)`: what is made by a
// builtin's name is of that type, and only failures of the system have further
// names, in other modules.
bool Interpreter::is_another(const Object& raised,
                             const std::string& type) const {
  const Node made =
      raised.site.is("call") ? raised.site.field("function") : raised.site;
  const bool by_name = made.is("identifier") && made.text() == raised.name;
  const std::string builtin = "builtins." + raised.name;
  return by_name && library_.type(builtin) &&
         !library_.derives(builtin, "OSError") &&
         type.find('.') != std::string::npos && !type.starts_with("builtins.");
}

// The objects that `except <types> as e` may bind.
Value Interpreter::exceptions_of(const Value& types, const Frame& frame,
                                 Node node) {
  Value caught;
  for (ObjectId id : heap_.reachable(types)) {
    const Object& type = heap_.at(id);
    if (type.kind == Kind::kClass) {
      caught.add(type.instances);
    } else if (type.kind == Kind::kLibraryType) {
      caught.add(heap_.make(Kind::kLibraryInstance, type.name, frame.context,
                            frame.source, node, "caught"));
      for (ObjectId one : raised_.get()) {
        // Caught before, whatever it was: then it is the one just made, too.
        const Object& other = heap_.at(one);
        if (is_another(other, type.name)) continue;
        const bool plain = other.fields.begin() == other.fields.end();
        const bool same = other.site.is("as_pattern") && plain &&
                          !other.escaped && means_any_failure(other.name);
        if (!same) caught.add(one);
      }
      // A project class below a library exception is caught as well.
      for (ObjectId other : exceptions_.get()) {
        if (may_derive_from(heap_.at(other).of, type.name)) caught.add(other);
      }
    } else if (type.kind != Kind::kContainer) {
      caught.add(heap_.unknown());
    }
  }
  return caught;
}

void Interpreter::with_item(Node node, bool async, const Frame& frame) {
  Node value = node.field("value");
  Node target;
  if (value.is("as_pattern")) {
    target = value.field("alias");
    value = value.child(0);
  }
  Value entered;
  const Value managers = eval(value, frame);
  values_[value.id()].add(managers);
  for (ObjectId id : managers) {
    entered.add(async ? enter_awaiting(id, frame, node)
                      : enter_manager(id, frame, node));
  }
  if (target) assign(target.child(0), entered, frame);
}

Value Interpreter::enter_manager(ObjectId id, const Frame& frame, Node node) {
  const Object& manager = heap_.at(id);
  const Value one(id);
  Arguments none;
  if (manager.kind == Kind::kInstance) {
    Arguments three;
    three.positional = {unknown_value(), unknown_value(), unknown_value()};
    Value entered = special_call(id, "__enter__", none, frame, node);
    special_call(id, "__exit__", three, frame, node);
    return entered;
  }
  if (manager.kind == Kind::kGenerator) {
    return iterate(one, frame, node);  // @contextmanager
  }
  if (manager.kind != Kind::kLibraryInstance) {
    unknown(frame, node, "cannot tell what entering it runs");
    return unknown_value();
  }
  const CallEntry* enter = library_.method(manager.name, "__enter__");
  const CallEntry* exit = library_.method(manager.name, "__exit__");
  if (!enter) {
    unknown(frame, node, "no entry for using it as a context manager");
    return unknown_value();
  }
  Value entered =
      apply(*enter, manager.name + ".__enter__", one, none, frame, node);
  if (exit) apply(*exit, manager.name + ".__exit__", one, none, frame, node);
  return entered;
}

void Interpreter::delete_target(Node node, const Frame& frame) {
  if (node.is("identifier")) {
    write_name(node.text(), Value(), frame, node);
  } else if (node.is("subscript")) {
    Value holder = eval(node.field("value"), frame);
    Value index = index_of(node, frame);
    for (ObjectId id : holder) {
      const Object& object = heap_.at(id);
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
      if (object.kind == Kind::kInstance) {
        Arguments one;
        one.positional = {index};
        special_call(id, "__delitem__", one, frame, node);
      } else if (object.kind == Kind::kContainer) {
        use_as_index(id, index, frame, node);
      } else {
        unknown(frame, node, "deletes an item of something unknown");
      }
    }
  } else if (node.is("attribute")) {
    // Setters and deleters of a property are kept together: both may run.
    set_attribute(eval(node.field("object"), frame),
                  mangled(node.field("attribute").text(), node), Value(), frame,
                  node);
  } else {
    for (Node child : node.children()) delete_target(child, frame);
  }
}

void Interpreter::match(Node node, const Frame& frame) {
  Value subjects;
  for (Node subject : node.fields("subject")) {
    subjects.add(eval(subject, frame));
  }
  special(subjects, "compare", true, frame, node);
  Value parts = heap_.reachable(subjects);
  for (Node clause : node.field("body").children()) {
    for (Node child : clause.children()) {
      if (!child.is("case_pattern")) continue;
      for (Node part : asking(child)) {
        const bool cls = part.is("class_pattern");
        const Node name = cls ? part.child(0) : part;
        Value named = read_name(name.child(0).text(), frame, name);
        for (Node member : name.children().subspan(1)) {
          named = get_attribute(named, member.text(), frame, name);
        }
        special(named, cls ? "class" : "compare", !cls, frame, part);
        if (cls) special(subjects, "attribute", true, frame, part);
      }
      walk(child, [&](Node inner) {
        if (inner.is("identifier") && resolve(inner.text(), frame.scope) >= 0) {
          write_name(inner.text(), parts, frame, inner);
        }
        if (inner.is("splat_pattern")) {  // *rest and **rest are fresh
          for (std::string_view kind : {"list", "dict"}) {
            ObjectId rest = container(kind, frame, inner, kind);
            merge(heap_.at(rest).fields["[]"], parts);
            write_name(inner.child(0).text(), Value(rest), frame, inner);
          }
        }
        return true;
      });
    }
    if (Node guard = clause.field("guard")) {
      truth(eval(guard.child(0), frame), frame, clause);
    }
    statements(clause.field("consequence"), frame);
  }
}

void Interpreter::raise(Node node, const Frame& frame) {
  if (node.children().empty() && !inside_handler(node)) {
    unknown(frame, node, "raises what its caller handles");
  }
  for (Node child : node.children()) {
    for (ObjectId id : eval(child, frame)) {
      const Object& object = heap_.at(id);
      ObjectId cls = object.kind == Kind::kInstance ? object.of : id;
      if (object.kind == Kind::kClass) {
        Arguments none;
        instantiate(id, none, frame, node);
      }
      const bool project = heap_.at(cls).kind == Kind::kClass;
      const bool stays = project ? !instance_pickle_problem(cls).empty()
                                 : object.kind == Kind::kUnknown;
      if (stays || carries_objects(id)) {
        note(frame, Effect::Kind::kRaises, -1,
             project ? heap_.at(cls).name : std::string(child.text()), node);
      }
      const bool caught = !(child == node.field("cause"));
      if (caught && object.kind == Kind::kLibraryInstance) {
        merge(raised_, Value(id));
      }
      bool stop = object.name == "StopIteration";
      if (stop) note(frame, Effect::Kind::kRaises, -1, "StopIteration", node);
    }
  }
}

// More than numbers and text travels with the exception: a handler in another
// process would get copies, or nothing where they cannot be pickled.
bool Interpreter::carries_objects(ObjectId exception) const {
  const Object& object = heap_.at(exception);
  if (object.kind != Kind::kInstance && object.kind != Kind::kLibraryInstance) {
    return false;
  }
  const Value all = heap_.reachable(Value(exception));
  return std::any_of(all.begin(), all.end(), [&](ObjectId id) {
    const Object& part = heap_.at(id);
    return id != exception && part.kind != Kind::kAtom &&
           !(part.kind == Kind::kContainer && part.name == "tuple");
  });
}

void Interpreter::assign(Node target, const Value& value, const Frame& frame) {
  const GrammarName kind = target.kind_name();
  if (kind == "identifier") {
    write_name(target.text(), value, frame, target);
  } else if (kind == "attribute") {
    set_attribute(eval(target.field("object"), frame),
                  mangled(target.field("attribute").text(), target), value,
                  frame, target);
  } else if (kind == "subscript") {
    Value holder = eval(target.field("value"), frame);
    Value index = index_of(target, frame);
    set_item(holder, index, value, frame, target);
  } else if (kind == "pattern_list" || kind == "tuple_pattern" ||
             kind == "list_pattern" || kind == "expression_list" ||
             kind == "tuple" || kind == "list") {
    unpack(target, value, frame);
  } else if (kind == "parenthesized_expression" ||
             kind == "as_pattern_target") {
    assign(target.child(0), value, frame);
  } else {
    unknown(frame, target, "not understood as a target");
  }
}

/// Taking it apart runs nobody's code: a row of a database.
bool Interpreter::holds_plain_items(const Object& object) const {
  if (object.kind != Object::Kind::kLibraryInstance) return false;
  const TypeEntry* type = library_.type(object.name);
  return type && type->immutable && !object.fields.contains("<runs>") &&
         type->iterates.kind == TypeExpr::Kind::kUnion;
}

void Interpreter::judge_unpacking(Node pattern, const Value& value) {
  const std::span<const Node> targets = pattern.children();
  const bool splat =
      std::any_of(targets.begin(), targets.end(), [](Node target) {
        return target.is("list_splat_pattern") || target.is("list_splat");
      });
  for (ObjectId id : value) {
    const Object& object = heap_.at(id);
    const bool container = object.kind == Object::Kind::kContainer &&
                           object.name != "iterator" && object.of < 0;
    if (!container && object.kind != Object::Kind::kAtom &&
        !holds_plain_items(object)) {
      noisy_patterns_.insert(pattern.id());
    }
    const std::size_t places = targets.size();
    const bool fits =
        container && object.name == "tuple" && !splat &&
        !object.fields.contains("[]") &&
        object.fields.contains("[" + std::to_string(places - 1) + "]") &&
        !object.fields.contains("[" + std::to_string(places) + "]");
    if (!fits) unsure_patterns_.insert(pattern.id());
  }
}

void Interpreter::unpack(Node pattern, const Value& value, const Frame& frame) {
  judge_unpacking(pattern, value);
  std::span<const Node> targets = pattern.children();
  bool splat = false;
  for (Node target : targets) {
    splat |= target.is("list_splat_pattern") || target.is("list_splat");
  }
  Value any;    // of sources whose positions are not known
  Value fixed;  // tuples of known length
  for (ObjectId id : value) {
    const Object& object = heap_.at(id);
    bool known = !splat && object.name == "tuple" &&
                 object.fields.contains("[0]") && !object.fields.contains("[]");
    (known ? fixed : any).add(id);
  }
  Value rest = iterate(any, frame, pattern);
  if (!fixed.empty()) iterate(fixed, frame, pattern);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    Value item = rest;
    for (ObjectId id : fixed) {
      const auto& fields = heap_.at(id).fields;
      auto found = fields.find("[" + std::to_string(i) + "]");
      if (found != fields.end()) item.add(found->second);
    }
    Node target = targets[i];
    if (target.is("list_splat_pattern") || target.is("list_splat")) {
      ObjectId list = container("list", frame, target);
      merge(heap_.at(list).fields["[]"], item);
      assign(target.child(0), Value(list), frame);
    } else {
      assign(target, item, frame);
    }
  }
}

}  // namespace ppp::advisor
