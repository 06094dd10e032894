// SPDX-License-Identifier: Apache-2.0
// Files in which the kernel tells of processes: /proc/self/status, /dev/fd.

#pragma once

#include <optional>

#include "advisor/plan.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

/// Where the program names one, any file that it reads may be one of them, and
/// threads or processes beside its own change what stands there.
std::optional<Reason> names_process_files(const Project& project);

}  // namespace ppp::advisor
