// SPDX-License-Identifier: Apache-2.0
#include "advisor/repeatable.h"

#include <algorithm>
#include <span>
#include <vector>

#include "advisor/connection.h"
#include "advisor/maker.h"
#include "advisor/scopes.h"
#include "advisor/written_options.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// `list`, `sys.argv`, is asked for its length, or for an item that is not set.
bool only_looked_at(Node list) {
  const Node around = list.parent();
  if (!list.is("attribute")) return false;
  if (around.is("argument_list")) {
    return around.parent().field("function").text() == "len";
  }
  const Node user = around.parent();
  return around.is("subscript") &&
         (user.is("argument_list") || user.is("keyword_argument") ||
          user.is("comparison_operator") || user.is("interpolation") ||
          user.is("binary_operator") || user.is("conditional_expression") ||
          (user.is("assignment") && user.field("right") == around));
}

}  // namespace

/// The name means the same where the loop begins.
bool Repeatable::same_later(std::string_view name, int scope) const {
  const int holder = interpreter_.resolve(name, scope);
  const int loop = interpreter_.loop_scope();
  if (holder < 0) return interpreter_.resolve(name, loop) < 0;  // a builtin
  const Scope& owner = interpreter_.scope_at(holder);
  const bool same = interpreter_.canonical(interpreter_.resolve(name, loop)) ==
                    interpreter_.canonical(holder);
  if (!same || owner.source != trial_.loop.source ||
      owner.assigned_elsewhere.contains(name) ||
      may_be_unbound_again(owner.node, name)) {
    return false;
  }
  int bindings = 0;
  bool imported = false;  // `import a`, `import a.b`: both bind `a`
  for (const NameBinding& binding : name_bindings(owner.node)) {
    if (binding.name != name) continue;
    const bool import = enclosing(binding.node, {"import_statement"}) &&
                        !enclosing(binding.node, {"aliased_import"});
    if (!import || !imported) ++bindings;
    imported = imported || import;
    if (between_ && between_->contains(binding.node.range())) return false;
  }
  return bindings == 1 || (between_ && bindings > 0 &&
                           is_function_of_loop(interpreter_, holder));
}

/// `os.environ["NAME"]`, `os.environ.get("NAME")`, `os.getenv("NAME")` in a
/// program that leaves its environment as it is.
bool Repeatable::reads_environment(Node value, int scope) const {
  const Effects& all = interpreter_.all_effects();
  if (all.find_outside("process-state") != all.end()) return false;
  Node environment = value.field("value");
  std::vector<Node> words = value.fields("subscript");
  if (value.is("call")) {
    const Node function = value.field("function");
    const Node arguments = value.field("arguments");
    if (!arguments.is("argument_list")) return false;
    words.assign(arguments.children().begin(), arguments.children().end());
    const std::string_view method = function.field("attribute").text();
    environment = method == "get" ? function.field("object") : function;
    if (method != "get" && method != "getenv") return false;
  }
  const std::string_view name = environment.field("attribute").text();
  const Node module = environment.field("object");
  if ((name != "environ" && name != "getenv") ||
      !std::all_of(words.begin(), words.end(), is_constant)) {
    return false;
  }
  return is_module(module, scope, "os");
}

/// `name` is a variable that only ever is this module of the library.
bool Repeatable::is_module(Node name, int scope,
                           std::string_view module) const {
  const int holder =
      name.is("identifier") ? interpreter_.resolve(name.text(), scope) : -1;
  if (holder < 0 || !same_later(name.text(), scope)) return false;
  const Value seen = interpreter_.variable(holder, name.text());
  return !seen.empty() &&
         std::all_of(seen.begin(), seen.end(), [&](ObjectId id) {
           const Object& object = interpreter_.heap().at(id);
           return object.kind == Kind::kLibraryModule && object.name == module;
         });
}

/// `sys.argv[1]` in a program that only ever looks at single ones of them.
bool Repeatable::reads_arguments(Node value, int scope) const {
  const Node list = value.field("value");
  const std::vector<Node> index = value.fields("subscript");
  if (!value.is("subscript") || !list.is("attribute") || index.size() != 1 ||
      !is_constant(index[0]) || list.field("attribute").text() != "argv" ||
      !is_module(list.field("object"), scope, "sys")) {
    return false;
  }
  bool unchanged = true;
  for (const SourceFile& file : trial_.project.files) {
    walk(file.root(), [&](Node node) {
      if (!node.is("identifier") || node.text() != "argv") return unchanged;
      unchanged = only_looked_at(node.parent());
      return unchanged;
    });
  }
  return unchanged;
}

bool Repeatable::is_immutable(const Object& object) const {
  const TypeEntry* type = interpreter_.library().type(object.name);
  return type && type->immutable;
}

bool Repeatable::gives_the_same(Node value, int scope) const {
  if (is_constant(value)) return true;
  if (value.is("dictionary_splat")) {
    const SourceFile* source = interpreter_.scope_at(scope).source;
    return !written_options(trial_.project, *source, value).empty();
  }
  if (value.is("string")) {
    const std::span<const Node> parts = value.children();
    return std::all_of(parts.begin(), parts.end(), [&](Node part) {
      return !part.is("interpolation") ||
             (part.children().size() == 1 &&
              gives_the_same(part.child(0), scope));
    });
  }
  if (value.is("subscript") || value.is("call")) {
    return reads_environment(value, scope) || reads_arguments(value, scope);
  }
  Node root = value;
  while (root.is("attribute")) root = root.field("object");
  if (!root.is("identifier") || !same_later(root.text(), scope)) {
    return false;
  }
  const int holder = interpreter_.resolve(root.text(), scope);
  if (holder < 0) return root == value;  // a builtin: `bytes`
  const Value seen = interpreter_.variable(holder, root.text());
  return !seen.empty() &&
         std::all_of(seen.begin(), seen.end(), [&](ObjectId id) {
           const Object& object = interpreter_.heap().at(id);
           if (object.kind == Kind::kLibraryInstance) {
             const bool options = value.field("object") == root &&
                                  object.name == "argparse.Namespace" &&
                                  interpreter_.changes_of(id).empty() &&
                                  !object.escaped;
             return root == value ? is_immutable(object) : options;
           }
           if (root != value) return object.kind == Kind::kLibraryModule;
           return is_immutable_atom(object) ||
                  object.kind == Kind::kLibraryType ||
                  object.kind == Kind::kLibraryFunction;
         });
}

}  // namespace ppp::advisor
