// SPDX-License-Identifier: Apache-2.0
#include "rewrite/worker_wrapper.h"

#include <algorithm>

#include "rewrite/layout.h"

namespace ppp::rewrite {

std::vector<std::string> parameters_of(const Parameters& parameters,
                                       const Worker& worker) {
  std::vector<std::string> names;
  for (const Worker::Column& column : worker.columns) {
    names.push_back(
        column.parameter >= 0
            ? parameters.names[static_cast<std::size_t>(column.parameter)]
            : column.repeated);
  }
  return names;
}

std::string beside(const std::vector<std::string>& taken, std::string wish) {
  while (std::find(taken.begin(), taken.end(), wish) != taken.end()) {
    wish += "_";
  }
  return wish;
}

std::string base_name(const Worker& worker) {
  std::string last = worker.function.substr(worker.function.rfind('.') + 1);
  last.erase(0, last.find_first_not_of('_'));
  return last;
}

void wrap(const Request& request, const LoopShape& shape,
          const std::string& function, const std::vector<HelperLine>& lines,
          Worker& worker) {
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
