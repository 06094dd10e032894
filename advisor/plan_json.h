// SPDX-License-Identifier: Apache-2.0
// plan.json and the pieces of it that run.json shares.

#pragma once

#include <string>
#include <string_view>

#include "advisor/plan.h"
#include "base/result.h"

namespace ppp::advisor {

std::string plan_to_json(const Plan& plan);
/// Takes that object, or a document that holds it as its member "plan". Fails
/// on anything but a plan of this schema version.
Result<Plan> plan_from_json(std::string_view json);

/// "cpu-python", "io-network", … as the contract names them.
std::string_view time_class_name(TimeClass time_class);
/// "for", "list-comprehension", …
std::string_view loop_kind_name(LoopKind kind);

}  // namespace ppp::advisor
