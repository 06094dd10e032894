// SPDX-License-Identifier: Apache-2.0
#include "advisor/log_records.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/transfer.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

constexpr int kDebug = 10;
constexpr int kInfo = 20;
constexpr int kWarning = 30;
constexpr int kError = 40;
constexpr int kCritical = 50;

const std::map<std::string_view, int>& levels() {
  static const std::map<std::string_view, int> all = {
      {"DEBUG", kDebug},     {"INFO", kInfo},   {"WARN", kWarning},
      {"WARNING", kWarning}, {"ERROR", kError}, {"CRITICAL", kCritical},
      {"FATAL", kCritical},  {"NOTSET", 0}};
  return all;
}

Reason refuse(const SourceFile& file, Node node, const std::string& why) {
  return {"sets-up-logging",
          why + " on line " + std::to_string(node.line()) +
              ": what a record does then is not known",
          {file.span(node.range())}};
}

bool is_logging_module(Node node) {
  return node.is("identifier") && node.text() == "logging";
}

/// Something of a record that a rewrite changes.
bool tells_place(std::string_view format) {
  constexpr std::string_view kPlaces[] = {"lineno", "funcName", "taskName",
                                          "stack_info"};
  return std::any_of(std::begin(kPlaces), std::end(kPlaces),
                     [&](std::string_view one) {
                       return format.find(one) != std::string_view::npos;
                     });
}

/// `name` is given to a call, which changes nothing of what it means.
bool is_handed_on(Node name) {
  const Node around = name.parent();
  return around.is("argument_list") ||
         (around.is("keyword_argument") && around.field("value") == name);
}

/// The text of a literal, or of a variable of the module that nothing else
/// binds.
std::optional<std::string> known_text(const Project& project,
                                      const SourceFile& file, Node node) {
  if (!node.is("identifier")) return written_text(node);
  std::optional<std::string> text;
  int mentions = 0;
  for (const SourceFile& one : project.files) {
    walk(one.root(), [&](Node name) {
      if (!name.is("identifier") || name.text() != node.text()) return true;
      if (is_handed_on(name)) return true;
      ++mentions;
      const Node around = name.parent();
      if (&one == &file && around.is("assignment") &&
          around.field("left") == name &&
          around.parent().parent() == file.root()) {
        text = written_text(around.field("right"));
      }
      return true;
    });
  }
  return mentions == 1 ? text : std::nullopt;
}

bool is_standard_stream(Node node) {
  return node.text() == "sys.stderr" || node.text() == "sys.stdout";
}

bool is_called(Node function) {
  const Node call = function.parent();
  return call.is("call") && call.field("function") == function;
}

/// `logging.StreamHandler(…)` and the like, which is judged where it stands.
bool makes_handler(Node node) {
  const Node made = node.field("function");
  return node.is("call") && made.is("attribute") &&
         is_logging_module(made.field("object")) &&
         made.field("attribute").text().ends_with("Handler");
}

class SetUp {
 public:
  SetUp(const Project& project, const SourceFile& file)
      : project_(project), file_(file) {}

  std::optional<Reason> refuse_node(Node node) const;

 private:
  std::optional<Reason> refuse_mention(Node name) const;
  std::optional<Reason> refuse_format(Node format) const;
  std::optional<Reason> refuse_arguments(Node call,
                                         std::string_view function) const;
  std::optional<Reason> refuse_argument(Node argument,
                                        std::string_view function) const;
  std::optional<Reason> refuse_handlers(Node list) const;

  const Project& project_;
  const SourceFile& file_;
};

/// Names by which loggers become something else, whatever they are used on.
std::optional<Reason> SetUp::refuse_node(Node node) const {
  static const std::set<std::string_view> names = {"LogRecord",
                                                   "LoggerAdapter",
                                                   "addFilter",
                                                   "addLevelName",
                                                   "callHandlers",
                                                   "captureWarnings",
                                                   "converter",
                                                   "default_format",
                                                   "default_msec_format",
                                                   "default_time_format",
                                                   "dictConfig",
                                                   "fileConfig",
                                                   "filters",
                                                   "findCaller",
                                                   "formatException",
                                                   "formatMessage",
                                                   "formatStack",
                                                   "formatTime",
                                                   "getHandlerByName",
                                                   "getLogRecordFactory",
                                                   "handlers",
                                                   "lastResort",
                                                   "loggerDict",
                                                   "makeRecord",
                                                   "raiseExceptions",
                                                   "redirect_stderr",
                                                   "redirect_stdout",
                                                   "setLogRecordFactory",
                                                   "setLoggerClass",
                                                   "stacklevel"};
  if (node.is("string_content") && node.text() == "logging") {
    return refuse(file_, node, "`logging` is named by a text");
  }
  if (!node.is("identifier")) return std::nullopt;
  if (is_logging_module(node)) return refuse_mention(node);
  if (!names.contains(node.text())) return std::nullopt;
  const Node around = node.parent();
  const bool keyword =
      around.is("keyword_argument") && around.field("name") == node;
  if (keyword && node.text() != "stacklevel") return std::nullopt;
  return refuse(file_, node, "`" + std::string(node.text()) + "`");
}

std::optional<Reason> SetUp::refuse_mention(Node name) const {
  static const std::set<std::string_view> functions = {
      "FileHandler", "Formatter", "NullHandler", "StreamHandler", "basicConfig",
      "critical",    "debug",     "disable",     "error",         "exception",
      "getLogger",   "info",      "log",         "warning"};
  const Node around = name.parent();
  if (around.is("dotted_name")) {
    const bool plain =
        around.children().size() == 1 && around.parent().is("import_statement");
    if (plain) return std::nullopt;
    return refuse(file_, name, "`" + std::string(around.parent().text()) + "`");
  }
  if (!around.is("attribute") || around.field("object") != name) {
    return refuse(file_, name, "`logging` is used as an object");
  }
  const std::string_view what = around.field("attribute").text();
  const bool level =
      levels().contains(what) && !around.parent().is("assignment");
  const bool annotation =
      what == "Logger" && static_cast<bool>(enclosing(name, {"type"}));
  if (level || annotation) return std::nullopt;
  if (!functions.contains(what) || !is_called(around)) {
    return refuse(file_, around, "`" + std::string(around.text()) + "`");
  }
  return refuse_arguments(around.parent(), what);
}

std::optional<Reason> SetUp::refuse_format(Node format) const {
  const std::optional<std::string> text = known_text(project_, file_, format);
  if (!text) {
    return refuse(file_, format, "the format of records is computed");
  }
  if (!tells_place(*text)) return std::nullopt;
  return Reason{"sets-up-logging",
                "records show the place that they come from, by the format on "
                "line " +
                    std::to_string(format.line()),
                {file_.span(format.range())}};
}

std::optional<Reason> SetUp::refuse_handlers(Node list) const {
  const bool known = (list.is("list") || list.is("tuple")) &&
                     std::all_of(list.children().begin(), list.children().end(),
                                 makes_handler);
  if (known) return std::nullopt;
  return refuse(file_, list, "handlers are made elsewhere");
}

std::optional<Reason> SetUp::refuse_arguments(Node call,
                                              std::string_view function) const {
  const bool sets_up = function == "basicConfig" || function == "Formatter" ||
                       function == "StreamHandler";
  if (!sets_up) return std::nullopt;
  bool first = true;
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("list_splat") || argument.is("dictionary_splat")) {
      return refuse(file_, argument, "unknown arguments");
    }
    const bool keyword = argument.is("keyword_argument");
    if (!keyword && !first) continue;
    first = first && keyword;
    if (auto refused = refuse_argument(argument, function)) return refused;
  }
  return std::nullopt;
}

/// Of those by position, the first.
std::optional<Reason> SetUp::refuse_argument(Node argument,
                                             std::string_view function) const {
  const bool keyword = argument.is("keyword_argument");
  const std::string_view name = argument.field("name").text();
  const Node value = keyword ? argument.field("value") : argument;
  const bool format =
      keyword ? name == "format" || name == "fmt" : function == "Formatter";
  if (format) return refuse_format(value);
  const bool stream = keyword ? name == "stream" : function == "StreamHandler";
  if (stream && !is_standard_stream(value)) {
    return refuse(file_, value,
                  "records go to `" + std::string(value.text()) + "`");
  }
  if (keyword && name == "handlers") return refuse_handlers(value);
  return std::nullopt;
}

std::optional<Reason> odd_text(const Project& project) {
  std::optional<Reason> found;
  for (const SourceFile& file : project.files) {
    const SetUp set_up(project, file);
    walk(file.root(), [&](Node node) {
      if (!found) found = set_up.refuse_node(node);
      return !found;
    });
  }
  return found;
}

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

/// A log file, as `logging` opens it.
bool logs_to_file(const Project& project) {
  bool found = false;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      if (!node.is("attribute") || !is_logging_module(node.field("object"))) {
        return !found;
      }
      const std::string_view what = node.field("attribute").text();
      found |= what == "FileHandler" ||
               (what == "basicConfig" && keyword(node.parent(), "filename"));
      return !found;
    });
  }
  return found;
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

/// The level that a `setLevel(…)` or a `level=…` says, the lowest that it may
/// be; -1: not known.
int lowest_level(Node value) {
  if (value.is("parenthesized_expression")) return lowest_level(value.child(0));
  if (value.is("conditional_expression")) {
    return std::min(lowest_level(value.child(0)), lowest_level(value.child(2)));
  }
  std::string_view name;
  if (value.is("attribute") && is_logging_module(value.field("object"))) {
    name = value.field("attribute").text();
  } else if (const auto text = plain_literal(value)) {
    name = *text;
  }
  const auto found = levels().find(name);
  return found == levels().end() ? -1 : found->second;
}

/// What `node` sets a level to; null: it sets none.
Node set_level(Node node) {
  if (!node.is("call")) return {};
  const Node function = node.field("function");
  const std::string_view name =
      function.is("attribute") ? function.field("attribute").text() : "";
  if (name == "basicConfig") return keyword(node, "level");
  if (name != "setLevel") return {};
  const Node first = node.field("arguments").child(0);
  return first.is("keyword_argument") ? first.field("value") : first;
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
    std::optional<Reason>& odd = odd_logging_.emplace(odd_text(project_));
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

std::optional<Reason> shows_lines(const Project& project) {
  for (const SourceFile& file : project.files) {
    for (const char* field :
         {"%(lineno", "{lineno", "$lineno", "%(funcName", "{funcName",
          "$funcName", "%(taskName", "{taskName", "$taskName"}) {
      const std::size_t at = file.text().find(field);
      if (at == std::string::npos) continue;
      const auto begin = static_cast<std::uint32_t>(at);
      const Span span = file.span({begin, begin + 1});
      return Reason{"shows-lines",
                    "records show where they come from, by the format on "
                    "line " +
                        std::to_string(span.line) +
                        ": that is another place in a rewritten program",
                    {span}};
    }
  }
  return std::nullopt;
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
  if (auto odd = odd_text(project)) return odd;
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
  const int least = names_httpx(project) ? kWarning : kInfo;
  std::optional<Reason> found;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      const Node level = set_level(node);
      if (found || !level || lowest_level(level) >= least) return !found;
      found = Reason{"logs-requests",
                     "by the level on line " + std::to_string(level.line()) +
                         " what a library logs of a request may show, in "
                         "another order",
                     {file.span(level.range())}};
      return false;
    });
  }
  return found;
}

}  // namespace ppp::advisor
