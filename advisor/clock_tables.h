// SPDX-License-Identifier: Apache-2.0
// Library names that the clock analysis understands.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ppp::advisor::clock {

/// A call of `path` with this many arguments reads a clock.
bool is_source(std::string_view path, std::size_t arguments);
/// `path` is a function that reads a clock when called in some way.
bool may_be_source(std::string_view path);
/// The result is computed from the arguments' values and nothing else happens.
bool is_pure(std::string_view path);
/// The result is text.
bool makes_text(std::string_view path);
/// What no table names, as it is deep inside of a library: parts of parts,
/// results of results. There are too many ways to it to tell them apart: the
/// analysis of some files took minutes and gigabytes.
inline constexpr std::string_view kSomewhere = "?";
/// "datetime.datetime" and "now": "datetime.datetime.now", or kSomewhere.
std::string path_of_attribute(const std::string& path, const std::string& name);
/// "timeit.Timer": "timeit.Timer()", or kSomewhere.
std::string path_of_result(const std::string& path);
/// Reads names or frames in ways that the analysis cannot follow.
bool is_dynamic(std::string_view path);
/// Decorators that keep what the function does and returns.
bool keeps_function(std::string_view path);
/// Methods of numbers, times, durations and strings that only compute.
bool is_pure_method(std::string_view name);
/// Those that keep a clock's text apart from padding.
bool keeps_clock_text(std::string_view name);
/// Special methods that the analysis calls where Python does.
bool is_followed_special(std::string_view name);
/// Libraries whose `import *` brings no name of a builtin that we rely on.
bool is_harmless_star(std::string_view module);
/// "logging.info", "logging.getLogger().warning", …
bool is_logging_call(std::string_view path);

}  // namespace ppp::advisor::clock
