// SPDX-License-Identifier: Apache-2.0
#include "harness/report/native_rows.h"

#include <fmt/format.h>

#include <string_view>

#include "harness/report/words.h"

namespace ppp::harness {

std::string native_rows(const profiler::Profile& profile,
                        const profiler::LineCost& line, bool all) {
  static constexpr std::int64_t kLeastSamples = 10;
  static constexpr double kGoodPart = 0.05;
  static constexpr std::size_t kRows = 4;
  const auto shares = profiler::native_shares(profile, line.file, line.line);
  std::int64_t whole = 0;
  for (const profiler::NativeShare& share : shares) whole += share.samples;
  std::string out;
  if (whole < kLeastSamples) return out;
  std::size_t rows = 0;
  for (const profiler::NativeShare& share : shares) {
    const double part =
        static_cast<double>(share.samples) / static_cast<double>(whole);
    if (!all && (part < kGoodPart || rows++ == kRows)) break;
    out += fmt::format("        → {:>5}  {}\n", percent(part), share.what);
  }
  return out;
}

std::string native_note(const profiler::NativeCosts& native,
                        const Paint& paint) {
  if (!native.asked) return "";
  std::string out;
  if (!native.refused.empty()) {
    out += "\nnative stacks are missing: " + native.refused + "\n";
  }
  const std::int64_t lost =
      native.no_room + native.far + native.not_unwound + native.no_line;
  const std::int64_t taken = native.joined + lost;
  if (taken == 0) {
    return native.refused.empty() ? paint.dim("\nno native stacks were taken\n")
                                  : paint.dim(out);
  }
  std::string note =
      fmt::format("→ shares of the line's CPU time{}, from {} native stacks",
                  native.kernel ? "" : " outside the kernel", native.joined);
  if (lost > 0) {
    note += fmt::format("; of {} more the line is not known", lost);
  }
  std::string why;
  const auto part = [&](std::int64_t count_of, std::string_view reason) {
    if (count_of == 0) return;
    why += fmt::format("{}{} {}", why.empty() ? "" : ", ", count_of, reason);
  };
  part(native.no_line, "did not show it");
  part(native.not_unwound, "did not lead back to the interpreter");
  part(native.far, "were far from any sample");
  part(native.no_room, "were dropped");
  if (!why.empty()) note += " (" + why + ")";
  return paint.dim(out + "\n" + note + "\n");
}

}  // namespace ppp::harness
