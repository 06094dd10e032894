// SPDX-License-Identifier: Apache-2.0
// Requests of the library `requests`, carried by a session of aiohttp.

#pragma once

#include "rewrite/other_client.h"

namespace ppp::rewrite {

/// requests prepares each request and makes the answer of what came back.
AsyncClient requests_over_aiohttp(const Request& request);

}  // namespace ppp::rewrite
