// SPDX-License-Identifier: Apache-2.0
// The verification list that stands in every report: what a reviewer would ask
// about the offered patch, and what answers it.

#pragma once

#include <string>
#include <vector>

#include "cli/search.h"

namespace ppp::cli {

std::vector<harness::Assurance> assurances(
    const Found& found, const advisor::Plan& plan,
    const rewrite::RewriteOptions& options, const harness::MemoryBound& bound,
    const std::string& python);

}  // namespace ppp::cli
