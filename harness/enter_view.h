// SPDX-License-Identifier: Apache-2.0
// The child's part of a private view: namespaces, mounts, the new root.

#pragma once

#include "harness/mount_plan.h"

namespace ppp::harness {

/// Runs between fork and exec: system calls only, nothing allocated. On failure
/// returns false with errno set and `step` naming what was refused (a string
/// constant).
bool enter_view(const MountPlan& plan, const char** step);

}  // namespace ppp::harness
