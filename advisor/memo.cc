// SPDX-License-Identifier: Apache-2.0
#include "advisor/memo.h"

#include <algorithm>
#include <set>

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;
using NameSet = std::set<std::string, std::less<>>;

using Key = std::vector<std::string>;  ///< the names in it

/// The names of plain parameters; nullopt: there are others (*args, …).
std::optional<NameSet> parameters_of(Node function) {
  NameSet names;
  for (Node parameter : function.field("parameters").children()) {
    Node name = parameter;
    if (parameter.is("typed_parameter")) name = parameter.child(0);
    if (parameter.is("default_parameter") ||
        parameter.is("typed_default_parameter")) {
      name = parameter.field("name");
    }
    if (!name.is("identifier")) return std::nullopt;
    names.emplace(name.text());
  }
  return names;
}

/// The names in `n`, `a, b` or `(a, b)`; empty: it is something else.
Key key_of(std::span<const Node> parts) {
  if (parts.size() == 1 &&
      (parts[0].is("tuple") || parts[0].is("expression_list"))) {
    parts = parts[0].children();
  }
  Key names;
  for (Node part : parts) {
    if (!part.is("identifier")) return {};
    names.emplace_back(part.text());
  }
  return names;
}

Key key_of(Node node) { return key_of(std::span(&node, 1)); }

/// Of `dict[key]`.
Key key_of_entry(Node subscript) {
  return key_of(subscript.fields("subscript"));
}

/// How often `name` is bound below `scope`, in any way.
int times_bound(Node scope, std::string_view name) {
  int count = 0;
  walk(scope, [&](Node node) {
    if (!node.is("identifier") || node.text() != name) return true;
    Node above = node.parent();
    Node child = node;
    while (above.is("pattern_list") || above.is("tuple_pattern") ||
           above.is("list_pattern") || above.is("list_splat_pattern")) {
      child = above;
      above = above.parent();
    }
    const bool binds =
        above.field("left") == child || above.field("alias") == child ||
        above.is("named_expression") || above.is("as_pattern_target") ||
        above.is("delete_statement") || above.is("global_statement") ||
        above.is("nonlocal_statement") || above.is("dotted_name") ||
        (above.is("function_definition") && above.field("name") == child) ||
        (above.is("class_definition") && above.field("name") == child);
    // `left` is an operand's name, too.
    const bool operand = above.is("binary_operator") ||
                         above.is("boolean_operator") ||
                         above.is("comparison_operator");
    count += binds && !operand;
    return true;
  });
  return count;
}

/// The parameters that a key stands for: its own names, or those of the tuple
/// that the function begins with. Empty: it may be another at another time.
NameSet meaning_of_key(Node function, const Key& key) {
  Node body = function.field("body");
  auto changes = [&](const std::string& name) {
    return times_bound(body, name) > 0;
  };
  if (std::none_of(key.begin(), key.end(), changes)) {
    return {key.begin(), key.end()};
  }
  Node first = body.child(0);
  if (first.child(0).is("string")) first = body.child(1);
  Node assignment = first.child(0);
  if (key.size() != 1 || times_bound(body, key.front()) != 1 ||
      !assignment.is("assignment") ||
      assignment.field("left").text() != key.front()) {
    return {};
  }
  const Key meaning = key_of(assignment.field("right"));
  return {meaning.begin(), meaning.end()};
}

/// What a function does with the dict.
struct Uses {
  bool tests = false;
  bool stores = false;
  bool gives = false;
  Key key;
  bool other = false;  ///< something that does not belong to a memo
};

bool returns_entry(Node statement, std::string_view dict, const Key& key) {
  Node value = statement.is("return_statement") ? statement.child(0) : Node();
  return value.is("subscript") && value.field("value").text() == dict &&
         key_of_entry(value) == key;
}

/// The statement behind `store` gives what it has stored.
bool gives_what_it_stores(Node store, std::string_view dict) {
  Node assignment = store.child(0);
  const Key key = key_of_entry(assignment.field("left"));
  Node next = store.next_sibling();
  if (next) {
    Node value = next.is("return_statement") ? next.child(0) : Node();
    const bool same = value.is("identifier") &&
                      assignment.field("right").is("identifier") &&
                      value.text() == assignment.field("right").text();
    return same || returns_entry(next, dict, key);
  }
  Node branch = store.parent().parent();  // if key not in dict: …
  return branch.is("if_statement") && !branch.field("alternative") &&
         returns_entry(branch.next_sibling(), dict, key);
}

/// `if key in dict: return dict[key]`, or `if key not in dict: …` in front of
/// `return dict[key]`.
bool plain_test(Node test, std::string_view dict) {
  Node branch = test.parent();
  if (!branch.is("if_statement") || branch.field("condition") != test ||
      branch.field("alternative")) {
    return false;
  }
  const Key key = key_of(test.child(0));
  std::string_view sign = test.text();
  sign.remove_prefix(test.child(0).text().size());
  sign.remove_suffix(test.child(1).text().size());
  Node block = branch.field("consequence");
  if (sign == " not in ") {
    return returns_entry(branch.next_sibling(), dict, key);
  }
  return sign == " in " && block.children().size() == 1 &&
         returns_entry(block.child(0), dict, key);
}

void add_use(Node name, Uses& uses) {
  Node above = name.parent();
  Key key;
  if (above.is("comparison_operator") && above.children().size() == 2 &&
      above.child(1) == name) {
    key = key_of(above.child(0));
    uses.tests = true;
    uses.other |= !plain_test(above, name.text());
  } else if (above.is("subscript") && above.field("value") == name) {
    key = key_of_entry(above);
    Node holder = above.parent();
    Node statement = holder.parent();
    if (holder.is("return_statement")) {
      uses.gives = true;
    } else if (holder.is("assignment") && holder.field("left") == above &&
               statement.is("expression_statement")) {
      uses.stores = true;
      uses.other |= !gives_what_it_stores(statement, name.text());
    } else {
      uses.other = true;
    }
  }
  uses.other |= key.empty() || (!uses.key.empty() && uses.key != key);
  uses.key = std::move(key);
}

/// `name = {}` or `name = dict()` as a statement of the module: the name.
Node empty_dict(Node statement) {
  Node assignment = statement.child(0);
  if (!statement.is("expression_statement") || !assignment.is("assignment")) {
    return {};
  }
  Node left = assignment.field("left");
  Node right = assignment.field("right");
  const bool display = right.is("dictionary") && right.children().empty();
  const bool call = right.is("call") && right.text() == "dict()";
  return left.is("identifier") && (display || call) ? left : Node();
}

std::optional<Memo> memo_in(const SourceFile& source, Node name,
                            Node function) {
  Uses uses;
  walk(function.field("body"), [&](Node node) {
    if (node.is("identifier") && node.text() == name.text()) {
      add_use(node, uses);
    }
    return true;
  });
  if (uses.other || !uses.tests || !uses.stores || !uses.gives) {
    return std::nullopt;
  }
  const auto parameters = parameters_of(function);
  if (!parameters || meaning_of_key(function, uses.key) != *parameters) {
    return std::nullopt;
  }
  return Memo{std::string(name.text()),
              std::string(function.field("name").text()), &source, function,
              std::nullopt};
}

/// The first place outside `memo`'s function that has to do with the dict.
std::optional<Span> other_mention(const Project& project, const Memo& memo,
                                  Node first) {
  std::optional<Span> found;
  for (const SourceFile& file : project.files) {
    if (file.text().find(memo.name) == std::string::npos) continue;
    walk(file.root(), [&](Node node) {
      if (found || node == memo.definition) return false;
      if (node.is("identifier") && node.text() == memo.name && node != first) {
        found = file.span(node.range());
      }
      return !found;
    });
  }
  return found;
}

/// Of a number, text or None, or a tuple of those.
bool plain_data(const Heap& heap, const Value& values, NameSet& atoms) {
  for (ObjectId id : heap.reachable(values)) {
    const Object& object = heap.at(id);
    const bool tuple = object.kind == Kind::kContainer &&
                       object.name == "tuple" && object.of < 0;
    if (object.kind == Kind::kAtom) {
      atoms.insert(object.name);
    } else if (!tuple) {
      return false;
    }
  }
  return true;
}

std::optional<std::string> unequal_keys(const Interpreter& interpreter,
                                        int index) {
  static const NameSet kKeys = {"int", "bool", "str", "bytes", "none"};
  const auto parameters = parameters_of(interpreter.scope_at(index).node);
  if (!parameters) return "takes more than plain parameters";
  for (const std::string& parameter : *parameters) {
    NameSet atoms;
    const bool plain = plain_data(
        interpreter.heap(), interpreter.variable(index, parameter), atoms);
    for (const std::string& atom : atoms) {
      if (plain && kKeys.contains(atom)) continue;
      return "`" + parameter + "` may be a " + atom +
             ", which may equal an argument of another call without being "
             "the same";
    }
    if (!plain || (atoms.contains("int") && atoms.contains("bool"))) {
      return "`" + parameter +
             "` may equal an argument of another call "
             "without being the same";
    }
  }
  return std::nullopt;
}

/// Nothing gives the variable of the module another value later on.
bool bound_once(const Project& project, Node module, const std::string& name) {
  if (times_bound(module, name) > 1) return false;
  bool set = false;
  for (const SourceFile& file : project.files) {
    if (file.text().find("." + name) == std::string::npos) continue;
    walk(file.root(), [&](Node node) {
      Node target = node.field("left");
      set |= target.is("attribute") && target.field("attribute").text() == name;
      return !set;
    });
  }
  return !set;
}

/// What the function reads that may be another at another time.
std::optional<Reason> changing_read(const Interpreter& interpreter,
                                    const Scope& scope, ObjectId memo) {
  const std::string function(scope.node.field("name").text());
  const std::set<int> own = interpreter.units_from({scope.unit});
  auto reason = [&](const std::string& what, const Place& place) {
    return Reason{"memo-of-changing-state",
                  "`" + function + "` remembers its results, and reads " +
                      what + " on line " + std::to_string(place.span().line),
                  {place.span()}};
  };
  for (const auto& [effect, place] : interpreter.effects_of_units(own)) {
    if (effect.kind == Effect::Kind::kReadName) {
      const Scope& subject = interpreter.scope_at(effect.subject);
      const bool module = subject.names->kind == ScopeNames::Kind::kModule;
      const bool steady =
          module ? bound_once(interpreter.project(), subject.node, effect.name)
                 : own.contains(subject.unit);
      if (!steady) {
        return reason("`" + effect.name + "`, which may change", place);
      }
    } else if (effect.kind == Effect::Kind::kReadField) {
      const Object& object = interpreter.heap().at(effect.subject);
      const bool changes =
          !interpreter.inside(object.context) &&
          (object.kind == Kind::kContainer || object.kind == Kind::kInstance ||
           object.kind == Kind::kLibraryInstance) &&
          object.name != "tuple";
      if (changes && effect.subject != memo) {
        return reason("a " + object.name + " that may change", place);
      }
    } else if (effect.kind == Effect::Kind::kAdvance) {
      return reason("a generator", place);
    } else if (effect.kind == Effect::Kind::kOutside &&
               effect.name != "memoize" && effect.name != "sleep") {
      return reason("what is outside the program", place);
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Memo> find_memos(const Project& project) {
  std::vector<Memo> memos;
  for (const SourceFile& source : project.files) {
    std::span<const Node> statements = source.root().children();
    for (Node statement : statements) {
      Node name = empty_dict(statement);
      if (!name || times_bound(source.root(), name.text()) != 1) continue;
      for (Node function : statements) {
        if (!function.is("function_definition")) continue;
        auto memo = memo_in(source, name, function);
        if (!memo) continue;
        memo->looked_at = other_mention(project, *memo, name);
        memos.push_back(std::move(*memo));
      }
    }
  }
  return memos;
}

std::optional<Reason> history_matters(const Interpreter& interpreter, int index,
                                      ObjectId memo) {
  const Scope& scope = interpreter.scope_at(index);
  const std::string name(scope.node.field("name").text());
  auto reason = [&](std::string id, const std::string& why) {
    return Reason{std::move(id),
                  "`" + name + "` remembers its results, and " + why,
                  {scope.source->span(scope.node.field("name").range())}};
  };
  if (interpreter.runs_itself(index)) {
    return reason("memo-of-recursion",
                  "calls itself: with the empty memo of a worker it would "
                  "recurse deeper");
  }
  if (auto why = unequal_keys(interpreter, index)) {
    return reason("memo-of-equal-keys", *why);
  }
  NameSet atoms;
  if (scope.names->generator ||
      !plain_data(interpreter.heap(), scope.returns, atoms)) {
    return reason("memo-of-objects", "gives the same object again");
  }
  return changing_read(interpreter, scope, memo);
}

}  // namespace ppp::advisor
