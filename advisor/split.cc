// SPDX-License-Identifier: Apache-2.0
#include "advisor/split.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "advisor/named_function.h"
#include "advisor/script_order.h"
#include "advisor/split_text.h"
#include "advisor/transfer.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

constexpr double kWorthSplitting = 0.5;  // of the function's time
constexpr double kCall = 10;             // what a call weighs, by rule of thumb

bool is_nested_scope(Node node) {
  return node.is("function_definition") || node.is("lambda") ||
         node.is("class_definition") || node.is("generator_expression");
}

bool has_below(
    std::span<const Node> nodes, const std::function<bool(Node)>& wanted,
    const std::function<bool(Node)>& closed = [](Node) { return false; }) {
  bool found = false;
  for (Node node : nodes) {
    walk(node, [&](Node inner) {
      if (closed(inner)) return false;
      found = found || wanted(inner);
      return !found;
    });
  }
  return found;
}

/// `gzip` in `gzip.compress`: a variable of its module that holds a module of
/// the library, and is written nowhere but where it is imported.
bool is_library_module(const Interpreter& interpreter, const SourceFile& file,
                       Node object) {
  if (!object.is("identifier")) return false;
  for (int i = 0; i < interpreter.scope_count(); ++i) {
    if (interpreter.scope_at(i).node != file.root()) continue;
    const Value modules = interpreter.variable(i, object.text());
    if (modules.empty()) return false;
    for (ObjectId id : modules) {
      if (interpreter.heap().at(id).kind != Kind::kLibraryModule) return false;
    }
  }
  bool imported = true;
  walk(file.root(), [&](Node node) {
    if (!node.is("identifier") || node.text() != object.text()) return true;
    const Node parent = node.parent();
    imported = imported &&
               (parent.is("dotted_name") ||
                (parent.is("attribute") && parent.field("object") == node));
    return true;
  });
  return imported;
}

/// What functions of the library call, if they get an object that has it.
bool is_protocol(std::string_view method) {
  static const std::set<std::string_view> known = {
      "close", "flush",    "isatty",    "keys",  "read",
      "seek",  "readline", "readlines", "write", "writelines"};
  return method.starts_with("__") || known.contains(method);
}

/// A method of a class of the loop's module that the call runs for sure:
/// `v.m()` of instances that unknown code does not hold. Else null.
Node called_method(const Trial& trial, Node call) {
  const Node callee = call.field("function");
  if (!callee.is("attribute") || !callee.field("object").is("identifier") ||
      is_protocol(callee.field("attribute").text())) {
    return {};
  }
  const Interpreter& interpreter = trial.interpreter;
  const Heap& heap = interpreter.heap();
  std::set<ObjectId> functions, having;
  for (ObjectId id : interpreter.value_of(callee)) {
    const Object& object = heap.at(id);
    if (object.kind != Kind::kBoundMethod) return {};
    for (ObjectId self : object.self.get()) having.insert(self);
    for (ObjectId function : object.function.get()) functions.insert(function);
  }
  // What lacks the method would be told so by another name.
  const Value receivers = interpreter.value_of(callee.field("object"));
  if (receivers.empty()) return {};
  for (ObjectId id : receivers) {
    const Object& instance = heap.at(id);
    if (instance.kind != Kind::kInstance || instance.escaped ||
        !having.contains(id) || !interpreter.class_is_plain(instance.of)) {
      return {};
    }
  }
  if (functions.size() != 1) return {};
  const Object& function = heap.at(*functions.begin());
  const Node owner = function.site ? class_around(function.site) : Node();
  const bool plain =
      owner && function.kind == Kind::kFunction &&
      function.source == trial.loop.source &&
      owner.parent() == trial.loop.source->root() &&
      function.site.field("parameters").child(0).is("identifier");
  return plain ? function.site : Node();
}

/// The calls of the function, which is of `home`, a method's in the loop only;
/// nothing if the program uses its name in any other way, or it calls itself.
std::optional<std::vector<Node>> only_calls(const Trial& trial, Node function) {
  const Node named = function.field("name");
  const SourceFile& home = *trial.loop.source;
  // A class tells what it has, too.
  const bool found_otherwise = class_around(function)
                                   ? finds_by_text(trial.project)
                                   : computes_names(trial.project);
  if (found_otherwise) return std::nullopt;
  std::vector<Node> calls;
  bool only = true;
  for (const SourceFile& file : trial.project.files) {
    if (file.text().find(named.text()) == std::string::npos) continue;
    walk(file.root(), [&](Node node) {
      const bool word = node.is("identifier") || node.is("string_content");
      if (!only || !word || node == named || node.text() != named.text()) {
        return only;
      }
      const Node call = node.parent();
      if (!node.is("identifier") && !finds_by_text(trial.project)) return true;
      if (call.is("attribute") && call.field("attribute") == node &&
          is_library_module(trial.interpreter, file, call.field("object"))) {
        return true;
      }
      const Node own = class_around(function) ? call.parent() : call;
      only = &file == &home && own.is("call") &&
             own.field("arguments").is("argument_list") &&
             !function.range().contains(node.range()) &&
             (own == call ? call.field("function") == node
                          : trial.loop.node.range().contains(own.range()) &&
                                called_method(trial, own) == function);
      if (only) calls.push_back(own);
      return only;
    });
  }
  if (!only) return std::nullopt;
  return calls;
}

/// The function is there whenever the call runs.
bool is_defined_before(const SourceFile& source, Node function, Node call) {
  Loop place;
  place.source = &source;
  place.node = call;
  place.function = enclosing(call, {"function_definition", "class_definition"});
  return bound_before_run(place).contains(function.field("name").text());
}

/// A plain function whose statements can stand in two.
bool divisible(Node function) {
  const ScopeNames names = scope_names(function);
  const Node body = function.field("body");
  const bool inside = has_below(body.children(), [&](Node node) {
    return node.is("nonlocal_statement") ||
           (node.is("global_statement") && !(node.parent() == body));
  });
  return !names.generator && !names.async && !inside &&
         !function.field("type_parameters");
}

/// All functions of the program, by their names.
using FunctionsByName =
    std::multimap<std::string_view, std::pair<const SourceFile*, Node>>;

FunctionsByName definitions_in(const Project& project) {
  FunctionsByName found;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&, &source = file](Node node) {
      if (node.is("function_definition")) {
        found.emplace(node.field("name").text(), std::pair(&source, node));
      }
      return true;
    });
  }
  return found;
}

class Division {
 public:
  Division(const Trial& trial, const FunctionsByName& definitions,
           Node function, std::vector<Node> calls)
      : trial_(trial),
        definitions_(definitions),
        function_(function),
        calls_(std::move(calls)),
        statements_(function.field("body").children()) {
    for (int i = 0; i < trial.interpreter.scope_count(); ++i) {
      if (trial.interpreter.scope_at(i).node == function) scopes_.push_back(i);
    }
    for (Node node : function.field("parameters").children()) {
      parameters_.push_back(parameter_of(node));
    }
    if (class_around(function)) {
      self_ = parameters_.front().name;
      parameters_.erase(parameters_.begin());
    }
    const ScopeNames names = scope_names(function);
    locals_ = {names.locals.begin(), names.locals.end()};
  }

  /// The longest leading part first.
  std::vector<Cut> cuts() const {
    std::vector<Cut> found;
    for (std::size_t i = 1; i < statements_.size(); ++i) {
      if (has_below(statements_.subspan(i - 1, 1), gives, is_nested_scope)) {
        break;
      }
      const double leading = weight(statements_.first(i));
      const double both = leading + weight(statements_.subspan(i));
      if (leading <= 0 || leading < kWorthSplitting * both) continue;
      std::optional<std::vector<Edit>> edits = cut_before(i);
      if (!edits) continue;
      found.push_back({std::string(function_.field("name").text()),
                       std::move(*edits), reach(statements_.first(i)),
                       reach(statements_.subspan(i)),
                       trial_.profile ? leading / both : 1});
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

 private:
  static bool returns(Node node) { return node.is("return_statement"); }

  /// Returns anything but None.
  static bool gives(Node node) {
    return returns(node) && !node.children().empty() &&
           !node.child(0).is("none");
  }

  /// As sampled; without a profile by rule of thumb.
  double weight(std::span<const Node> statements) const {
    double total = 0;
    for (Node statement : statements) {
      total += trial_.profile
                   ? cost_of_lines(*trial_.profile,
                                   trial_.loop.source->span(statement.range()))
                         .wall_s
                   : static_weight(statement) + kCall * calls_below(statement);
    }
    return total;
  }

  /// Of the program's own functions, by their names.
  int calls_below(Node statement) const {
    int count = 0;
    walk(statement, [&](Node node) {
      count += node.is("call") &&
               definitions_.contains(node.field("function").text());
      return true;
    });
    return count;
  }

  bool is_parameter(const std::string& name) const {
    return name == self_ ||
           std::any_of(parameters_.begin(), parameters_.end(),
                       [&](const Parameter& one) { return one.name == name; });
  }

  std::optional<std::vector<Edit>> cut_before(std::size_t at) const {
    const std::vector<Node> leading(
        statements_.begin(),
        statements_.begin() + static_cast<std::ptrdiff_t>(at));
    const std::vector<Node> trailing(
        statements_.begin() + static_cast<std::ptrdiff_t>(at),
        statements_.end());
    const NameUse before = use_of(trial_, leading);
    const NameUse after = use_of(trial_, trailing);
    if (shares_variables(leading, after) || misses_variable(leading, before) ||
        before.written.contains(self_)) {
      return std::nullopt;
    }
    SplitParts parts{trial_.project,
                     *trial_.loop.source,
                     function_,
                     calls_,
                     parameters_,
                     self_,
                     at};
    parts.may_end = has_below(leading, returns, is_nested_scope);
    for (const std::string& name : in_order_of_use(after.exposed, trailing)) {
      if (!locals_.contains(name) || name == self_) continue;
      if (!is_bound(name, before)) return std::nullopt;
      if (given_directly(name, before)) {
        parts.direct.push_back(name);
      } else {
        parts.returned.push_back(name);
      }
    }
    if (parts.returned.empty() || !ends_quietly(before, parts)) {
      return std::nullopt;
    }
    return split_edits(parts);
  }

  /// A function or generator that was made in the leading part would see what
  /// the trailing part assigns.
  bool shares_variables(std::span<const Node> leading,
                        const NameUse& after) const {
    if (!has_below(leading, is_nested_scope)) return false;
    return has_below(leading, [&](Node node) {
      return node.is("identifier") && after.written.contains(node.text());
    });
  }

  /// The leading part names a variable that is the function's own only because
  /// the trailing part assigns it: alone, it would mean another one.
  bool misses_variable(std::span<const Node> leading,
                       const NameUse& before) const {
    return has_below(leading, [&](Node node) {
      const std::string name(node.is("identifier") ? node.text() : "");
      return locals_.contains(name) && !is_parameter(name) &&
             !before.written.contains(name);
    });
  }

  std::vector<std::string> in_order_of_use(
      const Names& names, const std::vector<Node>& statements) const {
    std::vector<std::string> ordered;
    for (Node statement : statements) {
      walk(statement, [&](Node node) {
        std::string name(node.is("identifier") ? node.text() : "");
        if (names.contains(name) &&
            std::find(ordered.begin(), ordered.end(), name) == ordered.end()) {
          ordered.push_back(std::move(name));
        }
        return true;
      });
    }
    return ordered;
  }

  /// Where the leading part ends.
  bool is_bound(const std::string& name, const NameUse& before) const {
    if (before.bound.contains(name)) return true;
    return is_parameter(name) && !may_be_unbound_again(function_, name);
  }

  /// The loop can give it to the trailing part without asking the leading one.
  bool given_directly(const std::string& name, const NameUse& before) const {
    if (before.written.contains(name) || calls_.size() != 1) return false;
    const Node given = plain_argument(parameters_, calls_.front(), name);
    if (!given) return false;
    return !given.is("identifier") || trial_.target.contains(given.text()) ||
           bound_before(trial_, given.text());
  }

  /// Nobody can tell that the leading part's variables end with it.
  bool ends_quietly(const NameUse& before, const SplitParts& parts) const {
    Names names = before.written;
    for (const Parameter& one : parameters_) {
      const bool held =
          std::all_of(calls_.begin(), calls_.end(), [&](Node call) {
            return bool(plain_argument(parameters_, call, one.name));
          });
      if (!held) names.insert(one.name);
    }
    for (const std::string& name : names) {
      const bool returned =
          std::find(parts.returned.begin(), parts.returned.end(), name) !=
          parts.returned.end();
      for (int scope : scopes_) {
        if (!may_end(trial_.interpreter.variable(scope, name), returned)) {
          return false;
        }
      }
    }
    return true;
  }

  bool may_end(const Value& value, bool returned) const {
    const Heap& heap = trial_.interpreter.heap();
    const Value all = heap.reachable(value);
    return std::none_of(all.begin(), all.end(), [&](ObjectId id) {
      const Object& object = heap.at(id);
      const bool lazy =
          object.kind == Kind::kGenerator || object.kind == Kind::kCoroutine ||
          (object.kind == Kind::kContainer && object.name == "iterator");
      return lazy || object.kind == Kind::kUnknown ||
             (returned && stays_open(trial_.interpreter, object));
    });
  }

  /// By name, as this only steers where to cut.
  std::vector<Span> reach(std::span<const Node> statements) const {
    std::vector<Span> spans;
    std::set<const void*> seen = {function_.id()};
    std::function<void(const SourceFile&, Node)> add =
        [&](const SourceFile& source, Node node) {
          spans.push_back(source.span(node.range()));
          walk(node, [&](Node call) {
            if (!call.is("call")) return true;
            Node callee = call.field("function");
            if (callee.is("attribute")) callee = callee.field("attribute");
            auto [first, last] = definitions_.equal_range(callee.text());
            for (; first != last; ++first) {
              const auto& [file, definition] = first->second;
              if (seen.insert(definition.id()).second) add(*file, definition);
            }
            return true;
          });
        };
    for (Node statement : statements) add(*trial_.loop.source, statement);
    return spans;
  }

  const Trial& trial_;
  const FunctionsByName& definitions_;
  Node function_;
  std::vector<Node> calls_;
  std::span<const Node> statements_;
  std::vector<int> scopes_;
  std::vector<Parameter> parameters_;
  std::string self_;  ///< of a method
  Names locals_;
};

bool meets(const std::vector<Span>& lines, const std::vector<Reason>& reasons) {
  for (const Reason& reason : reasons) {
    for (const Span& place : reason.spans) {
      for (const Span& one : lines) {
        if (one.file == place.file && one.line <= place.line &&
            place.line <= one.end_line) {
          return true;
        }
      }
    }
  }
  return false;
}

}  // namespace

std::vector<Node> called_functions(const Trial& trial) {
  std::vector<Node> functions;
  auto look_at = [&](Node call) {
    if (!call.is("call")) return true;
    const Node method = called_method(trial, call);
    if (method && std::find(functions.begin(), functions.end(), method) ==
                      functions.end()) {
      functions.push_back(method);
    }
    for (Node definition : trial.loop.source->root().children()) {
      const bool meant =
          definition.is("function_definition") &&
          definition.field("name").text() == call.field("function").text() &&
          std::find(functions.begin(), functions.end(), definition) ==
              functions.end();
      if (meant) functions.push_back(definition);
    }
    return true;
  };
  for (Node statement : trial.shape.body) walk(statement, look_at);
  return functions;
}

std::vector<Cut> possible_cuts(const Trial& trial) {
  std::vector<Cut> cuts;
  std::optional<FunctionsByName> definitions;
  for (Node function : called_functions(trial)) {
    if (!divisible(function)) continue;
    std::optional<std::vector<Node>> calls = only_calls(trial, function);
    const bool defined =
        calls && std::all_of(calls->begin(), calls->end(), [&](Node call) {
          return class_around(function) ||
                 is_defined_before(*trial.loop.source, function, call);
        });
    if (!defined) continue;
    if (!definitions) definitions = definitions_in(trial.project);
    const Division division(trial, *definitions, function, std::move(*calls));
    for (Cut& cut : division.cuts()) cuts.push_back(std::move(cut));
  }
  return cuts;
}

const Cut* next_cut(const std::vector<Cut>& cuts,
                    const std::vector<Reason>& reasons) {
  for (const Cut& cut : cuts) {
    if (meets(cut.trailing, reasons) && !meets(cut.leading, reasons)) {
      return &cut;
    }
  }
  return nullptr;
}

}  // namespace ppp::advisor
