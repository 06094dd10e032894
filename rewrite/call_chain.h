// SPDX-License-Identifier: Apache-2.0
// The functions through which a loop of a synchronous program comes to what it
// waits for: those that must become coroutines if the loop is to await it.

#pragma once

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Nodes borrow from the Request's source.
struct CallChain {
  advisor::Node function;  ///< the one that holds the loop
  advisor::Node entry;     ///< the only call of it, from synchronous code
  /// Functions and methods of the script that the work calls, on the way to a
  /// wait.
  std::vector<advisor::Node> functions;
  std::vector<advisor::Node> calls;  ///< of `functions`; all there are
  /// Calls of requests.get() and the like, and of time.sleep(), in `functions`;
  /// in the loop's, those in the loop, and in the work.
  std::vector<advisor::Node> requests, sleeps;
  std::string client;  ///< the library of `requests`: "httpx", or "requests"
  /// The names of those of `functions` that come to a request.
  std::set<std::string, std::less<>> requesting;
};

/// A Reason when the work waits for nothing that can be awaited, or one of the
/// functions cannot become a coroutine: it is called from elsewhere, used as a
/// value, a generator, calls itself, or a call stands where nothing can be
/// awaited.
std::variant<CallChain, advisor::Reason> call_chain(const Request& request);

/// Why `await` cannot stand where the call is; "" where it can. A function
/// around it is not looked at.
std::string cannot_await(advisor::Node call);

/// What `callee` calls of a library, by the imports at the module's top:
/// "requests.get" for `requests.get`, and for `get` after `from requests import
/// get`. "": nothing that these show.
std::string library_function(const Request& request, advisor::Node callee);

/// What a name stands for that the module binds once, at its top; else `node`.
advisor::Node constant_value(const Request& request, advisor::Node node);

}  // namespace ppp::rewrite
