// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "profiler/formats/read.h"
#include "profiler/profile_json.h"

namespace ppp::profiler {
namespace {

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  return bytes;
}

std::string_view trimmed_front(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

bool is_compressed(std::string_view bytes) {
  return bytes.starts_with("\x1F\x8B") || bytes.starts_with("\x28\xB5\x2F\xFD");
}

/// Austin's own binary format.
bool is_mojo(std::string_view bytes) { return bytes.starts_with("MOJ"); }

}  // namespace

bool is_profile(std::string_view bytes) {
  const std::string_view text = without_mark(bytes);
  return is_compressed(bytes) || is_mojo(bytes) || is_pstats(bytes) ||
         trimmed_front(text).starts_with('{') || is_collapsed(text);
}

Result<Profile> read_profile(std::string_view bytes) {
  if (is_compressed(bytes)) {
    return Error{Error::Kind::kUsage, "is compressed",
                 "unpack it: gunzip FILE, or unzstd FILE"};
  }
  if (is_mojo(bytes)) {
    return Error{Error::Kind::kUsage, "is in Austin's binary format",
                 "pip install austin-python, then mojo2austin FILE OUTPUT"};
  }
  if (is_pstats(bytes)) return read_pstats(bytes);
  const std::string_view text = without_mark(bytes);
  if (is_collapsed(text)) return read_collapsed(text);
  if (is_speedscope(trimmed_front(text))) return read_speedscope(text);
  return profile_from_json(text);
}

}  // namespace ppp::profiler
