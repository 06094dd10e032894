// SPDX-License-Identifier: Apache-2.0
// Any bytes as profile.json: refused, or read as a profile that is safe to use
// and is written and read again without a change.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "profiler/profile_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace ppp::profiler;
  auto profile = profile_from_json({reinterpret_cast<const char*>(data), size});
  if (!profile.ok()) return 0;
  line_costs(*profile);
  auto again = profile_from_json(profile_to_json(*profile));
  PPP_CHECK(again.ok() && *again == *profile);
  return 0;
}
