// SPDX-License-Identifier: Apache-2.0
#include "rewrite/captured_output.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "rewrite/worker_wrapper.h"

namespace ppp::rewrite {
void capture_output(const Request& request, const LoopShape& shape,
                    const Parameters& parameters, Worker& worker) {
  const std::vector<std::string> names = parameters_of(parameters, worker);
  const std::string result = beside(names, "result");
  const std::string error = beside(names, "error");
  const std::string raised = beside(names, "raised");
  const std::string printed = beside(names, "printed");
  const std::string io = request.imports.module("io");
  const std::string sys = request.imports.module("sys");
  const std::string contextlib = request.imports.module("contextlib");
  const std::string stream =
      request.candidate.work.prints_errors ? "stderr" : "stdout";
  const std::string function =
      request.names.fresh({base_name(worker) + "_captured"});

  const std::vector<HelperLine> lines = {
      {0, fmt::format("def {}({}):", function, joined(names))},
      {1, fmt::format("\"\"\"Also give what {}() raised and "
                      "printed.\"\"\"",
                      worker.function)},
      {1, fmt::format("{} = {}.TextIOWrapper(", printed, io)},
      {2, fmt::format("{0}.BytesIO(), {1}.{2}.encoding, {1}.{2}.errors, "
                      "newline=\"\"",
                      io, sys, stream)},
      {1, ")"},
      {1, fmt::format("{} = {} = None", result, error)},
      {1, fmt::format("with {}.redirect_{}({}):", contextlib, stream, printed)},
      {2, "try:"},
      {3, fmt::format("{} = {}({})", result, worker.function, joined(names))},
      {2, fmt::format("except BaseException as {}:", raised)},
      {3, fmt::format("{} = {}", error, raised)},
      {1, fmt::format("{}.seek(0)", printed)},
      {1, fmt::format("return {}, {}, {}.read()", result, error, printed)}};
  wrap(request, shape, function, lines, worker);
}

}  // namespace ppp::rewrite
