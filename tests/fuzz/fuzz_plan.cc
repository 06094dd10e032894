// SPDX-License-Identifier: Apache-2.0
// Any bytes as plan.json: refused, or read as a plan that is written and read
// again without a change.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "advisor/plan_json.h"
#include "base/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace ppp::advisor;
  auto plan = plan_from_json({reinterpret_cast<const char*>(data), size});
  if (!plan.ok()) return 0;
  auto again = plan_from_json(plan_to_json(*plan));
  PPP_CHECK(again.ok() && *again == *plan);
  return 0;
}
