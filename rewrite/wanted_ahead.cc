// SPDX-License-Identifier: Apache-2.0
#include "rewrite/wanted_ahead.h"

#include <fmt/format.h>

#include <algorithm>

#include "advisor/definite.h"
#include "rewrite/ahead_processes.h"
#include "rewrite/guards.h"
#include "rewrite/layout.h"
#include "rewrite/worker_wrapper.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;

/// The work alone; with the statements before it if it needs any of them.
LoopShape without_guards(const LoopShape& shape) {
  LoopShape work = shape;
  work.guards.clear();
  auto use_of = [](std::span<const Node> nodes) {
    return advisor::name_use(nodes, [](Node) { return false; });
  };
  const advisor::NameUse own = shape.expression ? use_of({&shape.expression, 1})
                                                : use_of(shape.statements);
  const advisor::Names made = use_of(shape.prelude).written;
  const bool needs = std::any_of(
      made.begin(), made.end(),
      [&](const std::string& name) { return own.exposed.contains(name); });
  if (!needs) work.prelude.clear();
  return work;
}

/// Runs in each process.
std::string wanted_sender(const Request& request, const LoopShape& shape,
                          const std::string& name) {
  const std::string contextlib = request.imports.module("contextlib");
  return helper_text(
      request, shape,
      in_a_row(
          {{{0, fmt::format("def {}(job, place, items, results, taken, "
                            "program_ends):",
                            name)},
            {1,
             "\"\"\"Send [function(item)] for each wanted item, and None for "
             "the others."},
            {0, ""},
            {1, fmt::format("At most {} ahead of what is taken. An item that "
                            "the program has passed,",
                            kWindow)},
            {1,
             "or for which the function fails, is not wanted. Runs in a "
             "process that"},
            {1,
             "nobody may notice: a word on stderr or the program's end ends "
             "it in silence,"},
            {1, "and the system ends it first when memory is short."},
            {1, "\"\"\""},
            {1, "function, wanted, numbers, passed, begun, done = job"}},
           first_lines(request),
           {{1, fmt::format("with {}.suppress(BaseException):", contextlib)},
            {2, "for turn, (number, item) in enumerate(items):"},
            {3, fmt::format("if turn >= {}:", kWindow)},
            {4, "taken.recv_bytes()"},
            {3, "result = None"},
            {3, fmt::format("with {}.suppress(BaseException):", contextlib)},
            {4, "if number >= passed.value and wanted(item, *numbers):"},
            {5, "begun[place] = turn"},
            {5, "result = [function(item)]"},
            {3, "if said.tell():"},
            {4, "break"},
            {3, "done[place] += 1"},
            {3, "results.send(result)"}}}));
}

/// The loop's side of it.
std::vector<HelperLine> taking_lines(const Request& request) {
  const std::string contextlib = request.imports.module("contextlib");
  const std::string math = request.imports.module("math");
  return {{1, "def receive(place):"},
          {2, "results, taken, _ = pipes[place]"},
          {2, "turn = received[place]"},
          {2, fmt::format("received[place] = {}.inf  # for good, if this fails",
                          math)},
          {2, "result = results.recv()"},
          {2, "taken.send_bytes(b\"\")"},
          {2, "received[place] = turn + 1"},
          {2, "return result"},
          {0, ""},
          {1, "def skip(place, turn):"},
          {2, fmt::format("with {}.suppress(Exception):", contextlib)},
          {3, "while received[place] < min(turn, done[place]):"},
          {4, "receive(place)"},
          {0, ""},
          {1, "def result_of(place, turn, item):"},
          {2, "result = None"},
          {2, fmt::format("with {}.suppress(Exception):", contextlib)},
          {3, "while received[place] <= turn:"},
          {4, "current = received[place]"},
          {4, "if done[place] == current != begun[place]:"},
          {5, "pipes[place][0].poll(0.1)  # it asks; perhaps for ever"},
          {4, "busy = begun[place] == current == turn"},
          {4, "if done[place] == current and not busy:"},
          {5, "break"},
          {4, "result = receive(place)"},
          {2, "if result is None or received[place] != turn + 1:"},
          {3, "return function(item)"},
          {2, "return result[0]"},
          {0, ""},
          {1, "try:"}};
}

std::vector<HelperLine> giving_lines(const Request& request) {
  const std::string contextlib = request.imports.module("contextlib");
  const std::string functools = request.imports.module("functools");
  return {{2, "for number, item in enumerate(items):"},
          {3, "turn, place = divmod(number, count)"},
          {3, "passed.value = number"},
          {3, fmt::format("with {}.suppress(TypeError, OverflowError):",
                          contextlib)},
          {4, "numbers[:] = state()"},
          {3, "skip(place, turn)"},
          {3, fmt::format("yield {}.partial(result_of, place, turn, item)",
                          functools)}};
}

/// Runs in the program itself.
std::string wanted_receiver(const Request& request, const LoopShape& shape,
                            const std::string& name, const std::string& send) {
  const std::string functools = request.imports.module("functools");
  const std::string math = request.imports.module("math");
  const std::string processes = request.imports.module("multiprocessing");
  return helper_text(
      request, shape,
      in_a_row(
          {{{0, fmt::format("def {}(function, wanted, items, state):", name)},
            {1,
             "\"\"\"Yield for each item, in order, a function that gives "
             "function(item)."},
            {0, ""},
            {1,
             "Processes share the items, and compute ahead what is "
             "wanted(item, *state()) as"},
            {1,
             "far as they know: numbers of the state reach them by shared "
             "memory, all else"},
            {1,
             "is as it was. What they have not computed is computed here, "
             "when it is asked"},
            {1,
             "for. All of them are ended with this generator, and have no "
             "processes of"},
            {1, "their own."},
            {1, "\"\"\""},
            {1, fmt::format("if {}.parent_process() is not None:", processes)},
            {2, "for item in items:"},
            {3, fmt::format("yield {}.partial(function, item)", functools)},
            {2, "return"},
            {1, fmt::format("context = {}.get_context(\"fork\")", processes)},
            {1, process_count(request)},
            {1, fmt::format("numbers = context.RawArray(\"d\", [{}.nan] * "
                            "len(state()))",
                            math)},
            {1, "passed = context.RawValue(\"q\", 0)"},
            {1, "begun = context.RawArray(\"q\", [-1] * count)"},
            {1, "done = context.RawArray(\"q\", count)"},
            {1, "job = function, wanted, numbers, passed, begun, done"},
            {1, "processes, pipes, received = [], [], [0] * count"},
            {0, ""}},
           taking_lines(request),
           starting_lines(
               request, send,
               "job, first, share, far_results, far_taken, program_ends",
               "enumerate(items)"),
           giving_lines(request),
           ending_lines()}));
}

}  // namespace

std::variant<Worker, Reason> wanted_worker(const Request& request,
                                           const LoopShape& shape,
                                           const Parameters& parameters) {
  if (auto refused = cannot_move(request, shape)) return *refused;
  auto made = thread_worker(request, without_guards(shape), parameters);
  if (std::holds_alternative<Reason>(made)) return made;
  Worker& worker = std::get<Worker>(made);
  worker.wanted = request.names.fresh({"is_wanted", "seems_wanted"});
  std::vector<std::string> names = parameters.names;
  for (const std::string& name : request.candidate.work.guard_numbers) {
    names.push_back(name);
  }
  const std::string newline = newline_of(request.source);
  const std::string outer =
      indent_of(request.source, shape.statement.range().begin);
  const std::string inner = outer + indent_unit(request.source, shape.loop);
  const bool module = shape.scope.is("module") && outer.empty();
  if (!worker.nested.empty()) {
    worker.nested += newline + newline + (module ? newline : "");
  }
  worker.nested +=
      outer + "def " + worker.wanted + "(" + joined(names) + "):" + newline;
  if (!parameters.unpack.empty()) {
    worker.nested += inner + parameters.unpack + newline;
  }
  worker.nested += wanted_text(request, shape, inner);
  return made;
}

Ahead compute_if_wanted(const Request& request, const LoopShape& shape,
                        const PoolSource& source, const Worker& worker) {
  const std::string send = request.names.local({"send_wanted"});
  const std::string name = request.names.local({"computed_if_wanted"});
  const std::vector<std::string>& numbers =
      request.candidate.work.guard_numbers;
  const std::string state = joined(numbers) + (numbers.size() == 1 ? "," : "");
  Ahead ahead;
  ahead.call = fmt::format("{}({}, {}, {}, lambda: ({}))", name,
                           function_of_item(source, worker), worker.wanted,
                           source.iterables[0], state);
  const std::uint32_t at = place_of_helpers(request);
  ahead.definitions.push_back({at, wanted_sender(request, shape, send)});
  ahead.definitions.push_back(
      {at, wanted_receiver(request, shape, name, send)});
  return ahead;
}

}  // namespace ppp::rewrite
