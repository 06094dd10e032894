// SPDX-License-Identifier: Apache-2.0
#include "rewrite/captured_output.h"

#include <fmt/format.h>

#include <algorithm>

#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

/// `wish`, or with underscores where a parameter has that name.
std::string beside(const std::vector<std::string>& parameters,
                   std::string wish) {
  while (std::find(parameters.begin(), parameters.end(), wish) !=
         parameters.end()) {
    wish += "_";
  }
  return wish;
}

}  // namespace

void capture_output(const Request& request, const LoopShape& shape,
                    const Parameters& parameters, Worker& worker) {
  std::vector<std::string> names;
  for (const Worker::Column& column : worker.columns) {
    names.push_back(
        column.parameter >= 0
            ? parameters.names[static_cast<std::size_t>(column.parameter)]
            : column.repeated);
  }
  const std::string result = beside(names, "result");
  const std::string error = beside(names, "error");
  const std::string raised = beside(names, "raised");
  const std::string printed = beside(names, "printed");
  const std::string io = request.imports.module("io");
  const std::string sys = request.imports.module("sys");
  const std::string contextlib = request.imports.module("contextlib");
  std::string last = worker.function.substr(worker.function.rfind('.') + 1);
  last.erase(0, last.find_first_not_of('_'));
  const std::string function = request.names.fresh({last + "_captured"});

  const std::vector<std::pair<int, std::string>> lines = {
      {0, fmt::format("def {}({}):", function, joined(names))},
      {1, fmt::format("\"\"\"Also give what {}() raised and "
                      "printed.\"\"\"",
                      worker.function)},
      {1, fmt::format("{} = {}.TextIOWrapper(", printed, io)},
      {2, fmt::format("{0}.BytesIO(), {1}.stdout.encoding, {1}.stdout.errors, "
                      "newline=\"\"",
                      io, sys)},
      {1, ")"},
      {1, fmt::format("{} = {} = None", result, error)},
      {1, fmt::format("with {}.redirect_stdout({}):", contextlib, printed)},
      {2, "try:"},
      {3, fmt::format("{} = {}({})", result, worker.function, joined(names))},
      {2, fmt::format("except BaseException as {}:", raised)},
      {3, fmt::format("{} = {}", error, raised)},
      {1, fmt::format("{}.seek(0)", printed)},
      {1, fmt::format("return {}, {}, {}.read()", result, error, printed)}};
  const std::string unit = indent_unit(request.source, shape.loop);
  std::string text;
  for (const auto& [depth, line] : lines) {
    if (!text.empty()) text += newline_of(request.source);
    for (int i = 0; i < depth; ++i) text += unit;
    text += line;
  }
  worker.definitions.push_back(std::move(text));
  worker.function = function;
}

}  // namespace ppp::rewrite
