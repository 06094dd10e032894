// SPDX-License-Identifier: Apache-2.0
// Profiles from files: our own, and those that other tools wrote. Any bytes may
// come: what is wrong is an error that says where, never a crash, and no input
// makes a reader recurse.

#pragma once

#include <string_view>

#include "base/result.h"
#include "profiler/profile.h"

namespace ppp::profiler {

/// The bytes begin like a file of a profiler, whether it can be read or not: by
/// content, as names tell nothing.
bool is_profile(std::string_view bytes);

/// Finds the format and reads it. Fails with kUsage. Of other tools' files
/// come the threads, frames, stacks and their wall time; file names as they
/// were written, `command` empty.
Result<Profile> read_profile(std::string_view bytes);

/// Readers need several times as much memory.
inline constexpr std::size_t kLargestProfile = 256U << 20;

/// The readers behind it. A byte order mark is not expected there.
///
/// https://www.speedscope.app/file-format-schema.json, `sampled` and `evented`.
Result<Profile> read_speedscope(std::string_view text);
/// One stack a line with a number behind it, as written by `py-spy record
/// --format raw`, Austin, perf for Python's trampolines, and to_collapsed().
Result<Profile> read_collapsed(std::string_view text);
/// What cProfile and profile dump: marshalled by Python 3.4 or later. It has no
/// stacks, only functions. The stacks made of it are such that the time in
/// which a function is on them is what was measured; nothing else holds of
/// them.
Result<Profile> read_pstats(std::string_view bytes);

bool is_speedscope(std::string_view text);
bool is_collapsed(std::string_view text);
bool is_pstats(std::string_view bytes);

}  // namespace ppp::profiler
