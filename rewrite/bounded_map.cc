// SPDX-License-Identifier: Apache-2.0
#include "rewrite/bounded_map.h"

#include <fmt/format.h>

#include <algorithm>

#include "rewrite/helper_text.h"

namespace ppp::rewrite {
namespace {

constexpr int kAheadPerWorker = 2;  // what is under way included

}  // namespace

BoundedMap bounded_map(const Request& request, const LoopShape& shape,
                       const PoolKind& kind) {
  const RewriteOptions& options = request.options;
  const int workers =
      kind.computes ? options.workers * kind.per_cpu : options.threads;
  const int limit = kAheadPerWorker * std::max(1, workers);
  BoundedMap map;
  map.name = request.names.local({"map_ahead"});
  map.definition = {
      place_of_helpers(request),
      helper_text(
          request, shape,
          {{0, fmt::format("def {}(pool, function, *iterables):", map.name)},
           {1,
            fmt::format("\"\"\"Yield what pool.map() would, at most {} items "
                        "ahead.\"\"\"",
                        limit)},
           {1, fmt::format("futures = {}()",
                           request.imports.symbol("collections", "deque"))},
           {1, "try:"},
           {2, "for arguments in zip(*iterables):"},
           {3, fmt::format("if len(futures) == {}:", limit)},
           {4, "yield futures.popleft().result()"},
           {3, "futures.append(pool.submit(function, *arguments))"},
           {2, "while futures:"},
           {3, "yield futures.popleft().result()"},
           {1, "finally:"},
           {2, "for future in futures:"},
           {3, "future.cancel()"}})};
  return map;
}

}  // namespace ppp::rewrite
