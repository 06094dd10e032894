// SPDX-License-Identifier: Apache-2.0
#include "rewrite/program_end.h"

#include <fmt/format.h>

#include "rewrite/helper_text.h"

namespace ppp::rewrite {

std::string program_end_name(const Request& request) {
  return request.names.local({"end_with_program"});
}

Definition program_end(const Request& request, const LoopShape& shape) {
  const std::string signal = request.imports.module("signal");
  return {
      place_of_helpers(request),
      helper_text(
          request, shape,
          {{0, fmt::format("def {}():", program_end_name(request))},
           {1,
            "\"\"\"Have this process end at Ctrl-C, and when the program is "
            "killed.\"\"\""},
           {0, ""},
           {1, "def wait():"},
           {2, fmt::format("{}.parent_process().join()",
                           request.imports.module("multiprocessing"))},
           {2, fmt::format("{}._exit(1)", request.imports.module("os"))},
           {0, ""},
           {1, fmt::format("{0}.signal({0}.SIGINT, {0}.SIG_DFL)", signal)},
           {1, fmt::format("{}.Thread(target=wait, daemon=True).start()",
                           request.imports.module("threading"))}})};
}

}  // namespace ppp::rewrite
