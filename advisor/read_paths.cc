// SPDX-License-Identifier: Apache-2.0
#include "advisor/read_paths.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

#include "advisor/assumption.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

constexpr int kDeepest = 8;

/// The parameters of which nothing but their place and name is of interest.
Node parameter_name(Node parameter) {
  if (parameter.is("identifier")) return parameter;
  if (parameter.is("typed_parameter")) return parameter.child(0);
  const bool other = parameter.is("default_parameter") ||
                     parameter.is("typed_default_parameter");
  return other ? parameter.field("name") : Node();
}

/// What the call gives the parameter; null: that is not plain to see.
Node argument_for(Node call, Node function, std::string_view name) {
  const std::span<const Node> parameters =
      function.field("parameters").children();
  const Node arguments = call.field("arguments");
  if (!arguments.is("argument_list")) return {};
  std::vector<Node> placed;
  for (Node argument : arguments.children()) {
    if (argument.is("list_splat") || argument.is("dictionary_splat")) return {};
    if (!argument.is("keyword_argument")) placed.push_back(argument);
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const Node parameter = parameter_name(parameters[i]);
    if (!parameter.is("identifier")) return {};
    if (parameter.text() != name) continue;
    if (i < placed.size()) return placed[i];
    const Node named = keyword(call, name);
    return named ? named : parameters[i].field("value");
  }
  return {};
}

bool is_function_of_module(Node function) {
  return function.is("function_definition") && function.parent().is("module");
}

class PathReader {
 public:
  PathReader(const Trial& trial, const Piece& piece, const Isolation& isolation)
      : trial_(trial), piece_(piece), isolation_(isolation) {
    for (Node part : trial.parts) {
      if (!piece.covers(part)) continue;
      for (int scope : trial.interpreter.functions_of_part(part)) {
        scopes_.push_back(scope);
        functions_.insert(trial.interpreter.scope_at(scope).node.id());
      }
    }
  }

  /// The path that `node` in `function` (null: in the piece itself) gives is
  /// one that the work is given, or made of such; false: that is not known.
  bool add(Node node, Node function) {
    const Texts all = texts(node, function, 0);
    for (const std::string& text : all) {
      const bool known = std::find(found_.paths.begin(), found_.paths.end(),
                                   text) != found_.paths.end();
      if (!known) found_.paths.push_back(text);
    }
    return !all.empty();
  }

  ReadPaths take() {
    found_.names.assign(names_.begin(), names_.end());
    return std::move(found_);
  }

 private:
  /// Expressions for what a node may give; none: that is not known.
  using Texts = std::vector<std::string>;

  Texts texts(Node node, Node function, int depth) {
    if (!node || depth > kDeepest || !stands_in(node, function)) return {};
    if (node.text().find('\n') != std::string_view::npos) return {};
    if (plain_literal(node)) return {std::string(node.text())};
    if (node.is("identifier")) {
      return function ? name_in_function(node, function, depth)
                      : name_in_piece(node, depth);
    }
    const std::vector<Node> parts = parts_of(node);
    std::string text(node.text());
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      const Texts one = texts(*part, function, depth + 1);
      const bool name = part->is("identifier");
      const bool shown = node.is("string");
      if (one.size() != 1 || (name && !is_simple(*part, function, shown))) {
        return {};
      }
      const bool plain = is_word(one[0]);
      if (shown && !plain) return {};
      text.replace(part->range().begin - node.range().begin,
                   part->range().end - part->range().begin,
                   plain || !name ? one[0] : "(" + one[0] + ")");
    }
    return parts.empty() ? Texts() : Texts{text};
  }

  /// Of an expression that makes a path of others, and does nothing else; none:
  /// it is another one.
  std::vector<Node> parts_of(Node node) const {
    std::vector<Node> parts;
    if (node.is("binary_operator") &&
        (node.field("operator").is("+") || node.field("operator").is("/"))) {
      return {node.field("left"), node.field("right")};
    }
    if (node.is("parenthesized_expression") && node.children().size() == 1) {
      return {node.child(0)};
    }
    const std::string_view called = node.field("function").text();
    const bool makes =
        (called == "os.path.join" && means_module("os", node)) ||
        (called == "pathlib.Path" && means_module("pathlib", node)) ||
        (called == "Path" && means_module("Path", node, "pathlib"));
    if (node.is("call") && node.field("arguments").is("argument_list") &&
        makes) {
      for (Node part : node.field("arguments").children()) {
        if (part.is("list_splat") || part.is("keyword_argument")) return {};
        parts.push_back(part);
      }
    }
    if (node.is("string")) {
      for (Node part : node.children()) {
        if (!part.is("interpolation")) continue;
        const Node inner = part.field("expression");
        if (!inner.is("identifier")) return {};
        bool nested = false;
        walk(part, [&](Node one) {
          nested |= one.is("interpolation") && one != part;
          return !nested;
        });
        if (nested) return {};
        parts.push_back(inner);
      }
    }
    return parts;
  }

  static bool is_word(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char letter) {
      return std::isalnum(letter) != 0 || letter == '_' || letter >= 0x80;
    });
  }

  /// Every function around the node and around the loop sees the module `name`
  /// by that name, or what it is in the module `of`.
  bool means_module(std::string_view name, Node node,
                    std::string_view of = "") const {
    Node root = node;
    while (root.parent()) root = root.parent();
    if (root != trial_.loop.source->root() || is_written(name)) return false;
    for (Node at : {node, trial_.loop.node}) {
      for (; at.parent(); at = at.parent()) {
        const bool function = at.is("function_definition");
        if (function && scope_names(at).locals.contains(name)) return false;
      }
    }
    int bindings = 0;
    bool imported = false;
    for (const NameBinding& binding : name_bindings(root)) {
      if (binding.name != name) continue;
      ++bindings;
      const Node by = enclosing(binding.node,
                                {"import_statement", "import_from_statement"});
      imported = by && by.parent() == root &&
                 by.field("module_name").text() == of &&
                 !binding.node.parent().is("aliased_import");
    }
    return bindings == 1 && imported;
  }

  /// A text, a number or a path: it runs no code of the program. If it is
  /// `shown`, no bytes, of which `python -b` warns.
  bool is_simple(Node name, Node function, bool shown) const {
    Value value = trial_.interpreter.value_of(name);
    if (function) {
      value = Value();
      for (int scope : scopes_) {
        if (trial_.interpreter.scope_at(scope).node != function) continue;
        const int holder = trial_.interpreter.resolve(name.text(), scope);
        if (holder < 0) return false;
        value.add(trial_.interpreter.variable(holder, name.text()));
      }
    }
    return !value.empty() &&
           std::all_of(value.begin(), value.end(), [&](ObjectId id) {
             static const std::set<std::string_view> simple = {"str", "int",
                                                               "float", "bool"};
             const Object& object = trial_.interpreter.heap().at(id);
             return object.kind == Object::Kind::kAtom
                        ? simple.contains(object.name) ||
                              (!shown && object.name == "bytes")
                        : object.kind == Object::Kind::kLibraryInstance &&
                              object.name.starts_with("pathlib.");
           });
  }

  /// Nothing between them has names of its own.
  bool stands_in(Node node, Node function) const {
    for (Node at = node; at; at = at.parent()) {
      if (!function && std::find(piece_.nodes.begin(), piece_.nodes.end(),
                                 at) != piece_.nodes.end()) {
        return true;
      }
      if (function && at == function.field("body")) return true;
      if (at.is("lambda") || at.is("class_definition") ||
          at.is("function_definition") || is_comprehension(at)) {
        return false;
      }
    }
    return false;
  }

  /// By the work, in whichever function.
  bool is_written(std::string_view name) const {
    return piece_.use.written.contains(std::string(name)) ||
           std::any_of(isolation_.work().begin(), isolation_.work().end(),
                       [&](const auto& one) {
                         return one.first.kind == Effect::Kind::kWriteName &&
                                one.first.name == name;
                       });
  }

  Texts name_in_piece(Node name, int depth) {
    const std::string text(name.text());
    if (is_written(text)) return made_in_piece(name, depth);
    for (Node target : trial_.shape.targets()) {
      const std::vector<std::string> bound = bound_names(target);
      const bool own =
          std::find(bound.begin(), bound.end(), text) != bound.end();
      if (own && !trial_.interpreter.unpacks_quietly(target)) return {};
    }
    names_.insert(text);
    return {text};
  }

  /// One of the piece's statements gives the name its only value.
  Texts made_in_piece(Node name, int depth) {
    if (piece_.use.exposed.contains(std::string(name.text()))) return {};
    const Node around = enclosing(trial_.loop.node, {"function_definition"});
    std::vector<Node> made;
    for (const NameBinding& binding :
         name_bindings(around ? around : trial_.loop.source->root())) {
      if (binding.name == name.text() && piece_.covers(binding.node)) {
        made.push_back(binding.node);
      }
    }
    if (made.size() != 1) return {};
    const Node assignment = assignment_of(made[0]);
    const bool certain =
        assignment && std::find(piece_.nodes.begin(), piece_.nodes.end(),
                                assignment.parent()) != piece_.nodes.end();
    return certain ? texts(assignment.field("right"), Node(), depth + 1)
                   : Texts();
  }

  /// `name = …`, a statement; else null.
  static Node assignment_of(Node name) {
    const Node assignment = name.parent();
    const bool plain = assignment.is("assignment") &&
                       assignment.field("left") == name &&
                       assignment.parent().is("expression_statement");
    return plain ? assignment : Node();
  }

  /// A parameter or variable that gets one value only, or a constant of the
  /// module.
  Texts name_in_function(Node name, Node function, int depth) {
    if (!is_function_of_module(function)) return {};
    std::vector<Node> made;
    for (const NameBinding& binding : name_bindings(function)) {
      if (binding.name == name.text()) made.push_back(binding.node);
    }
    bool changed = made.size() > 1;
    walk(function.field("body"), [&](Node node) {
      if (node.is("nonlocal_statement") || node.is("global_statement")) {
        for (Node one : node.children()) changed |= one.text() == name.text();
      }
      return !changed;
    });
    if (changed) return {};
    if (made.empty()) return constant(name, function);
    if (const Node assignment = assignment_of(made[0])) {
      const bool certain =
          assignment.parent().parent() == function.field("body");
      return certain ? texts(assignment.field("right"), function, depth + 1)
                     : Texts();
    }
    const bool given =
        function.field("parameters").range().contains(made[0].range());
    return given ? parameter(name, function, depth) : Texts();
  }

  /// The name means the same where the loop stands.
  Texts constant(Node name, Node function) {
    const Node around = enclosing(trial_.loop.node, {"function_definition"});
    if (function.parent() != trial_.loop.source->root() ||
        is_written(name.text())) {
      return {};
    }
    for (Node at = around; at;
         at = enclosing(at.parent(), {"function_definition"})) {
      if (scope_names(at).locals.contains(name.text())) return {};
    }
    if (!around) names_.emplace(name.text());
    return {std::string(name.text())};
  }

  Texts parameter(Node name, Node function, int depth) {
    const auto calls = calls_of(function);
    if (!calls) return {};
    Texts all;
    for (Node call : *calls) {
      const Node given = argument_for(call, function, name.text());
      if (!given) return {};
      const bool by_default =
          function.range().contains(given.range()) &&
          !function.field("body").range().contains(given.range());
      if (by_default && !plain_literal(given)) return {};
      const Texts some = by_default ? Texts{std::string(given.text())}
                                    : texts(given, caller_of(call), depth + 1);
      if (some.empty()) return {};
      for (const std::string& text : some) {
        if (std::find(all.begin(), all.end(), text) == all.end()) {
          all.push_back(text);
        }
      }
    }
    return all;
  }

  /// Null: the piece.
  Node caller_of(Node call) const {
    return in_piece(call) ? Node() : enclosing(call, {"function_definition"});
  }

  bool in_piece(Node node) const {
    Node root = node;
    while (root.parent()) root = root.parent();
    return root == trial_.loop.source->root() && piece_.covers(node);
  }

  /// All calls of the function in the work; nothing if it may be called in
  /// another way, or if its name may mean something else.
  std::optional<std::vector<Node>> calls_of(Node function) const {
    const std::string_view name = function.field("name").text();
    std::vector<Node> calls;
    bool plain = true;
    for (const SourceFile& file : trial_.project.files) {
      walk(file.root(), [&](Node node) {
        if (node.is("string_content")) plain &= node.text() != name;
        if (!node.is("identifier") || node.text() != name) return plain;
        const Node parent = node.parent();
        if (node == function.field("name")) return plain;
        if (parent.is("dotted_name") &&
            parent.parent().is("import_from_statement")) {
          return plain;
        }
        if (!parent.is("call") || parent.field("function") != node) {
          plain = false;
        } else if (in_piece(parent) || runs(parent)) {
          calls.push_back(parent);
        }
        return plain;
      });
    }
    if (!plain) return std::nullopt;
    return calls;
  }

  bool runs(Node call) const {
    for (Node at = call; at; at = at.parent()) {
      if (functions_.contains(at.id())) return true;
    }
    return false;
  }

  const Trial& trial_;
  const Piece& piece_;
  const Isolation& isolation_;
  std::set<const void*> functions_;  ///< that the work runs
  std::vector<int> scopes_;          ///< their activations
  std::set<std::string> names_;
  ReadPaths found_;
};

}  // namespace

std::variant<ReadPaths, Reason> read_paths(const Trial& trial,
                                           const Piece& piece,
                                           const Isolation& isolation) {
  PathReader reader(trial, piece, isolation);
  for (const auto& [effect, place] : isolation.work()) {
    if (effect.kind != Effect::Kind::kFile || effect.name != kByPath) continue;
    const Node call = node_at(place.source->root(), place.range);
    const Node first = call.field("arguments").child(0);
    const Node named = keyword(call, "filepath_or_buffer");
    Node function;
    if (place.source != trial.loop.source || !piece.covers(call)) {
      function = enclosing(call, {"function_definition"});
      if (!function) function = call;  // of a module that is imported
    }
    if (!reader.add(named ? named : first, function)) {
      return Reason{"effect-warnings",
                    "the work may warn, and must not be done again where " +
                        quoted_place(place) +
                        " reads no regular file: its path is not known before",
                    {place.span()}};
    }
  }
  return reader.take();
}

}  // namespace ppp::advisor
