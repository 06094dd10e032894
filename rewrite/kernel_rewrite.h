// SPDX-License-Identifier: Apache-2.0
// A kernel's function in front of the loop, and its call in the loop's place:
// what the transforms that use arrays or a compiler have in common.

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "rewrite/kernel_writer.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// No kernel, or none that arrays may compute in this program.
std::optional<advisor::Reason> refuse_kernel(const Request& request);

/// The rewrite of a candidate that refuse_kernel() lets pass.
Proposal rewrite_kernel(const Request& request);

/// What is said where `name` is not installed, which `how`, "by arrays" say,
/// would make the loop so many times as fast.
std::string would_bring(const std::string& how, double loop_speedup,
                        const std::string& name, const std::string& package);

/// "a loop of main()"
std::string place_of(const advisor::HotLoop& loop);

/// A new name for its function: "out_by_numpy" where it fills `out`.
std::string kernel_name(const Request& request, const advisor::Kernel& kernel,
                        const std::string& by);

/// The statement of the module that holds it.
advisor::Node top_statement(advisor::Node node);

/// In front of the loop's statement of the module.
std::uint32_t place_of_kernel(const Request& request);

/// The lines of a definition, indented as the loop is.
std::string definition_text(const Request& request,
                            const std::vector<HelperLine>& lines);

/// A builtin that the text needs is something else in this program.
std::optional<advisor::Reason> refuse_builtins(
    const Request& request, const std::vector<HelperLine>& text);

/// The same, or the text reads a name that it has from nowhere but `known`:
/// what the kernel took from the source may speak of the loop's own variables.
std::optional<advisor::Reason> refuse_names(const Request& request,
                                            const std::vector<HelperLine>& text,
                                            const std::set<std::string>& known);

/// What the result of a comprehension or of a call of pandas is assigned to, a
/// variable or a column; "": nothing that has such a name.
std::string name_of_result(advisor::Node loop);

/// `call` in front of a statement that assigns or returns what pandas gives,
/// and the statement where that is None. It stays as it is: a warning shows its
/// text.
std::vector<Edit> edits_of_call(const Request& request, advisor::Node statement,
                                advisor::Node replaced,
                                const std::string& call);

/// The function, and its call in the loop's place or in front of it.
void put_kernel(const Request& request, const std::string& name,
                const KernelText& text, Rewrite& rewrite);

}  // namespace ppp::rewrite
