// SPDX-License-Identifier: Apache-2.0
// verdict.json (docs/file-formats.md).

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "harness/verdict.h"

namespace ppp::harness {

/// Indented, with a newline at the end.
std::string verdict_to_json(const Verdict& verdict);

/// Fails on anything that verdict_to_json() does not write.
Result<Verdict> verdict_from_json(std::string_view text);

}  // namespace ppp::harness
