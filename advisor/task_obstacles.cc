// SPDX-License-Identifier: Apache-2.0
#include "advisor/task_obstacles.h"

#include <set>
#include <string>
#include <string_view>

#include "advisor/caught.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

std::string line_of(const Place& place) {
  return std::to_string(place.span().line);
}

// Words that only programs with several tasks have, whatever object they ask.
std::optional<Reason> word_of_tasks(const SourceFile& file, Node node) {
  static const std::set<std::string_view> words = {"create_task",
                                                   "ensure_future",
                                                   "TaskGroup",
                                                   "call_soon",
                                                   "call_soon_threadsafe",
                                                   "call_later",
                                                   "call_at",
                                                   "add_done_callback",
                                                   "add_reader",
                                                   "add_writer",
                                                   "add_signal_handler",
                                                   "run_in_executor",
                                                   "get_event_loop",
                                                   "get_running_loop",
                                                   "new_event_loop",
                                                   "run_until_complete",
                                                   "lru_cache"};
  if (!node.is("identifier") || !words.contains(node.text())) {
    return std::nullopt;
  }
  return Reason{"other-tasks",
                "`" + std::string(node.text()) + "` on line " +
                    std::to_string(node.line()) +
                    ": other tasks or callbacks may run while the loop awaits",
                {file.span(node.range())}};
}

bool is_async(Node function) {
  return function.is("function_definition") &&
         function.all_children().front().text() == "async";
}

// What asyncio closes in a task of its own when it is left early, and a
// coroutine that is kept to be awaited again.
std::optional<Reason> hidden_task(const SourceFile& file, Node node) {
  std::string what;
  if (node.is("yield")) {
    Node scope = node.parent();
    while (scope && !scope.is("function_definition") && !scope.is("lambda")) {
      scope = scope.parent();
    }
    if (is_async(scope)) what = "an asynchronous generator";
  } else if (node.is("generator_expression")) {
    bool awaits = false;
    walk(node, [&](Node part) {
      awaits |= part.is("await") || part.text() == "async";
      return !awaits;
    });
    if (awaits) what = "an asynchronous generator";
  } else if (node.is("decorated_definition") &&
             is_async(node.field("definition"))) {
    for (Node part : node.children()) {
      const bool plain =
          part.is("decorator") && (part.child(0).text() == "staticmethod" ||
                                   part.child(0).text() == "classmethod");
      if (part.is("decorator") && !plain) what = "a decorated coroutine";
    }
  }
  if (what.empty()) return std::nullopt;
  return Reason{"other-tasks",
                what + " on line " + std::to_string(node.line()) +
                    ": what it leaves may run while the loop awaits",
                {file.span(node.range())}};
}

void check_words(const Project& project, std::vector<Reason>& reasons) {
  for (const SourceFile& file : project.files) {
    std::optional<Reason> tasks;
    std::optional<Reason> handler;
    walk(file.root(), [&](Node node) {
      if (!tasks) tasks = word_of_tasks(file, node);
      if (!tasks) tasks = hidden_task(file, node);
      if (!handler) handler = handles_cancelling(file, node);
      return !tasks || !handler;
    });
    for (std::optional<Reason>* found : {&tasks, &handler}) {
      if (*found) reasons.push_back(std::move(**found));
    }
  }
}

// A function that unknown code holds may be a callback, which the event loop
// runs at any `await`.
void check_escaped(const Interpreter& interpreter,
                   std::vector<Reason>& reasons) {
  for (ObjectId id = 0; id < interpreter.heap().size(); ++id) {
    const Object& object = interpreter.heap().at(id);
    const bool code =
        object.kind == Kind::kFunction || object.kind == Kind::kBoundMethod ||
        object.kind == Kind::kPartial || object.kind == Kind::kInstance;
    if (!code || !object.escaped) continue;
    const Place place{object.source, object.site.range()};
    reasons.push_back({"other-tasks",
                       "`" + object.name +
                           "` is given to code that cannot be seen, which may "
                           "run it while the loop awaits",
                       {place.span()}});
    return;
  }
}

}  // namespace

// Cancelled work ends without anybody knowing, unless it handles that.
std::optional<Reason> handles_cancelling(const SourceFile& file, Node node) {
  const std::string what = outlives_exit(node);
  if (what.empty()) return std::nullopt;
  return Reason{"handles-cancelling",
                what + " on line " + std::to_string(node.line()) +
                    " may see that the work of an item is cancelled, or end "
                    "the event loop",
                {file.span(node.range())}};
}

std::vector<Reason> task_obstacles(const Project& project,
                                   const Interpreter& interpreter) {
  std::vector<Reason> reasons;
  for (const auto& [effect, place] : interpreter.all_effects()) {
    if (effect.name == "task") {
      reasons.push_back({"other-tasks",
                         "what line " + line_of(place) +
                             " starts, or does not await at once, may run "
                             "while the loop awaits",
                         {place.span()}});
    } else if (effect.name == "thread") {
      reasons.push_back({"other-tasks",
                         "the program starts threads on line " +
                             line_of(place) +
                             ", which may change what the "
                             "work reads",
                         {place.span()}});
    }
  }
  check_words(project, reasons);
  check_escaped(interpreter, reasons);
  return reasons;
}

}  // namespace ppp::advisor
