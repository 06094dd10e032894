// SPDX-License-Identifier: Apache-2.0
// What the program prints of clock values, as templates.
#include <iterator>
#include <utility>

#include "advisor/clock_flow.h"
#include "advisor/log_set_up.h"

namespace ppp::advisor::clock {
namespace {

constexpr int kDeepestText = 12;

void append(Pieces& to, Pieces more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()),
            std::make_move_iterator(more.end()));
}

bool is_output_stream(const Value& value) {
  if (value.paths.empty() || value.self != Taint::kNone) return false;
  for (const std::string& path : value.paths) {
    if (path != "sys.stdout" && path != "sys.stderr" &&
        path != "sys.__stdout__" && path != "sys.__stderr__") {
      return false;
    }
  }
  return true;
}

/// The text of `sep=` or `end=`; the second: whether it is known.
std::pair<std::string, bool> option(const Arguments& arguments,
                                    const std::string& name,
                                    std::string otherwise) {
  auto node = arguments.named_nodes.find(name);
  if (node == arguments.named_nodes.end() || node->second.is("none")) {
    return {std::move(otherwise), true};
  }
  auto text = literal_text(node->second);
  return {text.value_or(""), text.has_value()};
}

}  // namespace

void Flow::output_print(Arguments& arguments, Scope& scope) {
  Value all = all_of(arguments);
  Node call = arguments.call;
  auto file = arguments.named.find("file");
  bool to_output = file == arguments.named.end() ||
                   arguments.named_nodes["file"].is("none") ||
                   is_output_stream(file->second);
  if (!to_output) {
    arguments.named.erase("file");
    call_unknown(arguments, scope, "a file");
    return;
  }
  if (!tainted(deep(all))) return;
  auto [separator, separator_known] = option(arguments, "sep", " ");
  auto [end, end_known] = option(arguments, "end", "\n");
  auto flush = arguments.named.find("flush");
  if (!separator_known || !end_known ||
      (flush != arguments.named.end() && tainted(deep(flush->second)))) {
    steer(call, scope, "is printed in a form that is not known");
    return;
  }
  if (!last_) return;
  Pieces pieces;
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("keyword_argument")) continue;
    if (argument.is("dictionary_splat")) {
      steer(call, scope, "is printed in a form that is not known");
      return;
    }
    if (!pieces.empty()) append(pieces, literal(separator));
    append(pieces, argument.is("list_splat") ? Pieces{{true, false, ""}}
                                             : pieces_of(argument, scope));
    if (pieces.empty()) pieces = literal("");
  }
  append(pieces, literal(end));
  emit(call, scope, pieces);
}

void Flow::output_write(Arguments& arguments, Scope& scope) {
  if (!tainted(deep(all_of(arguments)))) return;
  if (arguments.nodes.size() != 1 || arguments.count() != 1) {
    call_unknown(arguments, scope, "a stream in a way that is not known");
    return;
  }
  emit(arguments.call, scope, pieces_of(arguments.nodes[0], scope));
}

void Flow::output_log(Arguments& arguments, Scope& scope) {
  if (!tainted(deep(all_of(arguments)))) return;
  if (arguments.nodes.empty() || arguments.spread || !arguments.named.empty()) {
    call_unknown(arguments, scope, "a log in a way that is not known");
    return;
  }
  Pieces pieces;
  Node message = arguments.nodes[0];
  if (arguments.nodes.size() == 1) {
    append(pieces, pieces_of(message, scope));
  } else {
    auto format = literal_text(message);
    auto fields = format ? percent_fields(*format) : std::nullopt;
    if (!fields || fields->size() != arguments.nodes.size()) return;
    for (std::size_t i = 0; i < fields->size(); ++i) {
      append(pieces, literal((*fields)[i].before));
      if (!(*fields)[i].present) continue;
      if (!(*fields)[i].name.empty()) return;
      append(pieces, hole(arguments.nodes[i + 1], scope));
    }
  }
  emit_record(arguments.call, scope, pieces);
}

/// What stands around the message depends on the log's set-up.
void Flow::emit_record(Node call, Scope& scope, const Pieces& message) {
  Pieces any = {{true, false, ""}};
  append(any, message);
  append(any, literal("\n"));
  const bool first = !emitted_.contains(call.id());
  emit(call, scope, any);
  if (!first || !emitted_.contains(call.id())) return;
  const Span span = project_.files[scope.file].span(call.range());
  for (const TimedRecord& record : records_) {
    Pieces whole = record.before;
    append(whole, message);
    append(whole, record.after);
    append(whole, literal("\n"));
    use_.outputs.push_back(output_of(whole, span));
    use_.outputs.back().logged = true;
  }
}

/// Records show the time, whatever the program asks.
void Flow::output_records() {
  if (logging_changed_) return;
  for (const TimedRecord& record : records_) {
    use_.reads_clock = true;
    Pieces whole = record.before;
    append(whole, {{true, false, ""}});
    append(whole, record.after);
    append(whole, literal("\n"));
    use_.outputs.push_back(output_of(whole, record.span));
    use_.outputs.back().logged = true;
  }
  if (!records_.empty()) use_.log_files = log_files(project_);
}

void Flow::emit(Node call, Scope& scope, const Pieces& pieces) {
  bool any = false;
  for (const Piece& piece : pieces) any = any || piece.clock;
  if (!last_ || !any || !emitted_.insert(call.id()).second) return;
  use_.outputs.push_back(
      output_of(pieces, project_.files[scope.file].span(call.range())));
}

Pieces Flow::hole(Node node, Scope& scope) {
  return {{true, eval(node, scope).clock_only(), ""}};
}

Pieces Flow::pieces_of(Node node, Scope& scope, int depth) {
  if (depth > kDeepestText) return hole(node, scope);
  if (auto text = literal_text(node)) return literal(*text);
  if (node.is("parenthesized_expression")) {
    return pieces_of(node.child(0), scope, depth + 1);
  }
  if (node.is("identifier")) return pieces_of_name(node, scope, depth);
  if (node.is("string")) return pieces_of_string(node, scope, depth);
  if (node.is("concatenated_string")) {
    Pieces pieces;
    for (Node part : node.children()) {
      append(pieces, pieces_of(part, scope, depth + 1));
    }
    return pieces;
  }
  if (node.is("binary_operator")) return pieces_of_binary(node, scope, depth);
  if (node.is("call")) return pieces_of_call(node, scope, depth);
  return hole(node, scope);
}

/// A name that one assignment binds to text stands for that text.
Pieces Flow::pieces_of_name(Node node, Scope& scope, int depth) {
  Variable* variable = resolve(node.text(), scope);
  if (variable == nullptr || !variable->value.text ||
      variable->sites.size() != 1 || !tainted(variable->value.self)) {
    return hole(node, scope);
  }
  const Variable::Site& site = variable->sites.begin()->second;
  // Of a parameter or an imported name only the value is known.
  if (!site.value || site.scope == nullptr) return hole(node, scope);
  return pieces_of(site.value, *site.scope, depth + 1);
}

Pieces Flow::pieces_of_string(Node node, Scope& scope, int depth) {
  Pieces pieces;
  for (Node part : node.children()) {
    if (part.is("string_content")) {
      auto text = content_text(part, node);
      append(pieces, text ? literal(*text) : Pieces{{true, false, ""}});
    } else if (part.is("interpolation")) {
      Node value = part.field("expression");
      std::string_view text = part.text();
      std::size_t value_end = value.range().end - part.range().begin;
      std::size_t shown = text.find_first_not_of(" \t", value_end);
      if (shown < text.size() && text[shown] == '=') {  // f"{x = }"
        std::size_t end = text.find_first_not_of(" \t", shown + 1);
        append(pieces, literal(std::string(text.substr(1, end - 1))));
        append(pieces, hole(value, scope));
        continue;
      }
      bool plain =
          !part.field("format_specifier") && !part.field("type_conversion");
      bool clear = true;
      for (Node inner : part.field("format_specifier").children()) {
        clear = clear && !inner.is("format_expression");
      }
      append(pieces, plain   ? pieces_of(value, scope, depth + 1)
                     : clear ? hole(value, scope)
                             : Pieces{{true, false, ""}});
    }
  }
  return pieces;
}

Pieces Flow::pieces_of_binary(Node node, Scope& scope, int depth) {
  Node left = node.field("left");
  Node right = node.field("right");
  std::string_view op = node.field("operator").text();
  if (op == "+" && (eval(left, scope).text || eval(right, scope).text)) {
    Pieces pieces = pieces_of(left, scope, depth + 1);
    append(pieces, pieces_of(right, scope, depth + 1));
    return pieces;
  }
  auto format = op == "%" ? literal_text(left) : std::nullopt;
  auto pieces =
      format ? pieces_of_percent(*format, right, scope, depth) : std::nullopt;
  return pieces ? *pieces : hole(node, scope);
}

std::optional<Pieces> Flow::pieces_of_percent(const std::string& format,
                                              Node values, Scope& scope,
                                              int depth) {
  auto fields = percent_fields(format);
  if (!fields) return std::nullopt;
  std::vector<Node> nodes = {values};
  Node inner = values;
  while (inner.is("parenthesized_expression")) inner = inner.child(0);
  std::map<std::string, Node> keyed;
  if (inner.is("tuple")) {
    nodes.assign(inner.children().begin(), inner.children().end());
  }
  if (inner.is("dictionary")) {
    nodes.clear();
    for (Node pair : inner.children()) {
      auto key = literal_text(pair.field("key"));
      if (!key) return std::nullopt;
      keyed["(" + *key + ")"] = pair.field("value");
    }
  } else if (!inner.is("tuple") && !eval(inner, scope).objects.empty()) {
    return std::nullopt;  // a tuple from elsewhere
  }
  Pieces pieces;
  std::size_t next = 0;
  for (const Field& field : *fields) {
    append(pieces, literal(field.before));
    if (!field.present) continue;
    Node value;
    if (!field.name.empty()) {
      if (keyed.contains(field.name)) value = keyed[field.name];
    } else if (next < nodes.size()) {
      value = nodes[next++];
    }
    if (!value || value.is("list_splat")) return std::nullopt;
    append(pieces, field.plain ? pieces_of(value, scope, depth + 1)
                               : hole(value, scope));
  }
  return next == nodes.size() ? std::optional(pieces) : std::nullopt;
}

std::optional<Pieces> Flow::pieces_of_format(const std::string& format,
                                             Node call, Scope& scope,
                                             int depth) {
  auto fields = brace_fields(format);
  if (!fields) return std::nullopt;
  std::vector<Node> positional;
  std::map<std::string, Node> named;
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("keyword_argument")) {
      named[std::string(argument.field("name").text())] =
          argument.field("value");
    } else if (argument.is("list_splat") || argument.is("dictionary_splat")) {
      return std::nullopt;
    } else {
      positional.push_back(argument);
    }
  }
  Pieces pieces;
  std::size_t next = 0;
  for (const Field& field : *fields) {
    append(pieces, literal(field.before));
    if (!field.present) continue;
    std::string key = field.name.empty() ? std::to_string(next++) : field.name;
    bool part = key.find_first_of(".[") != std::string::npos;
    bool number = key.find_first_not_of("0123456789") == std::string::npos &&
                  key.size() < 4;
    Node value;
    if (number) {
      std::size_t index = std::stoul(key);
      if (index < positional.size()) value = positional[index];
    } else if (named.contains(key)) {
      value = named[key];
    }
    if (part) {
      pieces.push_back({true, false, ""});
    } else if (!value) {
      return std::nullopt;
    } else {
      append(pieces, field.plain ? pieces_of(value, scope, depth + 1)
                                 : hole(value, scope));
    }
  }
  return pieces;
}

Pieces Flow::pieces_of_strftime(Node node, Node format, Scope& scope) {
  auto text = literal_text(format);
  bool clock = tainted(eval(node, scope).self);
  if (!text || !clock) return hole(node, scope);
  return strftime_pieces(*text);
}

Pieces Flow::pieces_of_call(Node node, Scope& scope, int depth) {
  Node callee_node = node.field("function");
  std::span<const Node> arguments = node.field("arguments").children();
  if (callee_node.is("attribute")) {
    std::string_view name = callee_node.field("attribute").text();
    Node object = callee_node.field("object");
    auto format = literal_text(object);
    if (name == "format" && format) {
      auto pieces = pieces_of_format(*format, node, scope, depth);
      if (pieces) return *pieces;
    }
    if (name == "join" && format && arguments.size() == 1 &&
        (arguments[0].is("list") || arguments[0].is("tuple"))) {
      Pieces pieces = literal("");
      bool first = true;
      for (Node item : arguments[0].children()) {
        if (item.is("list_splat")) return hole(node, scope);
        if (!std::exchange(first, false)) append(pieces, literal(*format));
        append(pieces, pieces_of(item, scope, depth + 1));
      }
      return pieces;
    }
    // now.strftime("…"): the time is clock_only or nothing is excused.
    if (name == "strftime" && arguments.size() == 1 &&
        eval(object, scope).clock_only()) {
      return pieces_of_strftime(node, arguments[0], scope);
    }
  }
  Value callee = eval(callee_node, scope);
  bool one_path = callee.paths.size() == 1 && callee.functions.empty() &&
                  callee.classes.empty() && callee.self == Taint::kNone;
  if (one_path && *callee.paths.begin() == "time.strftime") {
    if (arguments.size() == 1 ||
        (arguments.size() == 2 && eval(arguments[1], scope).clock_only())) {
      return pieces_of_strftime(node, arguments[0], scope);
    }
  }
  if (one_path && *callee.paths.begin() == "builtins.str" &&
      arguments.size() == 1) {
    return pieces_of(arguments[0], scope, depth + 1);
  }
  if (callee.functions.size() == 1 && callee.paths.empty() &&
      callee.classes.empty() && callee.instances.empty() &&
      callee.self == Taint::kNone) {
    const Function& function = **callee.functions.begin();
    if (function.returns.size() == 1 && !function.scope->names.generator &&
        function.result.text && !function.is_property) {
      return pieces_of(function.returns.begin()->second, *function.scope,
                       depth + 1);
    }
  }
  return hole(node, scope);
}

}  // namespace ppp::advisor::clock
