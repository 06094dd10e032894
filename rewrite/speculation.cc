// SPDX-License-Identifier: Apache-2.0
#include "rewrite/speculation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rewrite/ahead_processes.h"
#include "rewrite/cost.h"
#include "rewrite/helper_text.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;
using advisor::walk;

/// What each process does: with each item, or with `at_once` of them.
std::vector<HelperLine> sending_lines(const Request& request, int at_once) {
  const std::string contextlib = request.imports.module("contextlib");
  const HelperLine silently = {
      1, fmt::format("with {}.suppress(BaseException):", contextlib)};
  if (at_once == 1) {
    return {silently,
            {2, "for number, item in enumerate(items):"},
            {3, fmt::format("if number >= {}:", kWindow)},
            {4, "taken.recv_bytes()"},
            {3, "result = function(item)"},
            {3, "if said.tell():"},
            {4, "break"},
            {3, "results.send(result)"}};
  }
  const std::string itertools = request.imports.module("itertools");
  return {silently,
          {2, fmt::format("for number in {}.count():", itertools)},
          {3, fmt::format("if number >= {}:", kWindow)},
          {4, "taken.recv_bytes()"},
          {3, fmt::format("some = {}.islice(items, {})", itertools, at_once)},
          {3, "batch = [function(item) for item in some]"},
          {3, "if said.tell() or not batch:"},
          {4, "break"},
          {3, "results.send(batch)"}};
}

std::string extent(int at_once) {
  const int ahead = kWindow * at_once;
  if (at_once == 1) {
    return fmt::format("at most {} ahead of what is taken.", ahead);
  }
  return fmt::format("{} at once and at most {} ahead.", at_once, ahead);
}

/// Runs in each process.
std::string sender(const Request& request, const LoopShape& shape,
                   const std::string& name, int at_once) {
  return helper_text(
      request, shape,
      in_a_row(
          {{{0, fmt::format(
                    "def {}(function, items, results, taken, program_ends):",
                    name)},
            {1, "\"\"\"Send function(item) for each item, " + extent(at_once)},
            {0, ""},
            {1,
             "Runs in a process that nobody may notice: a failure, a word on "
             "stderr, or"},
            {1,
             "the program's end ends it in silence, and the system ends it "
             "first when"},
            {1, "memory is short."},
            {1, "\"\"\""}},
           first_lines(request),
           sending_lines(request, at_once)}));
}

/// Takes the results in the order of the items, and computes what is not given.
std::vector<HelperLine> yielding_lines(const Request& request, int at_once) {
  const std::string itertools = request.imports.module("itertools");
  if (at_once == 1) {
    return {{2, fmt::format("for item, (results, taken, _) in zip(items, "
                            "{}.cycle(pipes)):",
                            itertools)},
            {3, "received = []"},
            {3, "try:"},
            {4, "received.append(results.recv())"},
            {4, "taken.send_bytes(b\"\")"},
            {3, "except Exception:"},
            {4, "results.close()"},
            {3, "yield received[0] if received else function(item)"}};
  }
  return {{2, "batches = [[] for _ in pipes]"},
          {2, fmt::format("ends = {}.cycle(zip(pipes, batches))", itertools)},
          {2, "for item, ((results, taken, _), batch) in zip(items, ends):"},
          {3, "try:"},
          {4, "if not batch:"},
          {5, "if not results.poll(1):"},
          {6, "raise TimeoutError"},
          {5, "batch.extend(reversed(results.recv()))"},
          {5, "taken.send_bytes(b\"\")"},
          {3, "except Exception:"},
          {4, "results.close()"},
          {3, "yield batch.pop() if batch else function(item)"}};
}

/// Of the docstring.
std::vector<HelperLine> receiver_text(int at_once) {
  if (at_once == 1) {
    return {{1,
             "Processes share the items. What one fails to give is computed "
             "here, when"},
            {1,
             "its turn comes. All of them are ended with this generator, and "
             "have no"},
            {1, "processes of their own."},
            {1, "\"\"\""}};
  }
  // A batch may hold an item that never ends behind one that ends the loop.
  return {{1,
           "Processes share the items. What one fails to give, or does not "
           "give within"},
          {1,
           "a second, is computed here, when its turn comes. All of them are "
           "ended with"},
          {1, "this generator, and have no processes of their own."},
          {1, "\"\"\""}};
}

/// Runs in the program itself.
std::string receiver(const Request& request, const LoopShape& shape,
                     const std::string& name, const std::string& send,
                     int at_once) {
  const std::string processes = request.imports.module("multiprocessing");
  return helper_text(
      request, shape,
      in_a_row(
          {{{0, fmt::format("def {}(function, items):", name)},
            {1,
             "\"\"\"Yield function(item) for each item in order, computed "
             "ahead."},
            {0, ""}},
           receiver_text(at_once),
           {{1, fmt::format("if {}.parent_process() is not None:", processes)},
            {2, "yield from map(function, items)"},
            {2, "return"},
            {1, fmt::format("context = {}.get_context(\"fork\")", processes)},
            {1, process_count(request)},
            {1, "processes, pipes = [], []"},
            {1, "try:"}},
           starting_lines(
               request, send,
               "function, share, far_results, far_taken, program_ends",
               "items"),
           yielding_lines(request, at_once),
           ending_lines()}));
}

bool mentions_streams(const advisor::Project& project) {
  return std::any_of(project.files.begin(), project.files.end(),
                     [](const advisor::SourceFile& file) {
                       return file.text().find("stderr") != std::string::npos ||
                              file.text().find("isatty") != std::string::npos;
                     });
}

}  // namespace

std::string function_of_item(const PoolSource& source, const Worker& worker) {
  if (worker.columns.size() == 1) return worker.function;
  std::string arguments;
  for (const Worker::Column& column : worker.columns) {
    arguments +=
        (arguments.empty() ? "" : ", ") +
        (column.parameter >= 0 ? source.parameters.names[0] : column.repeated);
  }
  return "lambda " + source.parameters.names[0] + ": " + worker.function + "(" +
         arguments + ")";
}

std::optional<Reason> refuse_ahead(const Request& request,
                                   const LoopShape& shape, const PoolKind& kind,
                                   bool source_twice) {
  const std::vector<Span> places =
      request.candidate.early_exit ? request.candidate.early_exit->places
                                   : std::vector{request.candidate.loop.span};
  if (!kind.processes || kind.interpreters || kind.start.imports_again) {
    return Reason{
        "early-exit",
        "the loop may not want what is computed ahead: only processes "
        "that are copies of the program have the items, and can be "
        "ended",
        places};
  }
  static constexpr std::array kBuiltins = std::to_array<std::string_view>(
      {"min", "len", "range", "zip", "map", "enumerate", "open", "OSError",
       "Exception", "BaseException", "TypeError", "OverflowError", "divmod",
       "reversed", "TimeoutError"});
  for (std::string_view name : kBuiltins) {
    if (!rebound(shape, std::string(name))) continue;
    return Reason{"hidden-builtin",
                  "`" + std::string(name) + "` is not the builtin here",
                  {request.candidate.loop.span}};
  }
  if (mentions_streams(request.project)) {
    return Reason{
        "early-exit",
        "the program looks at `stderr` or asks for a terminal: processes "
        "that compute ahead have other streams",
        places};
  }
  if (source_twice && !readable_twice(request, shape)) {
    return Reason{"lazy-source",
                  "the source can be read only once, and all of it must not "
                  "be read ahead",
                  {request.candidate.loop.span}};
  }
  return std::nullopt;
}

Ahead compute_ahead(const Request& request, const LoopShape& shape,
                    const PoolSource& source, const Worker& worker) {
  const std::string send = request.names.local({"send_results"});
  const std::string name = request.names.local({"computed_ahead"});
  Ahead ahead;
  ahead.call = name + "(" + function_of_item(source, worker) + ", " +
               source.iterables[0] + ")";
  ahead.at_once = results_at_once(request.candidate, request.options);
  const std::uint32_t at = place_of_helpers(request);
  ahead.definitions.push_back(
      {at, sender(request, shape, send, ahead.at_once)});
  ahead.definitions.push_back(
      {at, receiver(request, shape, name, send, ahead.at_once)});
  return ahead;
}

}  // namespace ppp::rewrite
