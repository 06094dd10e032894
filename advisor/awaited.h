// SPDX-License-Identifier: Apache-2.0
// The time that a program waits in its event loop.

#pragma once

#include "advisor/source_file.h"
#include "profiler/profile.h"

namespace ppp::advisor {

/// A coroutine that awaits is on no stack: what it waits for shows in the event
/// loop. So every sample there, with no code of the project above, is taken to
/// stand at each `await` that is in a loop or a sequence of the project, too;
/// where the profile tells all tasks, of a function in which one waited.
/// An estimate, which gives each of several the time of all; it only decides
/// what is tried.
profiler::Profile with_awaits(profiler::Profile profile,
                              const Project& project);

}  // namespace ppp::advisor
