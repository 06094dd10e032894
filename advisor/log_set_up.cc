// SPDX-License-Identifier: Apache-2.0
#include "advisor/log_set_up.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/logger_names.h"

namespace ppp::advisor {
namespace {

constexpr int kDebug = 10;
constexpr int kError = 40;
constexpr int kCritical = 50;

const std::map<std::string_view, int>& levels() {
  static const std::map<std::string_view, int> all = {
      {"DEBUG", kDebug},        {"INFO", kLogInfo}, {"WARN", kLogWarning},
      {"WARNING", kLogWarning}, {"ERROR", kError},  {"CRITICAL", kCritical},
      {"FATAL", kCritical},     {"NOTSET", 0}};
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

bool is_standard_stream(Node node) {
  return node.text() == "sys.stderr" || node.text() == "sys.stdout";
}

/// `logging.StreamHandler(…)` and the like, which is judged where it stands.
bool makes_handler(Node node) {
  const Node made = node.field("function");
  return node.is("call") && made.is("attribute") &&
         is_logging_module(made.field("object")) &&
         made.field("attribute").text().ends_with("Handler");
}

/// `handler.setLevel(…)`.
bool has_method_called(Node object) {
  const Node attribute = object.parent();
  return attribute.is("attribute") && attribute.field("object") == object &&
         is_called(attribute);
}

/// A handler of the library: made here, or by all that binds the variable.
bool is_plain_handler(const SourceFile& file, Node handler) {
  if (!handler.is("identifier")) return makes_handler(handler);
  bool made = false;
  bool plain = true;
  walk(file.root(), [&](Node name) {
    if (!name.is("identifier") || name.text() != handler.text()) return true;
    const Node around = name.parent();
    const bool bound = around.is("assignment") &&
                       around.field("left") == name &&
                       makes_handler(around.field("right"));
    made |= bound;
    plain &= bound || is_handed_on(name) || has_method_called(name);
    return true;
  });
  return made && plain;
}

/// `from logging import getLogger`, and nothing else.
bool imports_loggers(Node statement) {
  if (!statement.is("import_from_statement")) return false;
  const std::vector<Node> names = statement.fields("name");
  return !names.empty() &&
         std::all_of(names.begin(), names.end(),
                     [](Node name) { return name.text() == "getLogger"; });
}

class SetUp {
 public:
  SetUp(const Project& project, const SourceFile& file)
      : project_(project), file_(file) {}

  std::optional<Reason> refuse_node(Node node) const;

 private:
  std::optional<Reason> refuse_get_logger(Node name) const;
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
  if (node.text() == "getLogger") return refuse_get_logger(node);
  if (!names.contains(node.text())) return std::nullopt;
  const Node around = node.parent();
  const bool keyword =
      around.is("keyword_argument") && around.field("name") == node;
  if (keyword && node.text() != "stacklevel") return std::nullopt;
  return refuse(file_, node, "`" + std::string(node.text()) + "`");
}

std::optional<Reason> SetUp::refuse_get_logger(Node name) const {
  const Node around = name.parent();
  const Node statement = around.parent();
  const bool imported = around.is("dotted_name") &&
                        imports_loggers(statement) &&
                        statement.field("module_name").text() == "logging";
  if (imported || is_called(name) || around.is("attribute")) {
    return std::nullopt;
  }
  return refuse(file_, name, "another `getLogger`");
}

std::optional<Reason> SetUp::refuse_mention(Node name) const {
  static const std::set<std::string_view> functions = {
      "FileHandler", "Formatter", "NullHandler", "StreamHandler", "basicConfig",
      "critical",    "debug",     "disable",     "error",         "exception",
      "getLogger",   "info",      "log",         "warning"};
  const Node around = name.parent();
  if (around.is("dotted_name")) {
    const bool plain = around.children().size() == 1 &&
                       (around.parent().is("import_statement") ||
                        imports_loggers(around.parent()));
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

/// What `node` sets a level to that concerns records of libraries; null: it
/// sets none. A handler's level only holds records back.
Node set_level(const Project& project, const SourceFile& file, Node node) {
  if (!node.is("call")) return {};
  const Node function = node.field("function");
  const std::string_view name =
      function.is("attribute") ? function.field("attribute").text() : "";
  if (name == "basicConfig") return keyword(node, "level");
  if (name != "setLevel") return {};
  const Node object = function.field("object");
  const bool handler =
      object.is("identifier") && is_plain_handler(file, object);
  if (handler || is_own_logger(project, file, object)) return {};
  const Node first = node.field("arguments").child(0);
  return first.is("keyword_argument") ? first.field("value") : first;
}

}  // namespace

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

std::optional<Reason> odd_set_up(const Project& project) {
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

bool other_handlers(const Project& project) {
  bool other = false;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      if (!node.is("identifier") || node.text() != "addHandler") return !other;
      const Node call = node.parent().parent();
      const Node handler = call.field("arguments").child(0);
      other |= !is_called(node.parent()) || !is_plain_handler(file, handler);
      return !other;
    });
  }
  return other;
}

std::optional<Reason> low_level(const Project& project, int least) {
  std::optional<Reason> found;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      const Node level = set_level(project, file, node);
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

/// Calls `use` with each call of `logging` that opens a file, and with the file
/// that holds it.
void for_log_files(const Project& project,
                   const std::function<void(const SourceFile&, Node)>& use) {
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      if (!node.is("attribute") || !is_logging_module(node.field("object"))) {
        return true;
      }
      const std::string_view what = node.field("attribute").text();
      const Node call = node.parent();
      if (what == "FileHandler" ||
          (what == "basicConfig" && keyword(call, "filename"))) {
        use(file, call);
      }
      return true;
    });
  }
}

bool logs_to_file(const Project& project) {
  bool found = false;
  for_log_files(project, [&](const SourceFile&, Node) { found = true; });
  return found;
}

std::vector<std::string> log_files(const Project& project) {
  std::vector<std::string> names;
  for_log_files(project, [&](const SourceFile& file, Node call) {
    Node path = keyword(call, "filename");
    const auto& given = call.field("arguments").children();
    const bool handler =
        call.field("function").field("attribute").text() == "FileHandler";
    if (!path && handler && !given.empty() &&
        !given[0].is("keyword_argument")) {
      path = given[0];
    }
    const auto text = path ? known_text(project, file, path) : std::nullopt;
    if (text) names.push_back(text->substr(text->rfind('/') + 1));
  });
  return names;
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

}  // namespace ppp::advisor
