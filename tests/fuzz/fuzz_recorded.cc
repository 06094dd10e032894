// SPDX-License-Identifier: Apache-2.0
// Any bytes as the file of some profiler: refused with words, or read as a
// profile that is safe to use and is written and read again without a change.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "profiler/formats/read.h"
#include "profiler/profile_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace ppp::profiler;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (auto* read :
       {read_profile, read_speedscope, read_collapsed, read_pstats}) {
    auto profile = read(bytes);
    if (!profile.ok()) {
      PPP_CHECK(!profile.error().what.empty());
      continue;
    }
    line_costs(*profile);
    // JSON is UTF-8, names need not be: after one turn they are.
    auto once = profile_from_json(profile_to_json(*profile));
    PPP_CHECK(once.ok());
    auto again = profile_from_json(profile_to_json(*once));
    PPP_CHECK(again.ok() && *again == *once);
  }
  return 0;
}
