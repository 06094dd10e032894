// SPDX-License-Identifier: Apache-2.0
// patch.json (docs/file-formats.md).

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "rewrite/patch.h"

namespace ppp::rewrite {

std::string patch_to_json(const Patch& patch);
/// Fails on anything but a patch of this schema version.
Result<Patch> patch_from_json(std::string_view json);

std::string_view safety_name(Safety safety);  ///< "proven", "checked", …

}  // namespace ppp::rewrite
