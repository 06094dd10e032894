// SPDX-License-Identifier: Apache-2.0
// Requests of httpx.get() and the like, made by httpx.AsyncClient.

#pragma once

#include "rewrite/other_client.h"

namespace ppp::rewrite {

/// A client of its own for each request, as httpx.get() has: none keeps the
/// cookies or the connection of another.
AsyncClient httpx_by_async_client(const Request& request);

}  // namespace ppp::rewrite
