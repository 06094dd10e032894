// SPDX-License-Identifier: Apache-2.0
// Which `for` loops a function is inside of at each of its instructions, and
// where on the frame's evaluation stack their iterators lie. Found as CPython
// itself checks jumps in a debugger: by following the bytecode with the number
// of values that each instruction takes and leaves. And at which instructions
// other functions are called, and where on the stack those lie.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ppp::profiler::cpython {

/// A loop that runs: `loop` is an index into LoopMap::units, `slot` the place
/// of its iterator, 0 at the bottom of the evaluation stack.
struct RunningLoop {
  int loop = 0;
  int slot = 0;

  bool operator==(const RunningLoop&) const = default;
};

class LoopMap {
 public:
  /// The code unit of each loop's FOR_ITER, ascending.
  const std::vector<std::size_t>& units() const { return units_; }
  /// The loops that run at a code unit, outermost first; none where it is not
  /// known.
  std::span<const RunningLoop> at(std::size_t unit) const;

 private:
  friend class LoopFinder;
  std::vector<std::size_t> units_;
  std::vector<std::vector<RunningLoop>> sets_;  // the first one is empty
  std::vector<int> set_of_unit_;                // empty: no loops, or unknown
};

/// `code`: the bytecode as it stands in memory, two bytes a unit, specialised
/// instructions and inline caches included. `exceptions`: co_exceptiontable,
/// from 3.11 on. Any bytes give an answer; where two ways to an instruction do
/// not agree, or one is not known, it is an empty map.
LoopMap map_loops(int minor, std::span<const std::uint8_t> code,
                  std::span<const std::uint8_t> exceptions);

/// What a frame does that stands at a code unit.
struct CallSite {
  /// It may have gone on in another one of Python without a call through C, as
  /// it does from 3.11 on.
  bool enters = false;
  /// What it calls lies at this place of the evaluation stack, or at the one
  /// above where that holds nothing, and stays there meanwhile. -1: not known,
  /// or no call.
  int callable = -1;

  bool operator==(const CallSite&) const = default;
};

/// By code unit; `code` and `exceptions` as above. Empty where it is not known.
std::vector<CallSite> call_sites(int minor, std::span<const std::uint8_t> code,
                                 std::span<const std::uint8_t> exceptions);

}  // namespace ppp::profiler::cpython
