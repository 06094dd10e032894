// SPDX-License-Identifier: Apache-2.0
// patch.json (docs/file-formats.md).

#pragma once

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "rewrite/patch.h"

namespace ppp::rewrite {

nlohmann::json to_json(const Patch& patch);
/// Fails (kUsage) when the text is not a patch.json of this version.
Result<Patch> patch_from_json(const nlohmann::json& json);

std::string_view safety_name(Safety safety);  ///< "proven", "checked", …

}  // namespace ppp::rewrite
