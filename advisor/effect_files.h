// SPDX-License-Identifier: Apache-2.0
// advisor/effects/*.json as they were at build time.

#pragma once

#include <vector>

#include "base/embedded_file.h"

namespace ppp::advisor {

const std::vector<EmbeddedFile>& effect_files();

}  // namespace ppp::advisor
