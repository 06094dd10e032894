// SPDX-License-Identifier: Apache-2.0
// Profile as JSON: the `profile` member of run.json (docs/file-formats.md).

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "profiler/profile.h"

namespace ppp::profiler {

/// One JSON object: what the contract asks for, `lines` derived, and frames and
/// stacks, from which profile_from_json makes an equal Profile.
std::string profile_to_json(const Profile& profile);

/// Takes that object, or a document that holds it as its member "profile".
/// Fails with kUsage and names what is wrong.
Result<Profile> profile_from_json(std::string_view text);

/// Takes a document whose "profile" has lines but no stacks (run.json). Every
/// line becomes a stack of its own, so callers are lost, and `total_s`.
Result<Profile> profile_summary_from_json(std::string_view text);

/// The names of the waits, as in `wait_s`: "network", "disk", …
std::string_view wait_name(Wait wait);

}  // namespace ppp::profiler
