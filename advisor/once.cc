// SPDX-License-Identifier: Apache-2.0
#include "advisor/once.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

using Mention = Course::Call;

/// `node` is `re.compile`, with `re` a module of the library.
bool of_library(const Interpreter& interpreter, const SourceFile& source,
                Node node) {
  const Node module = node.parent().field("object");
  if (!node.parent().is("attribute") || !module.is("identifier")) return false;
  for (Node at = function_of(node); at; at = function_of(at)) {
    for (const NameBinding& binding : name_bindings(at)) {
      if (binding.name == module.text()) return false;
    }
  }
  for (int scope = 0; scope < interpreter.scope_count(); ++scope) {
    const Scope& one = interpreter.scope_at(scope);
    if (one.source != &source || one.parent >= 0) continue;
    const Value seen = interpreter.variable(scope, module.text());
    return !seen.empty() &&
           std::all_of(seen.begin(), seen.end(), [&](ObjectId id) {
             return interpreter.heap().at(id).kind == Kind::kLibraryModule;
           });
  }
  return false;
}

/// Where the project speaks of what it has defined, by name.
class Mentions {
 public:
  explicit Mentions(const Interpreter& interpreter);

  /// Of the function or class: definitions and imports left out. Nothing: by a
  /// text, too, or by another name.
  std::optional<std::vector<Mention>> of(Node definition) const;
  /// Somewhere something may be called that no name in the source means.
  bool unnamed() const { return unnamed_; }

 private:
  bool means(const Mention& mention, Node definition) const;

  const Interpreter& interpreter_;
  std::map<std::string_view, std::vector<Mention>> by_name_;
  std::set<std::string_view> unclear_;
  bool unnamed_ = false;
};

/// A class method, of which `decorator` is a part, may call its class.
bool calls_its_class(Node decorator) {
  const Node method = decorator.parent().parent().field("definition");
  const Node first = method.field("parameters").child(0);
  if (!decorator.parent().is("decorator") || !first) return true;
  bool calls = false;
  walk(method.field("body"), [&](Node node) {
    calls |= node.is("identifier") && node.text() == first.text() &&
             !(node.parent().is("attribute") &&
               node.parent().field("object") == node);
    return !calls;
  });
  return calls;
}

/// Calls what no name in the source means: an attribute by a computed name, the
/// class of an instance, `__init__` of one that is there.
bool calls_unnamed(Node identifier) {
  static constexpr std::array<std::string_view, 11> kWords = {
      "vars",      "methodcaller",  "attrgetter",       "getmembers",
      "__dict__",  "__getattr__",   "__getattribute__", "getattr_static",
      "__class__", "import_module", "__new__"};
  const std::string_view word = identifier.text();
  const Node around = identifier.parent();
  if (word == "getattr") {
    return !around.is("call") ||
           !plain_literal(around.field("arguments").child(1));
  }
  if (word == "classmethod") return calls_its_class(identifier);
  if (word == "__init__" && around.is("attribute")) {
    return around.field("object").text() != "super()";
  }
  if (word == "type" && around.is("call") && !around.parent().is("call")) {
    return !around.parent().is("comparison_operator") &&
           around.parent().field("attribute").text() != "__name__";
  }
  return word == "type"
             ? !around.is("keyword_argument")
             : std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

Mentions::Mentions(const Interpreter& interpreter) : interpreter_(interpreter) {
  for (const SourceFile& file : interpreter.project().files) {
    walk(file.root(), [&](Node node) {
      if (node.is("type")) return false;  // an annotation
      const auto text = plain_literal(node);
      if (text) unclear_.insert(*text);
      if (!node.is("identifier")) return true;
      unnamed_ = unnamed_ || calls_unnamed(node);
      const Node parent = node.parent();
      const bool defines =
          (parent.is("function_definition") || parent.is("class_definition")) &&
          parent.field("name") == node;
      if (enclosing(node, {"aliased_import"})) {
        unclear_.insert(node.text());
      } else if (!defines && !enclosing(node, {"import_statement",
                                               "import_from_statement"})) {
        by_name_[node.text()].push_back({&file, node});
      }
      return true;
    });
  }
}

std::optional<std::vector<Mention>> Mentions::of(Node definition) const {
  const std::string_view name = definition.field("name").text();
  if (unclear_.contains(name)) return std::nullopt;
  std::vector<Mention> found;
  const auto all = by_name_.find(name);
  if (all == by_name_.end()) return found;
  for (const Mention& one : all->second) {
    if (means(one, definition)) found.push_back(one);
  }
  return found;
}

/// By the kind of the mention; in doubt true.
bool Mentions::means(const Mention& mention, Node definition) const {
  const Node node = mention.node;
  if (node.parent().is("attribute") &&
      node.parent().field("attribute") == node) {
    return !of_library(interpreter_, *mention.source, node);
  }
  if (node.parent().is("keyword_argument") &&
      node.parent().field("name") == node) {
    return false;
  }
  const Node within = enclosing(definition.parent(),
                                {"class_definition", "function_definition"});
  const Node around =
      enclosing(node, {"class_definition", "function_definition", "lambda"});
  if (within.is("class_definition") && !around.is("class_definition")) {
    return false;  // a method is an attribute
  }
  for (Node at = function_of(node); at; at = function_of(at)) {
    if (at == within) return true;
    for (const NameBinding& binding : name_bindings(at)) {
      if (binding.name == node.text()) return false;  // a variable of its own
    }
  }
  return true;
}

/// The call of what is mentioned there; null: it is no such call.
Node call_by(Node mention) {
  Node callee = mention;
  const Node parent = mention.parent();
  if (parent.is("attribute") && parent.field("attribute") == mention) {
    callee = parent;
  }
  const Node call = callee.parent();
  return call.is("call") && call.field("function") == callee ? call : Node();
}

/// Calling the function runs its body, there and then.
bool is_plain(Node function) {
  const ScopeNames names = scope_names(function);
  return !names.async && !names.generator &&
         !function.parent().is("decorated_definition");
}

bool is_special(std::string_view name) {
  return name.starts_with("__") && name.ends_with("__");
}

/// What is called to call the function: its class if it sets up instances;
/// null: Python calls it by itself.
Node called_as(Node function) {
  const std::string_view name = function.field("name").text();
  if (!is_special(name)) return function;
  const Node around =
      enclosing(function.parent(), {"class_definition", "function_definition"});
  const bool sets_up = name == "__init__" && around.is("class_definition") &&
                       !around.parent().is("decorated_definition");
  return sets_up ? around : Node();
}

/// Between `node` and its function nothing repeats or postpones it.
bool stands_once(Node node, Node function) {
  for (Node at = node.parent(); at && !(at == function); at = at.parent()) {
    if (at.is("while_statement") || at.is("lambda") || is_comprehension(at) ||
        at.is("class_definition") || at.is("parameters") ||
        at.is("decorator") ||
        (at.is("for_statement") &&
         !at.field("right").range().contains(node.range()))) {
      return false;
    }
  }
  return true;
}

/// Nobody can tell from names when these run.
bool runs_unseen(const Mentions& project, Node function) {
  if (!is_plain(function)) return true;
  const std::string_view name = function.field("name").text();
  if (is_special(name)) return name != "__init__";  // by its class's name
  const auto mentions = project.of(function);
  return !mentions || mentions->empty() ||
         std::any_of(mentions->begin(), mentions->end(),
                     [](const Mention& one) { return !call_by(one.node); });
}

/// What modules beside `own` do when they are imported, which may be meanwhile.
void add_imported_code(const Project& project, const SourceFile& own,
                       std::set<std::string_view>& names) {
  for (const SourceFile& file : project.files) {
    if (&file == &own) continue;
    walk(file.root(), [&](Node node) {
      if (node.is("function_definition")) return false;
      if (node.is("identifier")) names.insert(node.text());
      return true;
    });
  }
}

/// The outermost loop of `function` around `node`, or what is evaluated with
/// it.
Node with_loops(Node node, Node function) {
  Node outer = evaluated_with(node);
  for (Node at = node; at && !(at == function); at = at.parent()) {
    if (at.is("for_statement") || at.is("while_statement")) outer = at;
  }
  return outer;
}

/// Not when, or not only when, the statement runs that it is written in.
bool runs_apart(Node call) {
  for (Node at = call.parent(); at && !at.is("block"); at = at.parent()) {
    if (at.is("generator_expression") || at.is("parameters") ||
        at.is("decorator") || at.is("lambda")) {
      return true;
    }
  }
  return false;
}

/// Of `function`. Nothing: it may run in other ways, or at other times.
std::optional<std::vector<Course::Call>> calls_in(const Mentions& project,
                                                  Node function) {
  const auto mentions =
      is_plain(function) && !is_special(function.field("name").text())
          ? project.of(function)
          : std::nullopt;
  if (!mentions) return std::nullopt;
  std::vector<Course::Call> calls;
  for (const Mention& mention : *mentions) {
    const Node call = call_by(mention.node);
    if (!call || runs_apart(call)) return std::nullopt;
    calls.push_back({mention.source, call});
  }
  return calls;
}

}  // namespace

std::vector<OncePlace> once_chain(const Interpreter& interpreter,
                                  const SourceFile& source, Node node) {
  const Mentions project(interpreter);
  std::vector<OncePlace> chain;
  OncePlace at = {&source, node, function_of(node)};
  while (true) {
    const bool again =
        std::any_of(chain.begin(), chain.end(), [&](const OncePlace& one) {
          return at.function && one.function == at.function;
        });
    if (again || !stands_once(at.node, at.function)) return {};
    chain.push_back(at);
    if (!at.function) return chain;
    const Node called = is_plain(at.function) ? called_as(at.function) : Node();
    if (!called) return {};
    const auto mentions = project.of(called);
    if (!mentions || mentions->size() != 1) return {};
    const Node call = call_by(mentions->front().node);
    if (!call) return {};
    at = {mentions->front().source, call, function_of(call)};
  }
}

std::optional<Course> Course::find(const Interpreter& interpreter,
                                   std::vector<OncePlace> chain,
                                   const SourceFile& source, Node loop) {
  const Mentions mentions(interpreter);
  if (mentions.unnamed()) return std::nullopt;
  const Calls calls_of = [&](Node function) {
    return calls_in(mentions, function);
  };
  Course course;
  course.chain_ = std::move(chain);
  for (std::size_t level = 0; level < course.chain_.size(); ++level) {
    if (!course.reach_from(calls_of, level, {&source, loop})) continue;
    std::vector<NamedFunction> unseen;
    for (const SourceFile& file : interpreter.project().files) {
      walk(file.root(), [&](Node node) {
        const bool more =
            node.is("function_definition") && runs_unseen(mentions, node);
        if (more) unseen.push_back({&file, node});
        return true;
      });
    }
    course.add_what_runs(interpreter.project(), std::move(unseen));
    return course;
  }
  return std::nullopt;
}

/// The function that the loop is in, those that call it, and so on, are called
/// by each other and in the level's function behind its node, but nowhere else.
bool Course::reach_from(const Calls& calls_of, std::size_t level, Call loop) {
  level_ = level;
  nodes_.clear();
  way_.clear();
  const OncePlace& from = chain_[level];
  range_ = {from.node.range().end, from.node.range().end};
  ahead_ = {evaluated_with(from.node).range().begin, from.node.range().begin};
  std::vector<Call> calls = {loop};
  std::set<const void*> functions;  // that the calls stand in
  std::size_t ways = 0;
  for (std::size_t at = 0; at < calls.size(); ++at) {
    const Call call = calls[at];
    const Node function = function_of(call.node);
    const bool known = !functions.insert(function.id()).second;
    if (call.source == from.source && function == from.function) {
      const bool behind = call.node.range().begin >= from.node.range().end ||
                          call.node.range().contains(from.node.range());
      if (!behind) return false;
      ++ways;
      const Node outer = with_loops(call.node, function);
      range_.end = std::max(range_.end, outer.range().end);
      continue;
    }
    if (!function || !function.is("function_definition")) return false;
    const bool of_chain = std::any_of(
        chain_.begin(), chain_.end(),
        [&](const OncePlace& one) { return one.function == function; });
    if (of_chain) return false;
    if (known) continue;
    const std::optional<std::vector<Call>> more = calls_of(function);
    if (!more) return false;
    calls.insert(calls.end(), more->begin(), more->end());
  }
  // Every function but the level's has one call if there are no more.
  if (ways == 1 && functions.size() == calls.size()) {
    for (const Call& call : calls) way_.insert(way_.begin(), call.node);
  }
  return ways > 0;
}

/// By the names that stand there.
void Course::add_what_runs(const Project& project,
                           std::vector<NamedFunction> unseen) {
  const OncePlace& from = chain_[level_];
  const Node root = from.function ? from.function : from.source->root();
  std::set<std::string_view> names;
  walk(root, [&](Node node) {
    if (!range_.contains(node.range()) && !ahead_.contains(node.range())) {
      return true;
    }
    nodes_.push_back(node);
    add_identifiers(node, names);
    return false;
  });
  functions_ = std::move(unseen);
  for (const NamedFunction& one : functions_) add_identifiers(one.node, names);
  add_imported_code(project, *from.source, names);
  for (std::size_t inner = 0; inner < level_; ++inner) {
    functions_.push_back({chain_[inner].source, chain_[inner].function});
    add_identifiers(chain_[inner].function, names);
  }
  // What contains the node itself runs when that is done.
  for (Node at = from.node.parent(); at && !(at == root); at = at.parent()) {
    if (!at.is("call")) continue;
    add_identifiers(at.field("function"), names);
  }
  for (NamedFunction& one : functions_named(project, std::move(names))) {
    functions_.push_back(one);
  }
}

bool Course::may_run(const Place& place) const {
  if (!place.source) return true;
  const OncePlace& from = chain_[level_];
  const bool near =
      place.source == from.source &&
      (range_.contains(place.range) || ahead_.contains(place.range));
  if (near) return true;
  const Node node = node_at(place.source->root(), place.range);
  if (!node || enclosing(node, {"lambda", "generator_expression"})) return true;
  const Node function = function_of(node);
  // What leaving a `with` does.
  const Node item = enclosing(node, {"with_item"});
  if (item && place.source == from.source && function == from.function) {
    const std::uint32_t left = enclosing(item, {"with_statement"}).range().end;
    if (left > range_.begin && left <= range_.end) return true;
  }
  // A module that is imported meanwhile.
  if (!function && place.source != from.source) return true;
  return std::any_of(functions_.begin(), functions_.end(),
                     [&](const NamedFunction& one) {
                       return one.source == place.source &&
                              one.node.range().contains(place.range);
                     });
}

}  // namespace ppp::advisor
