// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace ppp::advisor {

/// Where something happens: in an iteration of which of the loops in question,
/// by their numbers. There are at most 64 of them.
struct Context {
  std::uint64_t loops = 0;

  static const Context kOutside;  ///< of all of them
  bool inside(int loop) const { return (loops >> loop & 1) != 0; }
  bool inside_any() const { return loops != 0; }
  /// In an iteration of all the loops that `other` is in one of.
  bool covers(Context other) const { return (other.loops & ~loops) == 0; }
  Context entering(int loop) const {
    return {loops | std::uint64_t{1} << loop};
  }
  auto operator<=>(const Context&) const = default;
};
inline constexpr Context Context::kOutside{};

}  // namespace ppp::advisor
