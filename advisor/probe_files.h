// SPDX-License-Identifier: Apache-2.0
// advisor/probe/*.py as they were at build time.

#pragma once

#include <vector>

#include "base/embedded_file.h"

namespace ppp::advisor {

const std::vector<EmbeddedFile>& probe_files();

}  // namespace ppp::advisor
