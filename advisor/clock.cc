// SPDX-License-Identifier: Apache-2.0
#include "advisor/clock.h"

#include "advisor/clock_flow.h"

namespace ppp::advisor {
namespace {

/// Every way to a clock names one of these somewhere.
bool may_read_clock(const SourceFile& source) {
  for (std::string_view word :
       {"time", "getrusage", "created", "relativeCreated", "msecs"}) {
    if (source.text().find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

ClockUse clock_use(const Project& project, const std::function<bool()>& stop) {
  for (const SourceFile& source : project.files) {
    if (may_read_clock(source)) return clock::Flow(project, stop).run();
  }
  return {};
}

}  // namespace ppp::advisor
