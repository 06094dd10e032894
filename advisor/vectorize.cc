// SPDX-License-Identifier: Apache-2.0
#include "advisor/vectorize.h"

#include <set>
#include <string_view>

#include "advisor/kernel_bits.h"
#include "advisor/kernel_reader.h"

namespace ppp::advisor {
namespace {

/// Others could look at a list while the loop fills it.
std::optional<Reason> refuse_threads(const Trial& trial) {
  static const std::set<std::string_view> modules = {
      "threading", "_thread", "concurrent",
      "asyncio",   "signal",  "multiprocessing"};
  std::optional<Reason> found;
  for (const SourceFile& file : trial.project.files) {
    walk(file.root(), [&](Node node) {
      if (found || node.is("import_statement") ||
          node.is("import_from_statement")) {
        return !found;
      }
      const bool named = node.is("dotted_name") && !node.children().empty() &&
                         modules.contains(node.child(0).text());
      if (named) {
        found = Reason{"watched-lists",
                       "the program imports `" + std::string(node.text()) +
                           "`: others may look at a list while the loop runs",
                       {file.span(node.range())}};
      }
      return !found;
    });
  }
  return found;
}

}  // namespace

std::variant<Kernel, Reason> find_kernel(const Trial& trial) {
  if (auto refused = refuse_threads(trial)) return *refused;
  KernelReader reader(trial);
  if (!reader.read()) return reader.reason();
  Kernel kernel = reader.kernel();
  const std::optional<int> bits = integer_bits(kernel);
  if (!bits) {
    return Reason{"wide-integers",
                  "integers of the loop may not fit into 64 bits, however "
                  "small those are that it is given",
                  {trial.loop.hot.span}};
  }
  kernel.bits = *bits;
  return kernel;
}

}  // namespace ppp::advisor
