// SPDX-License-Identifier: Apache-2.0
#include "advisor/transfer.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>

#include "advisor/given_arrays.h"
#include "advisor/kept_nan.h"
#include "advisor/log_records.h"
#include "advisor/shown_sharing.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool is_assumed_of(const Interpreter& interpreter, ObjectId id) {
  const Object& object = interpreter.heap().at(id);
  const TypeEntry* type = object.kind == Kind::kLibraryInstance
                              ? interpreter.library().type(object.name)
                              : nullptr;
  return type && !type->assumption.empty();
}

bool module_level(const Interpreter& interpreter, int scope) {
  return scope >= 0 &&
         interpreter.scope_at(scope).names->kind == ScopeNames::Kind::kModule;
}

constexpr const char* kException =
    "an exception, whose cause and traceback stay behind";

/// Why this one object does not survive pickling unchanged; empty: it does.
std::string pickle_problem(const Interpreter& interpreter, ObjectId id) {
  const Object& object = interpreter.heap().at(id);
  switch (object.kind) {
    case Kind::kAtom:
      return object.name == "type" ? "a type that is not known" : "";
    case Kind::kContainer:
      if (object.name == "set" || object.name == "frozenset") {
        return "a set, whose order may change on the way";
      }
      if (object.of >= 0) return interpreter.instance_pickle_problem(object.of);
      if (object.name == "list" || object.name == "tuple" ||
          object.name == "dict") {
        return "";
      }
      return "an iterator, which cannot be pickled";
    case Kind::kFunction:
      if (!object.site.is("function_definition") ||
          !module_level(interpreter, object.scope)) {
        return "a function made inside another, which cannot be pickled";
      }
      return interpreter.found_by_name(id, object.scope)
                 ? ""
                 : "a function that is not found by its name";
    case Kind::kClass:
      return interpreter.class_pickle_problem(id);
    case Kind::kPartial:
      return "";  // what it holds is looked at apart
    case Kind::kInstance:
      if (!interpreter.library_base(object.of).empty()) return kException;
      return interpreter.instance_pickle_problem(object.of);
    case Kind::kLibraryFunction:
    case Kind::kLibraryType:
      return "";
    case Kind::kLibraryInstance: {
      const TypeEntry* type = interpreter.library().type(object.name);
      if (interpreter.library().derives(object.name, "BaseException")) {
        return kException;
      }
      return type && type->picklable
                 ? ""
                 : "a `" + object.name + "`, which cannot be sent";
    }
    case Kind::kUnknown:
      return "an object whose type is not known";
    default:
      return "an object that cannot be pickled";
  }
}

/// A number that may be a NaN, as far as its type says.
bool may_be_nan(const Object& object) {
  if (object.kind == Kind::kAtom) {
    return object.name == "float" || object.name == "complex";
  }
  return object.kind == Kind::kLibraryInstance &&
         (object.name == "decimal.Decimal" || object.name == "numpy.generic" ||
          object.name == "pandas.Scalar");
}

/// An object that reaches itself: its depth has no bound, and pickling
/// recurses. Library data ("data" in the tables) is as deep as a parser allows.
bool recursive(const Heap& heap, ObjectId id) {
  const Object& object = heap.at(id);
  bool built_here =
      object.kind == Kind::kInstance ||
      (object.kind == Kind::kContainer &&
       (object.of >= 0 || !object.site.is("call")) && object.site);
  if (!built_here) return false;
  Value below;
  for (const auto& [name, value] : object.fields) below.add(value);
  return heap.reachable(below).contains(id);
}

/// What a memoized function has computed in a worker is not known to the
/// program later: then it must still come out the same.
void memo_obstacles(const Interpreter& interpreter, const Isolation& isolation,
                    std::vector<Reason>& reasons) {
  for (const auto& [effect, place] : interpreter.effects_of_memoized()) {
    const bool outside =
        effect.kind == Effect::Kind::kOutside &&
        (effect.name == "file-read" || effect.name == "environment-read" ||
         effect.name == "network-safe");
    const bool own =
        (effect.kind == Effect::Kind::kReadField &&
         isolation.is_private(effect.subject)) ||
        (effect.kind == Effect::Kind::kReadName &&
         interpreter.inside(interpreter.scope_at(effect.subject).context));
    if (!outside && (own || !interpreter.may_change(effect))) continue;
    std::string what = "something that changes";
    if (effect.kind == Effect::Kind::kReadName) what = "`" + effect.name + "`";
    if (effect.kind == Effect::Kind::kReadField) {
      what = isolation.describe(effect.subject);
    }
    reasons.push_back({"memo-of-changing-state",
                       "a memoized function reads " + what + " on line " +
                           std::to_string(place.span().line) +
                           ", which may change; what workers remember is lost",
                       {place.span()}});
  }
}

}  // namespace

bool holds_resource(const Interpreter& interpreter, const Object& object) {
  if (object.kind != Kind::kLibraryInstance) return false;
  const TypeEntry* type = interpreter.library().type(object.name);
  return !type || (!type->picklable && !type->immutable);
}

bool stays_open(const Interpreter& interpreter, const Object& object) {
  if (!holds_resource(interpreter, object)) return false;
  const TypeEntry* type = interpreter.library().type(object.name);
  return !type || !type->in_memory;
}

namespace {

/// By which people know it.
std::string shown_name(const Interpreter& interpreter, const Object& object) {
  const TypeEntry* type = interpreter.library().type(object.name);
  return type && !type->real.empty() ? type->real : object.name;
}

}  // namespace

std::vector<Reason> sending_obstacles(const Interpreter& interpreter,
                                      const Isolation& isolation,
                                      const Value& values, bool fresh,
                                      std::string_view what, bool arrays) {
  const Heap& heap = interpreter.heap();
  std::vector<Reason> reasons;
  auto add = [&](std::string id, std::string message) {
    Reason reason{std::move(id), std::move(message), {}};
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
      reasons.push_back(std::move(reason));
    }
  };
  bool numbers = false;
  std::optional<ObjectId> common;
  for (ObjectId id : heap.reachable(values)) {
    const Object& object = heap.at(id);
    if (fresh && may_be_common(heap, isolation, id)) common = id;
    numbers = numbers || may_be_nan(object);
    std::string problem =
        arrays && is_array(object) ? "" : pickle_problem(interpreter, id);
    if (!problem.empty()) {
      add(object.kind == Kind::kUnknown ? "unknown-type" : "not-picklable",
          std::string(what) + " may hold " + problem);
      continue;
    }
    bool by_name =
        object.kind == Kind::kAtom || object.kind == Kind::kFunction ||
        object.kind == Kind::kClass || object.kind == Kind::kLibraryFunction ||
        object.kind == Kind::kLibraryType;
    if (by_name || interpreter.is_member(id)) continue;
    if (recursive(heap, id)) {
      add("recursive-structure",
          std::string(what) + " may hold a structure of unbounded depth (" +
              isolation.describe(id) + ")");
    }
    // Nobody can tell a tuple from its copy: identities are not compared.
    const bool tuple = object.kind == Kind::kContainer &&
                       object.name == "tuple" && object.of < 0;
    if (fresh && !tuple && !isolation.is_private(id)) {
      const TypeEntry* type = object.kind == Kind::kLibraryInstance
                                  ? interpreter.library().type(object.name)
                                  : nullptr;
      if (type && type->immutable && type->by_value) continue;
      add("result-aliases", std::string(what) + " may be " +
                                isolation.describe(id) +
                                " itself; a copy would come back");
    }
  }
  if (common) {
    if (const auto shown = shows_sharing(interpreter.project())) {
      const Object& object = heap.at(*common);
      const std::string held = object.kind == Kind::kAtom
                                   ? "a `" + object.name + "`"
                                   : isolation.describe(*common);
      add(shown->id,
          std::string(what) + " may hold " + held + ", and " + shown->message);
      reasons.back().spans = shown->spans;
    }
  }
  if (!numbers) return reasons;
  if (const auto nan = kept_nan(interpreter)) {
    const Span span = nan->span();
    reasons.push_back({"kept-nan",
                       std::string(what) + " may be the NaN of line " +
                           std::to_string(span.line) +
                           ", which `in`, sets and tuples tell from its copies",
                       {span}});
  }
  return reasons;
}

bool is_connected(const Object& object) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "subprocess.Popen", "subprocess.CapturedPopen",
      "os._wrap_close",   "socket.socket",
      "ssl.SSLSocket",    "asyncio.StreamWriter"};
  return object.kind == Kind::kLibraryInstance &&
         std::find(kNames.begin(), kNames.end(), object.name) != kNames.end();
}

std::vector<Reason> fork_obstacles(const Interpreter& interpreter,
                                   const profiler::Profile* profile) {
  std::vector<Reason> reasons;
  if (profile && profile->threads.size() > 1) {
    reasons.push_back(
        {"threads-alive",
         "the program ran several threads; forking beside them may deadlock",
         {}});
  }
  for (ObjectId id = 0; id < interpreter.heap().size(); ++id) {
    const Object& object = interpreter.heap().at(id);
    if (!is_connected(object) || interpreter.inside(object.context)) continue;
    const Place place = {object.source, object.site.range()};
    reasons.push_back(
        {"connection-kept-open",
         "forked workers would keep open what `" +
             std::string(object.site.text().substr(0, 40)) + "` on line " +
             std::to_string(place.span().line) +
             " opens: its other end would not notice that it is closed",
         {place.span()}});
  }
  return reasons;
}

std::optional<std::string> undescribed_import(const Interpreter& interpreter) {
  const std::vector<SourceFile>& files = interpreter.project().files;
  const auto described = [&](std::string_view name) {
    const bool own = std::any_of(
        files.begin(), files.end(),
        [&](const SourceFile& file) { return file.module() == name; });
    return own || interpreter.library().module(name) ||
           interpreter.library().package(name);
  };
  std::optional<std::string> found;
  for (const SourceFile& file : files) {
    walk(file.root(), [&](Node node) {
      const Node statement = node.parent();
      const bool imported = node.is("dotted_name") &&
                            (statement.is("import_statement") ||
                             (statement.is("aliased_import") &&
                              statement.parent().is("import_statement")) ||
                             statement.field("module_name") == node);
      if (imported && !described(node.text())) found = node.text();
      return !found;
    });
  }
  return found;
}

// A library logs in the work, in whatever order items come to that.
static void add_shown_records(const Interpreter& interpreter,
                              const Isolation& isolation,
                              std::vector<Reason>& reasons) {
  if (!isolation.work().contains({Effect::Kind::kOutside, -1, "log"})) return;
  if (auto shown = shown_records(interpreter)) {
    reasons.push_back(std::move(*shown));
  }
}

std::vector<Reason> process_obstacles(const Interpreter& interpreter,
                                      const Isolation& isolation,
                                      bool sends_exceptions) {
  std::vector<Reason> reasons;
  for (const auto& [effect, place] : isolation.work()) {
    if (effect.kind == Effect::Kind::kUses &&
        !isolation.is_private(effect.subject)) {
      reasons.push_back({"one-thread-only",
                         isolation.describe(effect.subject) +
                             " must not be used in another process",
                         {place.span()}});
    }
    if (effect.kind == Effect::Kind::kWriteField &&
        !isolation.is_private(effect.subject) &&
        is_assumed_of(interpreter, effect.subject)) {
      // Of what it keeps something is assumed, of its connections nothing.
      reasons.push_back({"one-process-only",
                         isolation.describe(effect.subject) +
                             " must not be used in another process",
                         {place.span()}});
    }
    if (effect.kind == Effect::Kind::kOutside && effect.name == "query") {
      reasons.push_back({"asks-database",
                         "threads wait for a database as well, and what its "
                         "driver gives need not survive the way between "
                         "processes",
                         {place.span()}});
    }
    if (effect.kind != Effect::Kind::kRaises || !sends_exceptions) continue;
    reasons.push_back({"exception-not-picklable",
                       "raises `" + effect.name +
                           "`, which may not survive the way between processes",
                       {place.span()}});
  }
  memo_obstacles(interpreter, isolation, reasons);
  add_shown_records(interpreter, isolation, reasons);
  const bool context =
      isolation.work().contains({Effect::Kind::kOutside, -1, "context"});
  for (const auto& [effect, place] : interpreter.all_effects()) {
    if (effect.kind != Effect::Kind::kOutside) continue;
    std::vector<Span> spans = {place.span()};
    std::string line = std::to_string(place.span().line);
    if (effect.name == "identity" || effect.name == "same-object") {
      reasons.push_back({"identity-comparison",
                         "the program compares identities on line " + line +
                             "; copies from another process are other objects",
                         spans});
    } else if (effect.name == "thread" || effect.name == "worker-thread" ||
               effect.name == "event-loop") {
      reasons.push_back({"threads-alive",
                         "the program may start threads on line " + line +
                             "; forking beside them may deadlock",
                         spans});
    } else if (effect.name == "introspect-traceback") {
      reasons.push_back({"looks-at-tracebacks",
                         "the program looks at tracebacks on line " + line,
                         spans});
    } else if (effect.name == "exception-origin" && sends_exceptions) {
      reasons.push_back(
          {"looks-at-tracebacks",
           "the program asks what an exception came from on line " + line +
               "; that stays behind in another process",
           spans});
    } else if (effect.name == "stack-depth") {
      reasons.push_back({"stack-depth",
                         "the program catches a RecursionError on line " +
                             line + "; another stack has another depth",
                         spans});
    } else if (effect.name == "hidden-state" && context) {
      reasons.push_back({"context-dependent",
                         "the work leaves traces in a context that the "
                         "program looks at on line " +
                             line,
                         spans});
    }
  }
  return reasons;
}

std::vector<Reason> copy_obstacles(const Interpreter& interpreter,
                                   const Isolation& isolation,
                                   const Value& sent) {
  const Value copied = interpreter.heap().reachable(sent);
  const auto pickled = isolation.work().find_outside("pickle");
  const bool plain = std::all_of(
      copied.begin(), copied.end(),
      [&](ObjectId id) { return is_plain_number(interpreter.heap().at(id)); });
  if (pickled != isolation.work().end() && !plain) {
    const Span span = pickled->second.span();
    return {{"pickled-results",
             "the work pickles on line " + std::to_string(span.line) +
                 ", which shows what of an item is one object with others",
             {span}}};
  }
  for (const auto& [effect, place] : isolation.work()) {
    const bool compared = effect.kind == Effect::Kind::kTellsApart &&
                          copied.contains(effect.subject);
    if (!compared) continue;
    return {{"identity-comparison",
             "line " + std::to_string(place.span().line) + " compares " +
                 isolation.describe(effect.subject) +
                 ", which is equal to itself only; a copy in another process "
                 "is another object",
             {place.span()}}};
  }
  return {};
}

// Nobody has set another context: the program does not speak of any, and all
// that it imports is its own or described.
bool has_default_context(const Interpreter& interpreter) {
  static const std::set<std::string_view> words = {
      "decimal",     "getcontext", "setcontext", "localcontext",
      "contextvars", "ContextVar", "importlib",  "__import__"};
  bool standard = true;
  for (const SourceFile& file : interpreter.project().files) {
    walk(file.root(), [&](Node node) {
      if (node.is("identifier") && words.contains(node.text())) {
        standard = false;
      }
      return standard;
    });
  }
  return standard && !undescribed_import(interpreter);
}

// Another thread may change it: an object from outside, or a variable that a
// function binds again.
bool reads_what_may_change(const Interpreter& interpreter,
                           const Isolation& isolation) {
  std::set<std::string_view> rebound;
  for (const SourceFile& file : interpreter.project().files) {
    walk(file.root(), [&](Node node) {
      if (!node.is("global_statement") && !node.is("nonlocal_statement")) {
        return true;
      }
      for (Node name : node.children()) rebound.insert(name.text());
      return false;
    });
  }
  return std::ranges::any_of(isolation.work(), [&](const auto& one) {
    const Effect& effect = one.first;
    if (effect.kind == Effect::Kind::kReadName ||
        effect.kind == Effect::Kind::kReadClosure) {
      return rebound.contains(effect.name);
    }
    if (effect.kind != Effect::Kind::kReadField) return false;
    const Kind kind = interpreter.heap().at(effect.subject).kind;
    return kind != Kind::kAtom && kind != Kind::kLibraryModule &&
           !isolation.is_private(effect.subject);
  });
}

std::vector<Reason> thread_obstacles(const Interpreter& interpreter,
                                     const Isolation& isolation,
                                     const Value& results) {
  std::vector<Reason> reasons;
  const Heap& heap = interpreter.heap();
  for (ObjectId id : heap.reachable(results)) {
    const Object& object = heap.at(id);
    bool lazy = object.kind == Kind::kGenerator ||
                object.kind == Kind::kCoroutine ||
                (object.kind == Kind::kContainer && object.name == "iterator");
    if (lazy) {
      reasons.push_back(
          {"lazy-result", "the result is an iterator, which runs later", {}});
      break;
    }
    if (stays_open(interpreter, object)) {
      reasons.push_back({"open-result",
                         "the result is an open `" +
                             shown_name(interpreter, object) +
                             "`: as many as there are items would be open at "
                             "once",
                         {}});
      break;
    }
  }
  if (isolation.prints()) {
    reasons.push_back({"prints",
                       std::string("the work prints, and threads share one ") +
                           (isolation.prints_errors() ? "stderr" : "stdout"),
                       {}});
  }
  for (const auto& [effect, place] : isolation.work()) {
    if (effect.kind != Effect::Kind::kOutside) continue;
    if (effect.name == "context" && !has_default_context(interpreter)) {
      reasons.push_back({"context-dependent",
                         "uses a context that threads do not inherit",
                         {place.span()}});
    } else if (effect.name == "identity") {
      reasons.push_back({"identity-in-work",
                         "asks for an identity, which may be a thread's, on "
                         "line " +
                             std::to_string(place.span().line),
                         {place.span()}});
    }
  }
  add_shown_records(interpreter, isolation, reasons);
  for (const auto& [effect, place] : interpreter.all_effects()) {
    if (effect.kind != Effect::Kind::kOutside) continue;
    bool state = effect.name == "process-state";
    bool traces = effect.name == "introspect-traceback";
    if (effect.name == "stack-depth") {
      reasons.push_back({"stack-depth",
                         "the program catches a RecursionError; another stack "
                         "has another depth",
                         {place.span()}});
    } else if (effect.name == "thread" &&
               reads_what_may_change(interpreter, isolation)) {
      reasons.push_back({"other-threads",
                         "the program starts threads on line " +
                             std::to_string(place.span().line) +
                             ", which may change what the work reads",
                         {place.span()}});
    }
    if (!state && !traces) continue;
    reasons.push_back(
        {state ? "process-state" : "looks-at-tracebacks",
         std::string(state ? "the program changes state of the whole process"
                           : "the program looks at tracebacks") +
             " on line " + std::to_string(place.span().line),
         {place.span()}});
  }
  return reasons;
}

}  // namespace ppp::advisor
