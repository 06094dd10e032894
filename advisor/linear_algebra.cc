// SPDX-License-Identifier: Apache-2.0
#include "advisor/linear_algebra.h"

#include <string>
#include <string_view>

namespace ppp::advisor {

std::optional<Place> algebra_of(const Isolation& isolation) {
  const auto found = isolation.work().find_outside("linear-algebra");
  if (found == isolation.work().end()) return std::nullopt;
  return found->second;
}

void add_algebra_obstacles(const Isolation& isolation, Candidate& made) {
  const std::optional<Place> place = algebra_of(isolation);
  if (!place) return;
  made.work.linear_algebra = true;
  const Reason shared = {
      "linear-algebra",
      "the work multiplies or solves matrices" + on_line(*place) +
          ", by a library that threads would share with its own ones",
      {place->span()}};
  made.thread_obstacles.push_back(shared);
  made.interpreter_obstacles.push_back(shared);
  made.reimport.obstacles.push_back(
      {"linear-algebra",
       "the work multiplies or solves matrices" + on_line(*place) +
           ": a worker that begins anew may do it with another number of "
           "threads, and the last digits depend on that",
       {place->span()}});
}

std::optional<Reason> counts_algebra_threads(const Project& project) {
  static constexpr std::string_view kWords[] = {"set_num_threads",
                                                "threadpool",
                                                "ThreadpoolController",
                                                "mkl",
                                                "set_blas",
                                                "blas_set",
                                                "CDLL"};
  std::optional<Reason> found;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      // getattr() may find it by a text.
      if (found || !(node.is("identifier") || node.is("string_content"))) {
        return !found;
      }
      for (const std::string_view word : kWords) {
        if (node.text().find(word) == std::string_view::npos) continue;
        found = Reason{"linear-algebra-threads",
                       "the work multiplies or solves matrices, and `" +
                           std::string(node.text().substr(0, 60)) +
                           "` on line " + std::to_string(node.line()) +
                           " may change how many threads do",
                       {file.span(node.range())}};
        break;
      }
      return !found;
    });
  }
  return found;
}

}  // namespace ppp::advisor
