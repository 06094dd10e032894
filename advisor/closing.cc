// SPDX-License-Identifier: Apache-2.0
#include "advisor/closing.h"

#include <algorithm>
#include <optional>
#include <string>

#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// A `with` of one manager and one name, over several lines.
struct Entered {
  Node statement;
  Node manager;
  std::string name;
  std::span<const Node> body;
};

std::optional<Entered> entered_by(const SourceFile& source, Node statement) {
  if (!statement.is("with_statement")) return std::nullopt;
  const std::span<const Node> items = statement.child(0).children();
  if (items.size() != 1) return std::nullopt;
  const Node value = items.front().field("value");
  if (!value.is("as_pattern")) return std::nullopt;
  const Node target = value.child(1).child(0);
  const std::span<const Node> body = statement.field("body").children();
  const bool apart = body.size() > 1 && target.is("identifier") &&
                     source.line_of(value.range().end) <
                         source.line_of(body.front().range().begin);
  if (!apart) return std::nullopt;
  return Entered{statement, value.child(0), std::string(target.text()), body};
}

const TypeEntry* type_of(const Trial& trial, ObjectId id) {
  const Object& object = trial.interpreter.heap().at(id);
  return object.kind == Kind::kLibraryInstance
             ? trial.interpreter.library().type(object.name)
             : nullptr;
}

/// What the tables say of it beside None, which has nothing to be asked for.
std::optional<Value> instances(const Trial& trial, const Value& value) {
  Value instances;
  for (ObjectId id : value) {
    const Object& object = trial.interpreter.heap().at(id);
    if (object.kind == Kind::kAtom && object.name == "none") continue;
    if (!type_of(trial, id)) return std::nullopt;
    instances.add(id);
  }
  return instances;
}

/// Nobody notices when a `with` leaves it.
bool is_released(const Trial& trial, const Value& value) {
  const std::optional<Value> all = instances(trial, value);
  return all && !all->empty() &&
         std::all_of(all->begin(), all->end(), [&](ObjectId id) {
           return bool(type_of(trial, id)->after_exit);
         });
}

class Search {
 public:
  Search(const Trial& trial, const Entered& entered)
      : trial_(trial),
        entered_(entered),
        heap_(trial.interpreter.heap()),
        scope_(trial.interpreter.loop_scope()) {}

  std::optional<Tail> tail() {
    resource_ = trial_.interpreter.value_of(entered_.manager);
    const Value given = trial_.interpreter.variable(scope_, entered_.name);
    if (!is_released(trial_, resource_) || !is_released(trial_, given)) {
      return std::nullopt;
    }
    given_ = *instances(trial_, given);
    resource_.add(given_);
    const NameUse inside =
        use_of(trial_, {entered_.body.begin(), entered_.body.end()});
    // It is this with's alone, and nothing older knows it.
    if (inside.written.contains(entered_.name) || is_held(inside.written)) {
      return std::nullopt;
    }
    bound_to_it_ = {entered_.name};
    for (const std::string& name : inside.written) {
      const Value value = trial_.interpreter.variable(scope_, name);
      if (reaches(value) || is_lazy(value)) bound_to_it_.insert(name);
    }
    if (read_by_others()) return std::nullopt;
    std::size_t first = entered_.body.size();
    while (first > 1 && begins_line(entered_.body[first - 1]) &&
           may_move(entered_.body[first - 1])) {
      --first;
    }
    if (first == entered_.body.size()) return std::nullopt;
    return moved(first);
  }

 private:
  bool reaches(const Value& value) const {
    const Value all = heap_.reachable(value);
    return std::any_of(all.begin(), all.end(), [&](ObjectId id) {
      return resource_.contains(id) || heap_.at(id).kind == Kind::kUnknown;
    });
  }

  bool is_lazy(const Value& value) const {
    const Value all = heap_.reachable(value);
    return std::any_of(all.begin(), all.end(), [&](ObjectId id) {
      const Object& object = heap_.at(id);
      return object.kind == Kind::kGenerator ||
             object.kind == Kind::kCoroutine ||
             (object.kind == Kind::kContainer && object.name == "iterator");
    });
  }

  /// By a variable that is not the statement's own.
  bool is_held(const Names& own) const {
    for (int scope = 0; scope < trial_.interpreter.scope_count(); ++scope) {
      for (const auto& [name, value] :
           trial_.interpreter.scope_at(scope).variables) {
        const bool mine = scope == scope_ && (name == entered_.name ||
                                              own.contains(std::string(name)));
        if (mine) continue;
        const Value all = heap_.reachable(value);
        const bool held = std::any_of(all.begin(), all.end(), [&](ObjectId id) {
          return resource_.contains(id);
        });
        if (held) return true;
      }
    }
    return false;
  }

  /// By a function, or as an attribute of the module, whoever calls or asks.
  bool read_by_others() const {
    static const Names kReaders = {"globals", "locals", "vars", "dir"};
    const Node scope = trial_.loop.function ? trial_.loop.function
                                            : trial_.loop.source->root();
    bool found = false;
    walk(scope, [&](Node node) {
      const bool inner = !(node == scope) &&
                         (node.is("function_definition") || node.is("lambda"));
      if (inner && mentions_free(node)) found = true;
      found |=
          node.is("identifier") && kReaders.contains(std::string(node.text()));
      return !found;
    });
    if (trial_.loop.function) return found;
    for (const SourceFile& file : trial_.project.files) {
      if (&file == trial_.loop.source) continue;
      walk(file.root(), [&](Node node) {
        found |=
            node.is("attribute") &&
            bound_to_it_.contains(std::string(node.field("attribute").text()));
        return !found;
      });
    }
    return found;
  }

  bool mentions_free(Node function) const {
    const ScopeNames own = scope_names(function);
    bool found = false;
    walk(function, [&](Node node) {
      const std::string name(node.is("identifier") ? node.text() : "");
      found |= bound_to_it_.contains(name) && !own.locals.contains(name);
      return !found;
    });
    return found;
  }

  /// It names the resource for attributes only that stay as they are, and
  /// nothing of what the `with` has made that may need it.
  bool may_move(Node statement) const {
    bool may = true;
    walk(statement, [&](Node node) {
      const bool lines =
          node.is("string") && node.text().find('\n') != std::string_view::npos;
      // What is made there may run later, when a name means something else.
      const bool later = node.is("function_definition") ||
                         node.is("class_definition") || node.is("lambda") ||
                         node.is("generator_expression");
      if (lines || later || is_await(node)) may = false;
      const std::string name(node.is("identifier") ? node.text() : "");
      if (name == entered_.name) {
        may = may && is_kept_attribute(node);
      } else if (bound_to_it_.contains(name)) {
        may = false;
      }
      return may;
    });
    return may;
  }

  bool is_kept_attribute(Node name) const {
    const Node attribute = name.parent();
    if (!attribute.is("attribute") || attribute.field("object") != name) {
      return false;
    }
    const Node around = attribute.parent();
    const bool stored =
        around.is("assignment") && around.field("left") == attribute;
    if (stored || around.is("augmented_assignment")) return false;
    const std::string asked(attribute.field("attribute").text());
    return std::all_of(given_.begin(), given_.end(), [&](ObjectId id) {
      const std::vector<std::string>& kept = *type_of(trial_, id)->after_exit;
      return std::find(kept.begin(), kept.end(), asked) != kept.end();
    });
  }

  /// The lines of these statements, and comments before them, with the
  /// indentation of the `with`.
  std::optional<Tail> moved(std::size_t first) const {
    const SourceFile& source = *trial_.loop.source;
    const std::string& text = source.text();
    const std::uint32_t inner = entered_.body.front().column();
    const std::uint32_t outer = entered_.statement.column();
    Tail tail;
    tail.place = source.span(
        {entered_.body[first].range().begin, entered_.body.back().range().end});
    int begin = tail.place.line;
    const int before = source.line_of(entered_.body[first - 1].range().end - 1);
    while (begin - 1 > before && is_comment(begin - 1)) --begin;
    for (int line = begin; line <= tail.place.end_line; ++line) {
      const std::uint32_t at = source.line_begin(line);
      const std::size_t word = text.find_first_not_of(" \t", at);
      if (word == std::string::npos || text[word] == '\n' ||
          text[word] == '\r') {
        continue;
      }
      // A comment, or a line within brackets, may stand further left.
      if (word < at + inner) return std::nullopt;
      tail.edits.push_back({{at + outer, at + inner}, ""});
    }
    return tail;
  }

  /// Only whole lines move.
  bool begins_line(Node statement) const {
    const SourceFile& source = *trial_.loop.source;
    const std::uint32_t begin = statement.range().begin;
    const std::uint32_t line = source.line_begin(source.line_of(begin));
    return source.text().find_first_not_of(" \t\f", line) == begin;
  }

  bool is_comment(int line) const {
    const std::string& text = trial_.loop.source->text();
    const std::size_t word =
        text.find_first_not_of(" \t", trial_.loop.source->line_begin(line));
    return word != std::string::npos && text[word] == '#';
  }

  const Trial& trial_;
  const Entered& entered_;
  const Heap& heap_;
  int scope_;
  Names bound_to_it_;  ///< what may need it to be open
  Value given_;        ///< what it enters
  Value resource_;     ///< that, and the manager
};

}  // namespace

std::vector<Tail> movable_tails(const Trial& trial) {
  std::vector<Tail> tails;
  auto look_at = [&](Node statement) {
    const std::optional<Entered> entered =
        entered_by(*trial.loop.source, statement);
    if (!entered) return;
    if (auto tail = Search(trial, *entered).tail()) {
      tails.push_back(std::move(*tail));
    }
  };
  for (Node statement : trial.shape.body) {
    look_at(statement);
    if (!statement.is("try_statement")) continue;
    for (Node guarded : statement.field("body").children()) look_at(guarded);
  }
  return tails;
}

namespace {

/// `NAME.method(…)`, alone or assigned to something.
Node finishing_call(Node statement) {
  if (!statement.is("expression_statement")) return {};
  Node call = statement.child(0);
  if (call.is("assignment")) call = call.field("right");
  if (call.is("subscript")) call = call.field("value");
  return call.is("call") && call.field("function").is("attribute") &&
                 call.field("function").field("object").is("identifier")
             ? call
             : Node();
}

bool finishes(const Trial& trial, Node call) {
  const Node callee = call.field("function");
  const std::string method(callee.field("attribute").text());
  const std::optional<Value> all = instances(
      trial,
      trial.interpreter.variable(trial.interpreter.loop_scope(),
                                 std::string(callee.field("object").text())));
  return all && !all->empty() &&
         std::all_of(all->begin(), all->end(), [&](ObjectId id) {
           const auto& methods = type_of(trial, id)->finished_by;
           return std::find(methods.begin(), methods.end(), method) !=
                  methods.end();
         });
}

}  // namespace

Names names_closed(const Trial& trial, const std::vector<Node>& statements) {
  Names names;
  const Node scope =
      trial.loop.function ? trial.loop.function : trial.loop.source->root();
  const std::vector<NameBinding> bindings = name_bindings(scope);
  auto bindings_of = [&](std::string_view name) {
    return std::count_if(
        bindings.begin(), bindings.end(), [&](const NameBinding& one) {
          return one.name == name &&
                 std::any_of(
                     statements.begin(), statements.end(), [&](Node statement) {
                       return statement.range().contains(one.node.range());
                     });
        });
  };
  auto look_at = [&](Node node) {
    if (node.is("function_definition") || node.is("lambda")) return false;
    if (!node.is("with_item")) return true;
    const Node value = node.field("value");
    if (!value.is("as_pattern")) return true;
    const Node target = value.child(1).child(0);
    const std::string name(target.text());
    const bool left =
        target.is("identifier") &&
        is_released(trial, trial.interpreter.value_of(value.child(0))) &&
        is_released(trial, trial.interpreter.variable(
                               trial.interpreter.loop_scope(), name)) &&
        bindings_of(name) == 1;
    if (left) names.insert(name);
    return true;
  };
  for (Node statement : statements) {
    walk(statement, look_at);
    const Node call = finishing_call(statement);
    if (!call || !finishes(trial, call)) continue;
    const std::string name(call.field("function").field("object").text());
    if (bindings_of(name) == 1) names.insert(name);
  }
  return names;
}

}  // namespace ppp::advisor
