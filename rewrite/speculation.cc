// SPDX-License-Identifier: Apache-2.0
#include "rewrite/speculation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rewrite/helper_text.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;
using advisor::walk;

constexpr int kWindow = 8;  // results of one process that wait to be taken

/// Runs in each process.
std::string sender(const Request& request, const LoopShape& shape,
                   const std::string& name) {
  const std::string contextlib = request.imports.module("contextlib");
  const std::string io = request.imports.module("io");
  const std::string os = request.imports.module("os");
  const std::string signal = request.imports.module("signal");
  const std::string sys = request.imports.module("sys");
  return helper_text(
      request, shape,
      {{0, fmt::format("def {}(function, items, results, taken, program_ends):",
                       name)},
       {1, fmt::format("\"\"\"Send function(item) for each item, at most {} "
                       "ahead of what is taken.",
                       kWindow)},
       {0, ""},
       {1,
        "Runs in a process that nobody may notice: a failure, a word on "
        "stderr, or"},
       {1,
        "the program's end ends it in silence, and the system ends it "
        "first when"},
       {1, "memory is short."},
       {1, "\"\"\""},
       {1, "for end in program_ends:"},
       {2, "end.close()"},
       {1, fmt::format("{0}.signal({0}.SIGINT, {0}.SIG_DFL)", signal)},
       {1, fmt::format("{0}.pthread_sigmask({0}.SIG_UNBLOCK, {{{0}.SIGINT}})",
                       signal)},
       {1, fmt::format("{0}.dup2({0}.open({0}.devnull, {0}.O_WRONLY), 2)", os)},
       {1, fmt::format("{}.stderr = said = {}.StringIO()", sys, io)},
       {1, fmt::format("with {}.suppress(OSError), open(", contextlib)},
       {2, "\"/proc/self/oom_score_adj\", \"w\""},
       {1, ") as score:"},
       {2, "score.write(\"1000\")"},
       {1, fmt::format("with {}.suppress(BaseException):", contextlib)},
       {2, "for number, item in enumerate(items):"},
       {3, fmt::format("if number >= {}:", kWindow)},
       {4, "taken.recv_bytes()"},
       {3, "result = function(item)"},
       {3, "if said.tell():"},
       {4, "break"},
       {3, "results.send(result)"}});
}

/// Runs in the program itself.
std::string receiver(const Request& request, const LoopShape& shape,
                     const std::string& name, const std::string& send) {
  const std::string itertools = request.imports.module("itertools");
  const std::string processes = request.imports.module("multiprocessing");
  const std::string os = request.imports.module("os");
  const std::string signal = request.imports.module("signal");
  return helper_text(
      request, shape,
      {{0, fmt::format("def {}(function, items):", name)},
       {1,
        "\"\"\"Yield function(item) for each item in order, computed "
        "ahead."},
       {0, ""},
       {1,
        "Processes share the items. What one fails to give is computed "
        "here, when"},
       {1,
        "its turn comes. All of them are ended with this generator, and "
        "have no"},
       {1, "processes of their own."},
       {1, "\"\"\""},
       {1, fmt::format("if {}.parent_process() is not None:", processes)},
       {2, "yield from map(function, items)"},
       {2, "return"},
       {1, fmt::format("context = {}.get_context(\"fork\")", processes)},
       {1, fmt::format("count = min({}, len({}.sched_getaffinity(0)))",
                       std::max(1, request.options.workers), os)},
       {1, "processes, pipes = [], []"},
       {1, "try:"},
       {2, "for first in range(count):"},
       {3, "results, far_results = context.Pipe(duplex=False)"},
       {3, "far_taken, taken = context.Pipe(duplex=False)"},
       {3,
        fmt::format("share = {}.islice(items, first, None, count)", itertools)},
       {3, "program_ends = results, taken"},
       {3, "process = context.Process("},
       {4, fmt::format("target={},", send)},
       {4, "args=(function, share, far_results, far_taken, program_ends),"},
       {4, "daemon=True,"},
       {3, ")"},
       // Whatever runs at a fork would swallow a KeyboardInterrupt.
       {3, fmt::format("mask = {0}.pthread_sigmask({0}.SIG_BLOCK, "
                       "{{{0}.SIGINT}})",
                       signal)},
       {3, "process.start()"},
       {3, "processes.append(process)"},
       {3, fmt::format("{0}.pthread_sigmask({0}.SIG_SETMASK, mask)", signal)},
       {3, "pipes.append((results, taken, far_taken))"},
       {3, "far_results.close()"},
       {2, fmt::format("for item, (results, taken, _) in zip(items, "
                       "{}.cycle(pipes)):",
                       itertools)},
       {3, "received = []"},
       {3, "try:"},
       {4, "received.append(results.recv())"},
       {4, "taken.send_bytes(b\"\")"},
       {3, "except Exception:"},
       {4, "results.close()"},
       {3, "yield received[0] if received else function(item)"},
       {1, "finally:"},
       {2, "for process in processes:"},
       {3, "process.kill()"},
       {3, "process.join()"}});
}

/// By a statement of the module itself, under no condition.
bool defined_in_module(const Request& request, const std::string& function) {
  std::span<const Node> statements = request.source.root().children();
  return std::any_of(statements.begin(), statements.end(), [&](Node one) {
    Node defined =
        one.is("decorated_definition") ? one.field("definition") : one;
    return defined.is("function_definition") &&
           defined.field("name").text() == function;
  });
}

/// A function of one item, as an expression.
std::string function_of_item(const Request& request, const PoolSource& source,
                             const Worker& worker) {
  // What may not be there, or be None, is not asked for before an item is.
  const bool there = !worker.definitions.empty() || !worker.nested.empty() ||
                     defined_in_module(request, worker.function);
  if (worker.columns.size() == 1 && there) return worker.function;
  std::string arguments;
  for (const Worker::Column& column : worker.columns) {
    arguments +=
        (arguments.empty() ? "" : ", ") +
        (column.parameter >= 0 ? source.parameters.names[0] : column.repeated);
  }
  return "lambda " + source.parameters.names[0] + ": " + worker.function + "(" +
         arguments + ")";
}

bool mentions_streams(const advisor::Project& project) {
  return std::any_of(project.files.begin(), project.files.end(),
                     [](const advisor::SourceFile& file) {
                       return file.text().find("stderr") != std::string::npos ||
                              file.text().find("isatty") != std::string::npos;
                     });
}

}  // namespace

std::optional<Reason> refuse_ahead(const Request& request,
                                   const LoopShape& shape, const PoolKind& kind,
                                   bool source_twice) {
  if (!kind.processes || kind.interpreters || kind.start.imports_again) {
    return Reason{"early-exit",
                  "the loop may end before its last item: only processes that "
                  "are copies of the program have the items, and can be ended",
                  request.candidate.early_exit->places};
  }
  static constexpr std::array kBuiltins = std::to_array<std::string_view>(
      {"min", "len", "range", "zip", "map", "enumerate", "open", "OSError",
       "Exception", "BaseException"});
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
        request.candidate.early_exit->places};
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
  ahead.call = name + "(" + function_of_item(request, source, worker) + ", " +
               source.iterables[0] + ")";
  const std::uint32_t at = place_of_helpers(request);
  ahead.definitions.push_back({at, sender(request, shape, send)});
  ahead.definitions.push_back({at, receiver(request, shape, name, send)});
  return ahead;
}

}  // namespace ppp::rewrite
