// SPDX-License-Identifier: Apache-2.0
// Requests of HTTP that a program spells out itself.

#pragma once

#include <string_view>

namespace ppp::advisor {

/// Stands in a text for what the source does not show.
inline constexpr char kNotShown = '\x01';

/// `sent` is one whole request by GET or HEAD, without a body: the request
/// line, headers, and the empty line behind which nothing comes. What is not
/// shown is taken to hold no line ends.
bool is_page_request(std::string_view sent);

/// Some of it may be a request of HTTP.
bool speaks_http(std::string_view sent);

}  // namespace ppp::advisor
