// SPDX-License-Identifier: Apache-2.0
// What must be taken for granted where the source does not show it, so that a
// loop may be offered as tested, not proven (`run --allow tested`).

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/effect.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// "`f(x)` on line 7", the text cut where it is long.
std::string quoted_place(const Place& place);

/// "`conn.execute(…)` on line 7: `nextval` is not known to only read", for a
/// call with the effect "database".
std::string doubt_about(const Place& place);

/// What cannot be seen at `place` changes nothing that matters, in words.
std::string harmless_assumption(const Place& place);

/// What is assumed of an effect of this category at `place`, which is that of
/// the call; "": it is a conflict whatever is assumed.
std::string outside_assumption(std::string_view category, const Place& place);

/// The assumption under which `conflict` is none, as a reason of its own;
/// nothing: the conflict is final.
std::optional<Reason> assumption_under(const Reason& conflict);

/// None is about what this process does, only about what lies outside of it:
/// threads may rely on it as well as processes.
bool only_about_outside(const std::vector<Reason>& assumptions);

/// All are that answers set no cookies, or have room in memory, that nothing
/// warns, or that files can be opened. The rewritten program tests that better than a probe: it has
/// most requests under way before the first answer.
bool tested_by_rewriting(const std::vector<Reason>& assumptions);

}  // namespace ppp::advisor
