// SPDX-License-Identifier: Apache-2.0
// Library calls of which the text decides what they do: SQL, HTTP methods.

#include <algorithm>
#include <array>

#include "advisor/given_texts.h"
#include "advisor/interpreter.h"
#include "advisor/page_request.h"
#include "advisor/sql.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// A request of this method changes nothing on the server (RFC 9110 9.2.1).
bool is_safe_method(std::string_view method) {
  return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

bool is_number_or_date(const Object& object) {
  return object.kind == Kind::kLibraryInstance &&
         (object.name == "decimal.Decimal" ||
          object.name.starts_with("datetime.") || object.name == "uuid.UUID");
}

/// What stands for the argument "arg0" or "kw:name" in the call's text.
Node written_argument(Node call, std::string_view name) {
  if (name.starts_with("kw:")) return keyword(call, name.substr(3));
  const auto index = static_cast<std::size_t>(name.back() - '0');
  return call.field("arguments").child(index);
}

/// A literal's text with its line ends; nullopt: it has other escapes.
std::optional<std::string> with_line_ends(std::string_view content) {
  std::string text;
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (content[i] != '\\') {
      text += content[i];
      continue;
    }
    const char escaped = ++i < content.size() ? content[i] : '\0';
    if (escaped != 'n' && escaped != 'r') return std::nullopt;
    text += escaped == 'n' ? '\n' : '\r';
  }
  return text;
}

/// May end a line although its value is not shown.
bool writes_line_end(Node node) {
  return node && node.text().find_first_of("\\\n") != std::string_view::npos;
}

}  // namespace

/// The entry of a call that only asks.
CallEntry Interpreter::as_question(CallEntry entry) {
  if (is_sql(entry)) {
    entry.effects = {entry.asks == "sql" ? "file-read" : "query"};
    entry.uses = std::move(entry.mutates);
    entry.mutates.clear();
    // The parameters are of types that run no code of the program.
    if (entry.asks == "server-sql") entry.special = {"none"};
  } else if (entry.asks == "program") {
    entry.effects = {"program"};
    entry.mutates.clear();  // its streams are none of this program's objects
  } else {
    std::erase(entry.effects, "file-read");  // a body's
    const std::string sends = entry.asks == "page" ? "talk" : "network";
    std::replace(entry.effects.begin(), entry.effects.end(), sends,
                 std::string("network-safe"));
  }
  entry.asks.clear();
  if (entry.returns_asking) entry.returns = *entry.returns_asking;
  return entry;
}

/// The call is written with SQL that only reads and parameters of builtin
/// types, with a safe method and without a body, or with a whole request by
/// one.
bool Interpreter::only_asks(const CallEntry& entry, std::string_view name,
                            const Arguments& given, const Frame& frame) const {
  const Node callee = given.node.field("function");
  const Node arguments = given.node.field("arguments");
  if (entry.asks == "program") return shares_no_output(name, given, frame);
  const Node last = callee.is("attribute") ? callee.field("attribute") : callee;
  const bool written = arguments.is("argument_list") &&
                       name.ends_with("." + std::string(last.text()));
  if (!written || given.has_splat || given.has_keyword_splat) return false;
  if (entry.asks == "url") return is_web_address(arguments.child(0), frame);
  if (!callee.is("attribute")) return false;
  if (entry.asks == "page") {
    const auto sent = text_sent(arguments.child(0), frame);
    return sent && is_page_request(*sent);
  }
  if (entry.asks == "http") {
    return asks_safely(arguments.child(0), frame) &&
           given.positional.size() <= 2 && !given.keywords.contains("body");
  }
  const auto text = text_of(arguments.child(0), frame);
  if (!text) return false;
  const bool reads =
      entry.asks == "sql" ? only_reads(*text) : more_than_reads(*text).empty();
  if (!given.keywords.empty() || !reads) return false;
  Value parameters;
  for (std::size_t i = 1; i < given.positional.size(); ++i) {
    parameters.add(given.positional[i]);
  }
  const Value all = heap_.reachable(parameters);
  return std::all_of(all.begin(), all.end(), [&](ObjectId id) {
    const Object& object = heap_.at(id);
    // SQLite adapts dates with a warning.
    if (entry.asks == "server-sql" && is_number_or_date(object)) return true;
    return (object.kind == Kind::kAtom && object.name != "type") ||
           (object.kind == Kind::kContainer && object.name != "iterator");
  });
}

/// The method of a request, which the source shows, or each call of the
/// function that it is a parameter of.
bool Interpreter::asks_safely(Node method, const Frame& frame) const {
  if (const auto text = text_of(method, frame)) return is_safe_method(*text);
  const int scope =
      method.is("identifier") ? resolve(method.text(), frame.scope) : -1;
  if (scope < 0 || scope_at(scope).names->kind != ScopeNames::Kind::kFunction) {
    return false;
  }
  const auto texts = texts_given(project_, scope_at(scope).node, method.text());
  return texts && std::all_of(texts->begin(), texts->end(), is_safe_method);
}

/// A request of HTTP that is no safe one, or may be: its method says what it is
/// for, so nothing is assumed of it.
bool Interpreter::speaks_of_more(const Arguments& given,
                                 const Frame& frame) const {
  const Node arguments = given.node.field("arguments");
  if (!arguments.is("argument_list")) return false;
  const auto text = text_sent(arguments.child(0), frame);
  if (text && text->find(kNotShown) == std::string::npos) {
    return speaks_http(*text);
  }
  return std::any_of(
      project_.files.begin(), project_.files.end(),
      [](const SourceFile& file) { return speaks_http(file.text()); });
}

/// A text that begins as a URL of HTTP does. urllib follows redirects to other
/// places of the web only.
bool Interpreter::is_web_address(Node node, const Frame& frame) const {
  const auto text = text_sent(node, frame);
  if (!text ||
      !(text->starts_with("http://") || text->starts_with("https://"))) {
    return false;
  }
  // These would decide what is added to the text, or put into it.
  return std::none_of(
      project_.files.begin(), project_.files.end(), [](const SourceFile& file) {
        return file.text().find("__radd__") != std::string::npos ||
               file.text().find("__rmod__") != std::string::npos;
      });
}

/// `module.NAME`, or the name that is imported from the module and bound by
/// nothing else.
bool Interpreter::is_constant_of(std::string_view module, Node node,
                                 std::string_view constant,
                                 const Frame& frame) const {
  const bool attribute = node.is("attribute");
  const Node name = attribute ? node.field("object") : node;
  const int index =
      name.is("identifier") ? resolve(name.text(), frame.scope) : -1;
  if (index < 0) return false;
  if (attribute) {
    const Value holders = own_variable(index, name.text());
    return node.field("attribute").text() == constant && !holders.empty() &&
           std::all_of(holders.begin(), holders.end(), [&](ObjectId id) {
             return heap_.at(id).kind == Kind::kLibraryModule &&
                    heap_.at(id).name == module;
           });
  }
  const Scope& scope = scope_at(index);
  if (name.text() != constant || scope.assigned_elsewhere.contains(constant) ||
      scope.names->kind != ScopeNames::Kind::kModule) {
    return false;
  }
  int bindings = 0;
  bool imported = true;
  for (const NameBinding& binding : name_bindings(scope.node)) {
    if (binding.name != constant) continue;
    const Node import = enclosing(binding.node, {"import_from_statement"});
    imported &= import && import.field("module_name").text() == module;
    ++bindings;
  }
  return bindings == 1 && imported;
}

/// A call whose program prints to no stdout of this one, and is
/// given no file of it; what it inherits is said in an assumption.
bool Interpreter::shares_no_output(std::string_view name,
                                   const Arguments& given,
                                   const Frame& frame) const {
  if (!given.as_written || given.has_splat || given.has_keyword_splat) {
    return false;
  }
  auto redirected = [&](Node value) {
    static constexpr std::array<std::string_view, 3> kNames = {
        "PIPE", "DEVNULL", "STDOUT"};
    return std::any_of(kNames.begin(), kNames.end(), [&](auto constant) {
      return is_constant_of("subprocess", value, constant, frame);
    });
  };
  bool captured = name == "os.popen" || name == "subprocess.check_output" ||
                  name == "subprocess.getoutput" ||
                  name == "subprocess.getstatusoutput";
  for (const auto& [word, value] : given.keywords) {
    if (word == "close_fds" || word == "start_new_session") return false;
    const Node written = keyword(given.node, word);
    const bool stream = word == "stdin" || word == "stdout" || word == "stderr";
    if (stream && !redirected(written)) return false;
    captured |=
        word == "stdout" || (word == "capture_output" && written.is("true"));
  }
  return captured;
}

/// A text that stands in the source: here, or where a name is bound to it.
std::optional<std::string> Interpreter::text_of(Node node,
                                                const Frame& frame) const {
  Node written = node.is("identifier") ? bound_to(node, frame) : node;
  // `text("SELECT …")` of SQLAlchemy
  if (written.is("call") &&
      is_constant_of("sqlalchemy", written.field("function"), "text", frame)) {
    written = written.field("arguments").child(0);
    if (written.is("identifier")) written = bound_to(written, frame);
  }
  return written_text(written);
}

/// What the only statement that binds the name assigns; null: there are others.
Node Interpreter::bound_to(Node name, const Frame& frame) const {
  const int index = resolve(name.text(), frame.scope);
  if (index < 0) return {};
  const Scope& scope = scope_at(index);
  const bool plain = scope.names->kind == ScopeNames::Kind::kModule ||
                     scope.names->kind == ScopeNames::Kind::kFunction;
  if (!plain || scope.assigned_elsewhere.contains(name.text())) return {};
  Node bound;
  int bindings = 0;
  for (const NameBinding& binding : name_bindings(scope.node)) {
    if (binding.name != name.text()) continue;
    const Node assignment = binding.node.parent();
    const bool assigned =
        assignment.is("assignment") && assignment.field("left") == binding.node;
    if (++bindings > 1 || !assigned) return {};
    bound = assignment.field("right");
  }
  return bound;
}

/// The text or bytes, with kNotShown for parts that the source does not show;
/// nullopt: it shows that there may be line ends in such a part.
std::optional<std::string> Interpreter::text_sent(Node node, const Frame& frame,
                                                  int depth) const {
  constexpr int kDeepest = 20;
  const std::string hidden(1, kNotShown);
  if (depth > kDeepest) return hidden;
  if (node.is("string") || node.is("concatenated_string")) {
    return literal_sent(node, frame, depth);
  }
  std::vector<Node> parts;
  Node beside;  // put into the text
  Frame there = frame;
  const Node method = node.field("function").field("attribute");
  const std::string_view sign = node.field("operator").text();
  if (node.is("parenthesized_expression") || node.is("interpolation")) {
    parts = {node.child(0)};
  } else if (node.is("binary_operator") && sign == "+") {
    parts = {node.field("left"), node.field("right")};
  } else if (node.is("binary_operator") && sign == "%") {
    parts = {node.field("left")};
    beside = node.field("right");
  } else if (node.is("call") &&
             (method.text() == "encode" || method.text() == "format")) {
    parts = {node.field("function").field("object")};
    beside = node.field("arguments");
  } else if (node.is("identifier")) {
    if (Node bound = bound_to(node, frame)) {
      parts = {bound};
      there.scope = resolve(node.text(), frame.scope);
    }
  }
  if (writes_line_end(parts.empty() ? node : beside)) return std::nullopt;
  if (parts.empty()) return hidden;
  std::string text;
  for (Node part : parts) {
    const auto more = text_sent(part, there, depth + 1);
    if (!more) return std::nullopt;
    text += *more;
  }
  return text;
}

/// The same for a literal. Prefixes may only be those of bytes and of
/// f-strings.
std::optional<std::string> Interpreter::literal_sent(Node node,
                                                     const Frame& frame,
                                                     int depth) const {
  constexpr std::size_t kPlainInterpolation = 3;  // "{", what it shows, "}"
  std::string text;
  for (Node part : node.all_children()) {
    std::optional<std::string> more = "";
    if (part.is("string_start")) {
      const bool raw =
          part.text().find_first_of("rR") != std::string_view::npos;
      if (raw) return std::nullopt;
    } else if (part.is("string_content")) {
      more = with_line_ends(part.text());
    } else if (part.is("string") || part.is("interpolation")) {
      more = text_sent(part, frame, depth + 1);
      // `{text:.3}`, `{text!r}`, `{text=}` write another text.
      const bool changed = part.is("interpolation") &&
                           part.all_children().size() > kPlainInterpolation;
      if (changed && more != std::string(1, kNotShown)) return std::nullopt;
    }
    if (!more) return std::nullopt;
    text += *more;
  }
  return text;
}

bool Interpreter::is_sql(const CallEntry& entry) {
  return entry.asks == "sql" || entry.asks == "server-sql";
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

/// Something was asked over these connections.
void Interpreter::note_asking(const Value& writers) {
  for (ObjectId id : writers)
    merge(heap_.at(id).fields["<asks>"], atom("bool"));
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
