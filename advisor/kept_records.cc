// SPDX-License-Identifier: Apache-2.0
#include "advisor/kept_records.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "advisor/logger_names.h"

namespace ppp::advisor {
namespace {

constexpr int kMostCallers = 6;  // from the loop out to where it all begins

Reason not_kept(const Place& place, const std::string& why) {
  return {"logs-in-work",
          "what the work logs" + on_line(place) +
              " cannot be kept for its turn: " + why,
          {place.span()}};
}

/// Something of a record that is another one where it is made of a kept text.
bool shows_parts(const Project& project) {
  for (const SourceFile& file : project.files) {
    const std::string& text = file.text();
    const auto has = [&](const char* field) {
      return text.find(field) != std::string::npos;
    };
    if (has("%(msg)") || has("%(args)")) return true;
    if (!has("style")) continue;
    for (const char* field : {"{msg", "{args", "$msg", "$args", "${msg"}) {
      if (has(field)) return true;
    }
  }
  return false;
}

/// Something in the program may be bound by a text that is its name.
bool binds_by_text(const Project& project) {
  return std::any_of(project.files.begin(), project.files.end(),
                     [](const SourceFile& file) {
                       const auto has = [&](const char* word) {
                         return file.text().find(word) != std::string::npos;
                       };
                       return has("setattr") || has("__dict__") ||
                              has("globals") || has("locals") || has("vars(");
                     });
}

/// As `home` would write it; nullopt: it is not known.
std::optional<std::string> logger_name(const SourceFile& file, Node call,
                                       const SourceFile& home) {
  const Node arguments = call.field("arguments");
  if (!is_get_logger(call) || !arguments.is("argument_list")) {
    return std::nullopt;
  }
  if (arguments.children().empty()) return "";
  const Node name = arguments.child(0);
  if (arguments.children().size() > 1) return std::nullopt;
  if (name.text() == "__name__" && &file == &home) return "__name__";
  const std::optional<std::string> text = name.text() == "__name__"
                                              ? std::string(file.module())
                                              : written_text(name);
  const bool plain = text && !text->empty() && *text != "root" &&
                     std::all_of(text->begin(), text->end(), [](char letter) {
                       return letter >= ' ' && letter <= '~' && letter != '"' &&
                              letter != '\\';
                     });
  if (!plain) return std::nullopt;
  return '"' + *text + '"';
}

/// `logging.basicConfig(…)`: from then on the root logger has a handler.
bool sets_up_root(Node statement) {
  if (!statement.is("expression_statement")) return false;
  const Node call = statement.child(0);
  if (call.field("function").text() != "logging.basicConfig") return false;
  const Node handlers = keyword(call, "handlers");
  return !handlers || !handlers.children().empty();
}

bool set_up_before(const Project& project, Node node, int callers);

/// Whatever names the function stands behind such a call.
bool called_after_set_up(const Project& project, Node function, int callers) {
  const std::string_view name = function.field("name").text();
  if (name.starts_with("__") || callers == 0) return false;
  bool named = false;
  bool after = true;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      if (!after || !node.is("identifier") || node.text() != name) return after;
      const Node around = node.parent();
      const bool defines =
          around.is("function_definition") && around.field("name") == node;
      const bool imports = around.is("dotted_name") &&
                           around.parent().is("import_from_statement");
      if (defines || imports) return true;
      named = true;
      after = set_up_before(project, node, callers - 1);
      return after;
    });
  }
  return named && after;
}

/// A statement that stands around `node`, or around all calls of its function,
/// comes behind one that sets up the root logger.
bool set_up_before(const Project& project, Node node, int callers) {
  for (Node inner = node; inner.parent(); inner = inner.parent()) {
    const Node around = inner.parent();
    if (around.is("block") || around.is("module")) {
      for (Node statement : around.children()) {
        if (statement == inner) break;
        if (sets_up_root(statement)) return true;
      }
    } else if (around.is("function_definition")) {
      return around.field("body") == inner &&
             !around.parent().is("decorated_definition") &&
             called_after_set_up(project, around, callers);
    } else if (around.is("lambda") || around.is("generator_expression")) {
      return false;
    }
  }
  return false;
}

/// `logging.info(…)` sets up the root logger itself where nobody has: then for
/// an item that may never have its turn.
bool root_is_set_up(const Interpreter& interpreter) {
  const Project& project = interpreter.project();
  const bool removed = std::any_of(
      project.files.begin(), project.files.end(), [](const SourceFile& file) {
        return file.text().find("removeHandler") != std::string::npos;
      });
  return !removed &&
         set_up_before(project, interpreter.question().loop, kMostCallers);
}

/// Adds the names of the loggers that the call at `place` may tell something.
std::optional<Reason> add_loggers(const Interpreter& interpreter,
                                  const Place& place,
                                  std::set<std::string>& names) {
  static const std::set<std::string_view> levels = {
      "critical", "debug", "error", "info", "log", "warning"};
  const Node call = node_at(place.source->root(), place.range);
  const Node function = call.field("function");
  const Node logger = function.field("object");
  const SourceFile& home = *interpreter.question().source;
  const auto add = [&](const SourceFile& file, Node made) {
    const std::optional<std::string> name = logger_name(file, made, home);
    if (name) names.insert(*name);
    return name.has_value();
  };
  if (add(*place.source, call)) return std::nullopt;
  if (!call.is("call") || !function.is("attribute") ||
      !levels.contains(function.field("attribute").text())) {
    return not_kept(place, "it is no plain call of a logger");
  }
  if (keyword(call, "extra")) {
    return not_kept(place, "the record has fields of its own");
  }
  if (logger.is("identifier") && logger.text() == "logging") {
    if (!root_is_set_up(interpreter)) {
      return not_kept(place,
                      "no `logging.basicConfig()` surely comes before the "
                      "loop, and this call would set up logging itself");
    }
    names.insert("");
    return std::nullopt;
  }
  if (add(*place.source, logger) ||
      always_bound_to(interpreter.project(), logger, add)) {
    return std::nullopt;
  }
  return not_kept(place, "which logger `" + std::string(logger.text()) +
                             "` is, is not known");
}

}  // namespace

std::variant<std::vector<std::string>, Reason> kept_loggers(
    const Interpreter& interpreter, const Effects& work) {
  std::set<std::string> names;
  for (const auto& [effect, place] : work) {
    const bool record =
        effect.kind == Effect::Kind::kOutside && effect.name == "log-record";
    if (!record) continue;
    if (shows_parts(interpreter.project())) {
      return not_kept(place, "a format shows the parts of its text");
    }
    if (binds_by_text(interpreter.project())) {
      return not_kept(place, "variables are bound by their names' texts");
    }
    if (auto refused = add_loggers(interpreter, place, names)) return *refused;
  }
  return std::vector<std::string>(names.begin(), names.end());
}

}  // namespace ppp::advisor
