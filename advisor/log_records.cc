// SPDX-License-Identifier: Apache-2.0
#include "advisor/log_records.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/log_set_up.h"
#include "advisor/transfer.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool mentions_logging(const Project& project) {
  return std::any_of(project.files.begin(), project.files.end(),
                     [](const SourceFile& file) {
                       return file.text().find("logg") != std::string::npos;
                     });
}

bool is_of_logging(const Object& object) {
  return object.kind == Kind::kLibraryInstance &&
         object.name.starts_with("logging.");
}

/// What the loggers, handlers and formatters hold is the library's own, and so
/// is all that is done with them.
std::optional<Reason> odd_objects(const Interpreter& interpreter) {
  const Heap& heap = interpreter.heap();
  const auto odd = [](const std::string& what) {
    return Reason{
        "sets-up-logging", what + ": what a record does then is not known", {}};
  };
  for (ObjectId id = 0; id < heap.size(); ++id) {
    const Object& object = heap.at(id);
    if (!is_of_logging(object)) continue;
    if (object.escaped || object.fields.contains("<altered>")) {
      return odd("code that is not known may change a `" + object.name + "`");
    }
    for (ObjectId part : heap.reachable(Value(id))) {
      const Object& held = heap.at(part);
      const bool stream =
          held.name == "sys.Stdout" || held.name == "sys.Stderr";
      if (held.kind == Kind::kAtom || is_of_logging(held) || stream) continue;
      return odd("a `" + object.name + "` is given a `" + held.name + "`");
    }
  }
  return std::nullopt;
}

/// It can be written whatever the value is.
bool writes_anything(char conversion) {
  return conversion == 's' || conversion == 'r' || conversion == 'a';
}

bool writes_numbers(char conversion) {
  return std::string_view("diufFeEgGxXo").find(conversion) !=
         std::string_view::npos;
}

/// The conversions of a `%` format; nullopt: some need more than a value.
std::optional<std::string> conversions(std::string_view format) {
  std::string found;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') continue;
    i = format.find_first_not_of("-+ #0123456789.", i + 1);
    if (i == std::string_view::npos) return std::nullopt;
    if (format[i] == '%') continue;
    if (!writes_anything(format[i]) && !writes_numbers(format[i])) {
      return std::nullopt;
    }
    found += format[i];
  }
  return found;
}

bool is_number(const Interpreter& interpreter, Node argument, char conversion) {
  const Value value = interpreter.value_of(argument);
  const bool whole =
      conversion == 'x' || conversion == 'X' || conversion == 'o';
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = interpreter.heap().at(id);
           return object.kind == Kind::kAtom &&
                  (object.name == "int" || object.name == "bool" ||
                   (object.name == "float" && !whole));
         });
}

/// The text of the record can be made of its arguments. If not, the library
/// prints the lines of the whole stack.
bool fits(const Interpreter& interpreter, Node call) {
  const Node arguments = call.field("arguments");
  if (!arguments.is("argument_list")) return false;
  std::vector<Node> given;
  for (Node one : arguments.children()) {
    if (one.is("list_splat") || one.is("dictionary_splat")) return false;
    if (!one.is("keyword_argument")) given.push_back(one);
  }
  const Node function = call.field("function");
  const std::size_t text = function.field("attribute").text() == "log" ? 1 : 0;
  if (given.size() <= text) return false;
  if (given.size() == text + 1) return true;
  const std::optional<std::string> format = written_text(given[text]);
  const auto wanted = format ? conversions(*format) : std::nullopt;
  if (!wanted || wanted->size() != given.size() - text - 1) return false;
  for (std::size_t i = 0; i < wanted->size(); ++i) {
    const char one = (*wanted)[i];
    if (writes_anything(one)) continue;
    // `%d` of an infinite number fails.
    const Node value = given[text + 1 + i];
    const bool to_int = one == 'd' || one == 'i' || one == 'u';
    if (!is_number(interpreter, value, to_int ? 'x' : one)) return false;
  }
  return true;
}

bool names_httpx(const Project& project) {
  return std::any_of(project.files.begin(), project.files.end(),
                     [](const SourceFile& file) {
                       return file.text().find("httpx") != std::string::npos;
                     });
}

/// Levels are set by a call that does not show that it sets one.
bool sets_level_unseen(const Place& place) {
  static const std::set<std::string_view> names = {
      "FileHandler",   "NullHandler",  "StreamHandler",
      "addHandler",    "basicConfig",  "disable",
      "removeHandler", "setFormatter", "setLevel"};
  const Node call = node_at(place.source->root(), place.range);
  return !names.contains(call.field("function").field("attribute").text());
}

}  // namespace

const std::optional<Reason>& Interpreter::odd_logging() const {
  if (!odd_logging_) {
    std::optional<Reason>& odd = odd_logging_.emplace(odd_set_up(project_));
    const auto module = undescribed_import(*this);
    if (!odd) odd = odd_objects(*this);
    if (!odd && module) {
      odd = Reason{"sets-up-logging",
                   "what `" + *module + "` does to loggers is not known",
                   {}};
    }
  }
  return *odd_logging_;
}

std::optional<Reason> record_conflict(const Interpreter& interpreter,
                                      const Place& place, bool reads_files) {
  if (const auto& odd = interpreter.odd_logging()) return odd;
  if (reads_files && logs_to_file(interpreter.project())) {
    return Reason{"effect-file-write",
                  "the loop writes a log file" + on_line(place) +
                      " while its work reads files",
                  {place.span()}};
  }
  const Node call = node_at(place.source->root(), place.range);
  const Node function = call.field("function");
  const bool asks = function.field("attribute").text() == "getLogger" ||
                    function.text() == "getLogger";
  if (call.is("call") && (asks || fits(interpreter, call))) return std::nullopt;
  return Reason{"log-text",
                "the text of the record" + on_line(place) +
                    " may not fit its arguments, and then shows where it "
                    "comes from",
                {place.span()}};
}

std::vector<Reason> record_conflicts(const Interpreter& interpreter,
                                     const Effects& effects, bool reads_files) {
  std::vector<Reason> reasons;
  for (const auto& [effect, place] : effects) {
    if (effect.kind != Effect::Kind::kOutside) continue;
    if (effect.name != "log-record") continue;
    if (auto odd = record_conflict(interpreter, place, reads_files)) {
      reasons.push_back(std::move(*odd));
    }
  }
  return reasons;
}

std::optional<Reason> shown_records(const Interpreter& interpreter) {
  const Project& project = interpreter.project();
  if (!mentions_logging(project)) return std::nullopt;
  if (auto odd = odd_set_up(project)) return odd;
  if (auto odd = odd_objects(interpreter)) return odd;
  for (const auto& [effect, place] : interpreter.all_effects()) {
    const bool set_up =
        effect.kind == Effect::Kind::kOutside && effect.name == "log-setup";
    if (!set_up || !sets_level_unseen(place)) continue;
    return Reason{"logs-requests",
                  "the level that is set" + on_line(place) + " is not known",
                  {place.span()}};
  }
  // httpx says every request at INFO, requests at DEBUG.
  return low_level(project, names_httpx(project) ? kLogWarning : kLogInfo);
}

}  // namespace ppp::advisor
