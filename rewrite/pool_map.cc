// SPDX-License-Identifier: Apache-2.0
#include "rewrite/pool_map.h"

#include <fmt/format.h>

#include <algorithm>

#include "rewrite/helper_text.h"

namespace ppp::rewrite {
namespace {

constexpr int kAheadPerWorker = 2;  // what is under way included

}  // namespace

bool hangs_when_cancelled(const RewriteOptions& options, const PoolKind& kind) {
  return kind.processes && !kind.interpreters &&
         options.python_minor < kCancelFutures;
}

PoolMap bounded_map(const Request& request, const LoopShape& shape,
                    const PoolKind& kind) {
  const RewriteOptions& options = request.options;
  const int workers =
      kind.computes ? options.workers * kind.per_cpu : options.threads;
  const int limit = kAheadPerWorker * std::max(1, workers);
  PoolMap map;
  map.name = request.names.local({"map_ahead"});
  // What is left is few enough to be waited for.
  const bool cancels = !hangs_when_cancelled(options, kind);
  const int depth = cancels ? 2 : 1;
  std::vector<HelperLine> lines = {
      {0, fmt::format("def {}(pool, function, *iterables):", map.name)},
      {1, fmt::format("\"\"\"Yield what pool.map() would, at most {} items "
                      "ahead.\"\"\"",
                      limit)},
      {1, fmt::format("futures = {}()",
                      request.imports.symbol("collections", "deque"))}};
  if (cancels) lines.push_back({1, "try:"});
  extend(lines,
         {{depth, "for arguments in zip(*iterables):"},
          {depth + 1, fmt::format("if len(futures) == {}:", limit)},
          {depth + 2, "yield futures.popleft().result()"},
          {depth + 1, "futures.append(pool.submit(function, *arguments))"},
          {depth, "while futures:"},
          {depth + 1, "yield futures.popleft().result()"}});
  if (cancels) {
    extend(lines, {{1, "finally:"},
                   {2, "for future in futures:"},
                   {3, "future.cancel()"}});
  }
  map.definition = {place_of_helpers(request),
                    helper_text(request, shape, lines)};
  return map;
}

PoolMap closed_map(const Request& request, const LoopShape& shape) {
  PoolMap map;
  map.name = request.names.local({"map_items"});
  const std::string head =
      fmt::format("def {}(pool, function, *iterables, chunksize=1):", map.name);
  map.definition = {
      place_of_helpers(request),
      helper_text(
          request, shape,
          {{0, head},
           {1,
            "\"\"\"Return pool.map() with a task behind it that nothing "
            "cancels."},
           {0, ""},
           {1,
            "CPython 3.8 may wait for ever for a pool whose last tasks were "
            "cancelled."},
           {1, "\"\"\""},
           {1, "results = pool.map(function, *iterables, chunksize=chunksize)"},
           {1, "pool.submit(int)"},
           {1, "return results"}})};
  return map;
}

}  // namespace ppp::rewrite
