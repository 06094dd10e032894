// SPDX-License-Identifier: Apache-2.0
// Which rewrites are worth a try, and which of them go together: what can be
// said without running anything.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "rewrite/rewrite.h"

namespace ppp::cli {

/// A proposal is tried only if it promises this for the whole program, as it is
/// with what has been kept before.
inline constexpr double kWorthTrying = 1.1;

/// `options` in the order in which they are worth a try.
std::vector<rewrite::Option> options_to_try(
    const advisor::Plan& plan, const advisor::Project& project,
    std::vector<rewrite::Option> options);

/// Facts that rule a proposal out without running it, beside `chosen` in a
/// program that runs `speedup` times as fast as the original. Nothing: it is
/// worth a try.
std::optional<std::string> ruled_out(const advisor::Plan& plan,
                                     const advisor::Project& project,
                                     const std::vector<rewrite::Option>& chosen,
                                     const rewrite::Option& option,
                                     double speedup);

/// Those of `options` that go together, the first ones first, and are worth a
/// try if all predictions come true.
std::vector<rewrite::Option> going_together(
    const advisor::Plan& plan, const advisor::Project& project,
    const std::vector<rewrite::Option>& options);

/// Of the whole program with all of `chosen`.
double predicted_speedup(const std::vector<rewrite::Option>& chosen);

/// `loop` is run by `other`.
bool runs_inside(const advisor::HotLoop& loop, const advisor::HotLoop& other);

}  // namespace ppp::cli
