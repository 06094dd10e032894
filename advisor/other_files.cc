// SPDX-License-Identifier: Apache-2.0
#include "advisor/other_files.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "advisor/assumption.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

/// Where the files are opened that `effects` read or write; nothing: some are
/// reached in another way.
std::optional<std::vector<Place>> opened_in(const Effects& effects,
                                            std::string_view how) {
  std::vector<Place> places;
  for (const auto& [effect, place] : effects) {
    if (effect.kind != Effect::Kind::kFile || effect.name != how) continue;
    if (effect.subject < 0) return std::nullopt;
    places.push_back(place);
  }
  return places;
}

/// The first argument of the call of `open`; `path` of `path.read_text()`.
Node path_at(const Place& place) {
  const Node call = node_at(place.source->root(), place.range);
  const Node callee = call.field("function");
  if (callee.is("attribute") && callee.field("attribute").text() != "open") {
    return callee.field("object");
  }
  const Node named = keyword(call, "file");
  return named ? named : call.field("arguments").child(0);
}

/// The function, or the module.
Node scope_around(Node node) {
  while (node.parent() && !node.is("function_definition")) node = node.parent();
  return node;
}

/// `path.name`, `os.path.basename(path)`: of what stands behind the folder.
bool is_last_part(Node node) {
  const Node word = node.is("call") ? node.field("function") : node;
  const std::string_view name =
      (word.is("attribute") ? word.field("attribute") : word).text();
  if (node.is("call")) return name == "basename";
  return node.is("attribute") &&
         (name == "name" || name == "stem" || name == "suffix");
}

/// What an expression may be made of: variables, by their names, and those that
/// these were assigned or taken from. `options.target` is one of its own.
class Origins {
 public:
  /// Of a `target`, a file that is called as another one counts by its folder.
  explicit Origins(bool target) : target_(target) {}

  void add(Node expression) {
    walk(expression, [&](Node node) {
      const Node parent = node.parent();
      if (target_ && is_last_part(node)) {
        last_part_ = true;
        return false;
      }
      if (node.is("call") && node.field("function").is("identifier")) {
        add(node.field("arguments"));
        return false;
      }
      if (node.is("keyword_argument")) {
        add(node.field("value"));
        return false;
      }
      const bool method = parent.is("call") && parent.field("function") == node;
      if (node.is("attribute") && !method) {
        if (is_arguments(node.field("attribute").text())) {
          names_.emplace("argv");
        } else if (is_variable(node)) {
          names_.emplace(node.text());
        }
        return false;
      }
      if (node.is("identifier") &&
          !(parent.is("attribute") && parent.field("attribute") == node)) {
        add_name(node.text(), scope_around(node));
      }
      return true;
    });
  }

  void add_name(std::string_view name, Node scope) {
    if (is_arguments(name)) names_.emplace("argv");
    std::vector<NameBinding> bindings = bindings_of(name, scope);
    for (Node outer = scope; bindings.empty() && outer.parent();) {
      outer = scope_around(outer.parent());
      bindings = bindings_of(name, outer);
    }
    if (is_code(bindings) || !names_.emplace(name).second) return;
    for (const NameBinding& binding : bindings) {
      const Node by = enclosing(
          binding.node, {"assignment", "augmented_assignment", "for_statement",
                         "for_in_clause", "function_definition"});
      const Node from = by.field("right");
      const bool gives =
          from && by.field("left").range().contains(binding.node.range());
      if (gives) add(from);
    }
  }

  /// The path is a text.
  bool none() const { return names_.empty() && !last_part_; }

  /// None of them is one of the others.
  bool apart_from(const Origins& other) const {
    return none() || (!names_.empty() && !meet(other));
  }

 private:
  bool meet(const Origins& other) const {
    return std::any_of(names_.begin(), names_.end(), [&](const auto& one) {
      return std::any_of(other.names_.begin(), other.names_.end(),
                         [&](const auto& two) {
                           return one == two || one.starts_with(two + ".") ||
                                  two.starts_with(one + ".");
                         });
    });
  }

  static std::vector<NameBinding> bindings_of(std::string_view name,
                                              Node scope) {
    std::vector<NameBinding> all = name_bindings(scope);
    std::erase_if(all,
                  [&](const NameBinding& one) { return one.name != name; });
    return all;
  }

  /// Of the program, whichever module they are taken from.
  static bool is_arguments(std::string_view name) {
    return name == "argv" || name == "orig_argv";
  }

  /// Nothing but imports, functions and classes.
  static bool is_code(const std::vector<NameBinding>& bindings) {
    return !bindings.empty() &&
           std::all_of(bindings.begin(), bindings.end(), [](const auto& one) {
             const Node holder = one.node.parent();
             return enclosing(one.node,
                              {"import_statement", "import_from_statement"}) ||
                    ((holder.is("function_definition") ||
                      holder.is("class_definition")) &&
                     holder.field("name") == one.node);
           });
  }

  /// No function or constant of a module: `os.path`.
  static bool is_variable(Node attribute) {
    Node root = attribute;
    while (root.is("attribute")) root = root.field("object");
    if (!root.is("identifier")) return true;
    Node module = root;
    while (module.parent()) module = module.parent();
    return !is_code(bindings_of(root.text(), module));
  }

  bool target_;
  bool last_part_ = false;  ///< is one of the path's, and left out
  std::set<std::string, std::less<>> names_;
};

/// All that the paths may be made of which the work opens: what it is given.
Origins read_by(const Interpreter& interpreter, const Piece& piece,
                const std::vector<Place>& opened) {
  Origins origins(false);
  for (const Place& place : opened) origins.add(path_at(place));
  const Node loop = interpreter.question().loop;
  for (const std::string& name : piece.use.exposed) {
    origins.add_name(name, scope_around(loop));
  }
  if (loop.is("for_statement")) origins.add(loop.field("right"));
  for (Node clause : loop.children()) {
    if (clause.is("for_in_clause")) origins.add(clause.field("right"));
  }
  return origins;
}

/// The text that the path is, as it stands in the source.
std::optional<std::string> text_of(Node path) {
  if (!path.is("identifier")) return written_text(path);
  std::optional<std::string> text;
  Node module = path;
  while (module.parent()) module = module.parent();
  for (Node scope : {scope_around(path), module}) {
    for (const NameBinding& binding : name_bindings(scope)) {
      const Node assignment = binding.node.parent();
      if (binding.name != path.text()) continue;
      if (assignment.is("assignment")) {
        text = written_text(assignment.field("right"));
      }
    }
    if (text) break;
  }
  return text;
}

/// What comes before the text at the end of `path + ".gz"` or `f"{path}.gz"`;
/// null: it ends with no text, or begins with one.
Node lengthened(Node path) {
  if (path.is("binary_operator") && path.field("operator").is("+")) {
    const auto end = written_text(path.field("right"));
    return end && !end->empty() ? path.field("left") : Node();
  }
  if (!path.is("string")) return {};
  std::vector<Node> parts;
  for (Node part : path.children()) {
    if (!part.is("string_start") && !part.is("string_end")) {
      parts.push_back(part);
    }
  }
  const bool longer = parts.size() == 2 && parts[0].is("interpolation") &&
                      parts[1].is("string_content") &&
                      parts[0].children().size() == 1;
  return longer ? parts[0].field("expression") : Node();
}

/// The target's name is that of each file that is read, and more.
bool is_longer(Node target, const std::vector<Place>& read) {
  const Node base = lengthened(target);
  return base && std::all_of(read.begin(), read.end(), [&](const Place& one) {
           return path_at(one).text() == base.text();
         });
}

}  // namespace

std::vector<Reason> other_files(const Interpreter& interpreter,
                                const Piece& piece, const Effects& work,
                                const Effects& rest) {
  const auto read = opened_in(work, "r");
  const auto written = opened_in(rest, "w");
  // What is read without being opened by a path has none to compare.
  if (!read || read->empty() || !written) return {};
  const Origins sources = read_by(interpreter, piece, *read);
  std::string readers;
  for (const Place& place : *read) {
    readers += (readers.empty() ? "" : ", ") + quoted_place(place);
  }
  std::vector<Reason> reasons;
  for (const Place& target : *written) {
    const Node path = path_at(target);
    Origins origins(true);
    origins.add(path);
    const bool apart =
        origins.none() || is_longer(path, *read) ||
        (scope_around(path) == scope_around(interpreter.question().loop) &&
         origins.apart_from(sources));
    const auto text = text_of(path);
    const bool same =
        std::any_of(read->begin(), read->end(), [&](const Place& source) {
          return (source.source == target.source &&
                  source.range == target.range) ||
                 (text && text_of(path_at(source)) == text);
        });
    if (!apart || same) return {};
    reasons.push_back(
        {.id = "effect-file-write",
         .message = "the loop writes the file that " + quoted_place(target) +
                    " opens, while its work reads others",
         .spans = {target.span(), read->front().span()},
         .assumption = "assumes that " + quoted_place(target) +
                       " never opens a file that the work reads, by " +
                       readers + ", not by a link either"});
  }
  return reasons;
}

}  // namespace ppp::advisor
