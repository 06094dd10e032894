// SPDX-License-Identifier: Apache-2.0
#include "advisor/quiet.h"

#include <algorithm>
#include <set>

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;
using WordSet = std::set<std::string_view>;

class Quiet {
 public:
  explicit Quiet(const Trial& trial)
      : trial_(trial), interpreter_(trial.interpreter) {}

  bool expression(Node node) const {
    GrammarName kind = node.kind_name();
    if (kind == "identifier") return is_bound(node.text());
    if (kind == "tuple") {
      return every(node, [&](Node part) { return expression(part); });
    }
    if (kind == "integer" || kind == "float" || kind == "true" ||
        kind == "false" || kind == "none") {
      return true;
    }
    if (kind == "string") return plain_literal(node).has_value();
    if (kind == "parenthesized_expression") return expression(node.child(0));
    if (kind == "boolean_operator" || kind == "not_operator" ||
        kind == "conditional_expression") {
      return every(
          node, [&](Node part) { return expression(part) && builtin(part); });
    }
    if (kind == "comparison_operator") return comparison(node);
    if (kind == "binary_operator") return arithmetic(node);
    if (kind == "call") return call(node);
    return false;
  }

  /// Its truth is asked for, too.
  bool condition(Node node) const { return expression(node) && builtin(node); }

  bool generator(Node node) {
    const std::vector<std::string> all = bound_names_of(node);
    for (Node clause : node.children().subspan(1)) {
      const Node source = clause.field("right");
      if (!source && !condition(clause.child(0))) return false;
      if (!source) continue;
      // The first source is evaluated around the generator.
      const Node left = clause.field("left");
      if (!gives_items(source) || !target(left, source)) return false;
      own_.insert(all.begin(), all.end());
      for (std::string& name : bound_names(left))
        bound_.insert(std::move(name));
    }
    return expression(node.child(0));
  }

  /// Assigning what `source` gives to `target` cannot fail.
  bool target(Node target, Node source) const {
    if (target.is("identifier")) return true;
    bool sure = true;
    walk(target, [&](Node part) {
      sure =
          sure && (part.is("identifier") || interpreter_.unpacks_surely(part));
      return sure;
    });
    return sure || pairs(target, source);
  }

 private:
  bool is_bound(std::string_view name) const {
    if (own_.contains(name)) return bound_.contains(name);
    return trial_.target.contains(name) || bound_before(trial_, name);
  }

  static std::vector<std::string> bound_names_of(Node generator) {
    std::vector<std::string> names;
    for (Node clause : generator.children().subspan(1)) {
      if (!clause.field("left")) continue;
      for (std::string& name : bound_names(clause.field("left"))) {
        names.push_back(std::move(name));
      }
    }
    return names;
  }

  bool gives_items(Node source) const {
    return expression(source) && (source.is("call") || container(source) ||
                                  only(source, {"range", "str", "bytes"}));
  }

  /// `a, b` of `zip(xs, ys)`.
  bool pairs(Node target, Node source) const {
    return source.is("call") && is_builtin(source.field("function")) &&
           source.field("function").text() == "zip" &&
           source.field("arguments").children().size() ==
               target.children().size() &&
           every(source.field("arguments"),
                 [](Node part) { return !part.is("list_splat"); }) &&
           every(target, [](Node part) { return part.is("identifier"); });
  }

  template <typename Test>
  static bool every(Node node, Test test) {
    std::span<const Node> parts = node.children();
    return std::all_of(parts.begin(), parts.end(), test);
  }

  bool only(Node node, const WordSet& atoms) const {
    const Value value = interpreter_.value_of(node);
    return !value.empty() &&
           std::all_of(value.begin(), value.end(), [&](ObjectId id) {
             const Object& object = interpreter_.heap().at(id);
             return object.kind == Kind::kAtom && atoms.contains(object.name);
           });
  }

  bool numbers(Node node) const { return only(node, {"int", "bool", "float"}); }
  bool integers(Node node) const { return only(node, {"int", "bool"}); }
  bool text(Node node) const { return only(node, {"str"}); }

  /// Nothing but builtin values, down to the last element.
  bool builtin(Node node) const {
    const Value value = interpreter_.value_of(node);
    const Value all = interpreter_.heap().reachable(value);
    return !value.empty() &&
           std::all_of(all.begin(), all.end(), [&](ObjectId id) {
             const Object& object = interpreter_.heap().at(id);
             const bool holds = object.kind == Kind::kContainer &&
                                object.name != "iterator" && object.of < 0;
             return holds ||
                    (object.kind == Kind::kAtom && object.name != "type");
           });
  }

  bool container(Node node) const {
    const Value value = interpreter_.value_of(node);
    return !value.empty() &&
           std::all_of(value.begin(), value.end(), [&](ObjectId id) {
             const Object& object = interpreter_.heap().at(id);
             return object.kind == Kind::kContainer &&
                    object.name != "iterator" && object.of < 0;
           });
  }

  bool comparison(Node node) const {
    if (!every(node,
               [&](Node part) { return expression(part) && builtin(part); })) {
      return false;
    }
    std::span<const Node> parts = node.children();
    std::vector<Node> ops = node.fields("operators");
    for (std::size_t i = 0; i + 1 < parts.size() && i < ops.size(); ++i) {
      std::string_view op = ops[i].text();
      if (op == "==" || op == "!=" || op.starts_with("is")) continue;
      const bool member = op == "in" || op.starts_with("not");
      Node left = parts[i];
      Node right = parts[i + 1];
      bool fine = (text(left) && text(right)) ||
                  (!member && numbers(left) && numbers(right)) ||
                  (member && container(right) &&
                   only(left, {"int", "bool", "float", "str", "none"}));
      if (!fine) return false;
    }
    return true;
  }

  bool arithmetic(Node node) const {
    Node left = node.field("left");
    Node right = node.field("right");
    if (!expression(left) || !expression(right) || !integers(left) ||
        !integers(right)) {
      return false;
    }
    std::string_view op = node.field("operator").text();
    if (op == "%" || op == "//") {
      return right.is("integer") &&
             right.text().find_first_not_of("0_") != std::string_view::npos;
    }
    return op == "+" || op == "-" || op == "*" || op == "&" || op == "|" ||
           op == "^";
  }

  bool is_builtin(Node callee) const {
    const Value value = interpreter_.value_of(callee);
    if (!callee.is("identifier") || value.size() != 1) return false;
    const Object& object = interpreter_.heap().at(*value.begin());
    std::string name(callee.text());
    return (object.kind == Kind::kLibraryFunction ||
            object.kind == Kind::kLibraryType) &&
           (object.name == name || object.name == "builtins." + name);
  }

  bool call(Node node) const {
    Node callee = node.field("function");
    Node list = node.field("arguments");
    if (!list.is("argument_list") ||
        !every(list, [&](Node part) { return expression(part); })) {
      return false;
    }
    if (callee.is("attribute")) return method(callee, list);
    if (!is_builtin(callee)) return false;
    std::span<const Node> given = list.children();
    if (callee.text() == "len") {
      return given.size() == 1 && (text(given[0]) || container(given[0]));
    }
    if (callee.text() == "range") {
      const bool steps = given.size() == 3;
      return !given.empty() && given.size() <= 3 &&
             every(list, [&](Node part) { return integers(part); }) &&
             (!steps || (given[2].is("integer") && given[2].text() != "0"));
    }
    if (callee.text() == "enumerate" || callee.text() == "reversed") {
      return given.size() == 1 && container(given[0]);
    }
    return callee.text() == "zip" &&
           every(list, [&](Node part) { return container(part); });
  }

  bool method(Node callee, Node list) const {
    static const WordSet tests = {"isdigit", "isalpha",  "isalnum", "isupper",
                                  "islower", "isspace",  "strip",   "lower",
                                  "upper",   "isnumeric"};
    static const WordSet ends = {"startswith", "endswith"};
    static const WordSet views = {"items", "keys", "values"};
    Node holder = callee.field("object");
    std::string_view name = callee.field("attribute").text();
    std::span<const Node> given = list.children();
    if (!expression(holder)) return false;
    if (views.contains(name)) return given.empty() && dictionary(holder);
    if (!text(holder)) return false;
    return (tests.contains(name) && given.empty()) ||
           (ends.contains(name) && given.size() == 1 && text(given[0]));
  }

  bool dictionary(Node node) const {
    const Value value = interpreter_.value_of(node);
    return !value.empty() &&
           std::all_of(value.begin(), value.end(), [&](ObjectId id) {
             const Object& object = interpreter_.heap().at(id);
             return object.kind == Kind::kContainer && object.name == "dict";
           });
  }

  const Trial& trial_;
  const Interpreter& interpreter_;
  /// Of the generator: its variables, and those of the clauses before.
  std::set<std::string, std::less<>> own_, bound_;
};

}  // namespace

bool plain_truth(const Trial& trial, Node node) {
  const Value value = trial.interpreter.value_of(node);
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = trial.interpreter.heap().at(id);
           return object.kind == Kind::kAtom ||
                  (object.kind == Kind::kContainer && object.of < 0);
         });
}

bool quiet_generator(const Trial& trial, Node generator) {
  return Quiet(trial).generator(generator);
}

bool quiet_clauses(const Trial& trial) {
  const std::vector<Node>& clauses = trial.shape.clauses;
  const Quiet quiet(trial);
  if (clauses.empty()) return true;
  return quiet.target(trial.shape.target, trial.shape.source) &&
         std::all_of(clauses.begin(), clauses.end(), [&](Node clause) {
           Node right = clause.field("right");
           return right ? quiet.expression(right) &&
                              quiet.target(clause.field("left"), right)
                        : quiet.condition(clause.child(0));
         });
}

}  // namespace ppp::advisor
