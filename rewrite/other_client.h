// SPDX-License-Identifier: Apache-2.0
// Requests of synchronous libraries, made by a client that can be awaited.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rewrite/call_chain.h"

namespace ppp::rewrite {

/// Why another client would be noticed: a call has an argument that is not
/// passed on to it, or the program may look at what is said of a failure.
std::optional<advisor::Reason> refuse_other_client(const Request& request,
                                                   const CallChain& chain);

/// The functions that ask, to stand at the module's top. Names borrowed from
/// the module are taken.
struct AsyncClient {
  /// Makes what all requests share; no arguments. "": they share nothing.
  std::string open_session;
  std::string session;  ///< what to call that, or ""
  std::string request;  ///< (session, method, url, …) as of the library
  std::vector<std::string> definitions;
};

/// For the library that the chain asks by.
AsyncClient async_client(const Request& request, const CallChain& chain);

/// What takes the place of `requests.get(` and of the call's `)`; `indent`: of
/// its line, then.
std::vector<Edit> async_request(const Request& request,
                                const AsyncClient& client, advisor::Node call,
                                const std::string& indent);

/// What is taken for granted of the calls, one reason each.
std::vector<advisor::Reason> same_answers(const Request& request,
                                          const CallChain& chain);

}  // namespace ppp::rewrite
