// SPDX-License-Identifier: Apache-2.0
// Library calls of which the text decides what they do: SQL, HTTP methods.

#include <algorithm>

#include "advisor/interpreter.h"
#include "advisor/sql.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// A request of this method changes nothing on the server (RFC 9110 9.2.1).
bool is_safe_method(std::string_view method) {
  return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

/// What stands for the argument "arg0" or "kw:name" in the call's text.
Node written_argument(Node call, std::string_view name) {
  if (name.starts_with("kw:")) return keyword(call, name.substr(3));
  const auto index = static_cast<std::size_t>(name.back() - '0');
  return call.field("arguments").child(index);
}

}  // namespace

/// The entry of a call that only asks.
CallEntry Interpreter::as_question(CallEntry entry) {
  if (entry.asks == "sql") {
    entry.effects = {"file-read"};
    entry.uses = std::move(entry.mutates);
    entry.mutates.clear();
  } else {
    std::erase(entry.effects, "file-read");  // a body's
    std::replace(entry.effects.begin(), entry.effects.end(),
                 std::string("network"), std::string("network-safe"));
  }
  entry.asks.clear();
  return entry;
}

/// The call is written with SQL that only reads and parameters of builtin
/// types, or with a safe method and without a body.
bool Interpreter::only_asks(const CallEntry& entry, std::string_view name,
                            const Arguments& given, const Frame& frame) const {
  const Node callee = given.node.field("function");
  const Node arguments = given.node.field("arguments");
  const bool written =
      callee.is("attribute") && arguments.is("argument_list") &&
      name.ends_with("." + std::string(callee.field("attribute").text()));
  if (!written || given.has_splat || given.has_keyword_splat) return false;
  const auto text = text_of(arguments.child(0), frame);
  if (!text) return false;
  if (entry.asks == "http") {
    return is_safe_method(*text) && given.positional.size() <= 2 &&
           !given.keywords.contains("body");
  }
  if (!given.keywords.empty() || !only_reads(*text)) return false;
  Value parameters;
  for (std::size_t i = 1; i < given.positional.size(); ++i) {
    parameters.add(given.positional[i]);
  }
  const Value all = heap_.reachable(parameters);
  return std::all_of(all.begin(), all.end(), [&](ObjectId id) {
    const Object& object = heap_.at(id);
    return (object.kind == Kind::kAtom && object.name != "type") ||
           (object.kind == Kind::kContainer && object.name != "iterator");
  });
}

/// A text that stands in the source: here, or where a name is bound to it.
std::optional<std::string> Interpreter::text_of(Node node,
                                                const Frame& frame) const {
  if (!node.is("identifier")) return written_text(node);
  const int index = resolve(node.text(), frame.scope);
  if (index < 0) return std::nullopt;
  const Scope& scope = scope_at(index);
  const bool plain = scope.names->kind == ScopeNames::Kind::kModule ||
                     scope.names->kind == ScopeNames::Kind::kFunction;
  if (!plain || scope.assigned_elsewhere.contains(node.text())) {
    return std::nullopt;
  }
  std::optional<std::string> text;
  int bindings = 0;
  for (const NameBinding& binding : name_bindings(scope.node)) {
    if (binding.name != node.text()) continue;
    const Node assignment = binding.node.parent();
    const bool assigned =
        assignment.is("assignment") && assignment.field("left") == binding.node;
    if (++bindings > 1 || !assigned) return std::nullopt;
    text = written_text(assignment.field("right"));
  }
  return text;
}

void Interpreter::note_writing(const Value& objects) {
  for (ObjectId id : objects) {
    Object& object = heap_.at(id);
    if (object.kind != Kind::kLibraryInstance) continue;
    merge(object.fields["<writes>"], atom("bool"));
    for (ObjectId behind : Value(object.lazy_sources)) {
      merge(heap_.at(behind).fields["<writes>"], atom("bool"));
    }
  }
}

bool Interpreter::has_written(const Value& objects) const {
  return std::any_of(objects.begin(), objects.end(), [&](ObjectId id) {
    return heap_.at(id).fields.contains("<writes>");
  });
}

/// What the entry requires to be written is written.
bool Interpreter::has_required_texts(const CallEntry& entry, const Value& self,
                                     const Arguments& given) const {
  return std::all_of(entry.requires_text.begin(), entry.requires_text.end(),
                     [&](const auto& required) {
                       const auto& [name, texts] = required;
                       if (argument(name, self, given, entry).empty())
                         return true;
                       const auto text =
                           written_text(written_argument(given.node, name));
                       return text && std::find(texts.begin(), texts.end(),
                                                *text) != texts.end();
                     });
}

}  // namespace ppp::advisor
