// SPDX-License-Identifier: Apache-2.0
// The unified diff of changed files, by libgit2.

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rewrite/patch.h"

namespace ppp::rewrite {

/// For `patch -p1` and `git apply`; "" without files.
Result<std::string> unified_diff(const std::vector<FilePatch>& files);

}  // namespace ppp::rewrite
