// SPDX-License-Identifier: Apache-2.0
// A Profile in the formats of other tools. Each returns the whole file.

#pragma once

#include <string>
#include <vector>

#include "profiler/profile.h"

namespace ppp::profiler {

/// Folded stacks, one a line with microseconds of wall time: flamegraph.pl,
/// inferno, speedscope.
std::string to_collapsed(const Profile& profile);

/// https://www.speedscope.app/file-format-schema.json, one profile per thread,
/// weights in seconds.
std::string to_speedscope(const Profile& profile);

/// Trace Event Format for chrome://tracing and Perfetto. A Profile keeps no
/// order in time: the stacks of a thread stand side by side, equal callers
/// joined. A second track of each thread says what it waits for in them.
std::string to_chrome_trace(const Profile& profile);

/// profile.proto of pprof, not compressed (`go tool pprof` and Pyroscope take
/// both): samples, wall, cpu and waiting time; the thread as a label.
std::string to_pprof(const Profile& profile);

/// For Python's `pstats.Stats(FILE)`: wall time by function, with its callers.
/// Its call counts are samples: total calls those that found the function
/// anywhere on the stack, primitive calls those that found it innermost, as
/// CPython's own sampling profiler has it.
std::string to_pstats(const Profile& profile);

/// A page with a flame graph that needs nothing beside it.
std::string to_flame_graph(const Profile& profile);

/// "function (file:line)", as all formats name a frame.
std::string frame_label(const Frame& frame);

/// The first process and those below it, each with the name that stands in
/// front of its stacks: "process 4711 (main.py)", "" where there is only one.
struct NamedProcess {
  const Profile* profile = nullptr;
  std::string name;
};
std::vector<NamedProcess> named_processes(const Profile& profile);

}  // namespace ppp::profiler
