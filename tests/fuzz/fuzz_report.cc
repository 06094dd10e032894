// SPDX-License-Identifier: Apache-2.0
// Any bytes as run.json: refused, or read as a report that every writer shows
// and that is written and read again without a change.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "harness/report/comparison.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace ppp::harness;
  auto report = report_from_json({reinterpret_cast<const char*>(data), size});
  if (!report.ok()) return 0;
  const std::string written = report_json(*report);
  auto again = report_from_json(written);
  PPP_CHECK(again.ok() && report_json(*again) == written);
  markdown_report(*report);
  html_report(*report);
  terminal_summary(*report, {.colour = true, .explain = true});
  comparison_json(compare_reports(*report, *report, 0.05));
  return 0;
}
