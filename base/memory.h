// SPDX-License-Identifier: Apache-2.0
// How much memory a process and everything that it started hold together.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ppp {

/// Bytes of one process: its proportional set size, in which memory that forked
/// processes still share counts once over all of them, or its resident size
/// where the kernel does not tell. 0: the process is gone.
std::uint64_t process_memory(int pid);

/// Bytes of `leader` and what it started, as of now. Takes some microseconds
/// for every process of the machine, and more for large processes of the tree:
/// 25 µs a megabyte. One that is alone shares with nobody, and its resident
/// size costs nothing: a short peak of it is seen.
std::uint64_t tree_memory(int leader);

/// The value of "Pss:   123 kB" in the text of smaps_rollup, in bytes; 0: none.
std::uint64_t proportional_size(std::string_view smaps_rollup);

}  // namespace ppp
