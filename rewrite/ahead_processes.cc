// SPDX-License-Identifier: Apache-2.0
#include "rewrite/ahead_processes.h"

#include <fmt/format.h>

#include <algorithm>

#include "rewrite/program_end.h"

namespace ppp::rewrite {

std::vector<HelperLine> first_lines(const Request& request) {
  const std::string contextlib = request.imports.module("contextlib");
  const std::string io = request.imports.module("io");
  const std::string os = request.imports.module("os");
  const std::string signal = request.imports.module("signal");
  const std::string sys = request.imports.module("sys");
  return {
      {1, "for end in program_ends:"},
      {2, "end.close()"},
      {1, program_end_name(request) + "()"},
      {1, fmt::format("{0}.pthread_sigmask({0}.SIG_UNBLOCK, {{{0}.SIGINT}})",
                      signal)},
      {1, fmt::format("{0}.dup2({0}.open({0}.devnull, {0}.O_WRONLY), 2)", os)},
      {1, fmt::format("{}.stderr = said = {}.StringIO()", sys, io)},
      {1, fmt::format("with {}.suppress(OSError), open(", contextlib)},
      {2, "\"/proc/self/oom_score_adj\", \"w\""},
      {1, ") as score:"},
      {2, "score.write(\"1000\")"}};
}

std::vector<HelperLine> starting_lines(const Request& request,
                                       const std::string& send,
                                       const std::string& arguments,
                                       const std::string& items) {
  const std::string signal = request.imports.module("signal");
  return {
      {2, "for first in range(count):"},
      {3, "results, far_results = context.Pipe(duplex=False)"},
      {3, "far_taken, taken = context.Pipe(duplex=False)"},
      {3, fmt::format("share = {}.islice({}, first, None, count)",
                      request.imports.module("itertools"), items)},
      {3, "program_ends = results, taken"},
      {3, "process = context.Process("},
      {4, fmt::format("target={},", send)},
      {4, fmt::format("args=({}),", arguments)},
      {4, "daemon=True,"},
      {3, ")"},
      // Whatever runs at a fork would swallow a KeyboardInterrupt.
      {3,
       fmt::format("mask = {0}.pthread_sigmask({0}.SIG_BLOCK, {{{0}.SIGINT}})",
                   signal)},
      {3, "process.start()"},
      {3, "processes.append(process)"},
      {3, fmt::format("{0}.pthread_sigmask({0}.SIG_SETMASK, mask)", signal)},
      {3, "pipes.append((results, taken, far_taken))"},
      {3, "far_results.close()"}};
}

std::string process_count(const Request& request) {
  return fmt::format("count = min({}, len({}.sched_getaffinity(0)))",
                     std::max(1, request.options.workers),
                     request.imports.module("os"));
}

std::vector<HelperLine> in_a_row(
    const std::vector<std::vector<HelperLine>>& parts) {
  std::vector<HelperLine> lines;
  for (const auto& part : parts) {
    lines.insert(lines.end(), part.begin(), part.end());
  }
  return lines;
}

std::vector<HelperLine> ending_lines() {
  return {{1, "finally:"},
          {2, "for process in processes:"},
          {3, "process.kill()"},
          {3, "process.join()"}};
}

}  // namespace ppp::rewrite
