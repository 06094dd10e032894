// SPDX-License-Identifier: Apache-2.0
// cli/*.py as they were at build time.

#pragma once

#include <vector>

#include "base/embedded_file.h"

namespace ppp::cli {

const std::vector<EmbeddedFile>& script_files();

}  // namespace ppp::cli
