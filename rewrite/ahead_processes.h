// SPDX-License-Identifier: Apache-2.0
// What the helpers have in common that compute ahead of a loop in processes of
// their own: how these begin, and how they are started.

#pragma once

#include <string>
#include <vector>

#include "rewrite/helper_text.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Results of one process that wait to be taken.
inline constexpr int kWindow = 8;

/// The first lines of the function that such a process runs, `program_ends`
/// being the program's ends of its pipes. It has no stderr: what it would have
/// said is in `said`.
std::vector<HelperLine> first_lines(const Request& request);

/// "count = min(4, len(os.sched_getaffinity(0)))"
std::string process_count(const Request& request);

/// Fills `processes` and `pipes`: each runs `send` with `arguments`, which may
/// name its number `first`, its `share` of `items`, and its `far_results`,
/// `far_taken` and `program_ends`.
std::vector<HelperLine> starting_lines(const Request& request,
                                       const std::string& send,
                                       const std::string& arguments,
                                       const std::string& items);

std::vector<HelperLine> in_a_row(
    const std::vector<std::vector<HelperLine>>& parts);

/// Ends them all.
std::vector<HelperLine> ending_lines();

}  // namespace ppp::rewrite
