// SPDX-License-Identifier: Apache-2.0
// Whether values keep their meaning on the way to another process and back, or
// in another thread.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/isolation.h"

namespace ppp::advisor {

/// Why `values` cannot be sent to another process. `fresh`: they are results,
/// which must be made by the work and not alias anything older. `arrays`: those
/// of NumPy are looked at before they are sent.
std::vector<Reason> sending_obstacles(const Interpreter& interpreter,
                                      const Isolation& isolation,
                                      const Value& values, bool fresh,
                                      std::string_view what,
                                      bool arrays = false);

/// A file, a connection, a response: not to be made by the thousand ahead.
bool holds_resource(const Interpreter& interpreter, const Object& object);

/// The same but for what is all in memory: an answer that was read.
bool stays_open(const Interpreter& interpreter, const Object& object);

/// A forked process would keep it open, so that its other end does not notice
/// when the program closes it.
bool is_connected(const Object& object);

/// What in the work or elsewhere in the program rules out processes at all.
/// `sends_exceptions`: what the work raises must come through.
std::vector<Reason> process_obstacles(const Interpreter& interpreter,
                                      const Isolation& isolation,
                                      bool sends_exceptions);
/// Why workers cannot be forked copies of the program. `profile`: of a run, or
/// null.
std::vector<Reason> fork_obstacles(const Interpreter& interpreter,
                                   const profiler::Profile* profile);
/// Objects among `sent` that the work tells from their copies.
std::vector<Reason> copy_obstacles(const Interpreter& interpreter,
                                   const Isolation& isolation,
                                   const Value& sent);
std::vector<Reason> thread_obstacles(const Interpreter& interpreter,
                                     const Isolation& isolation,
                                     const Value& results);

/// A module that is neither the project's nor described, and that it imports.
std::optional<std::string> undescribed_import(const Interpreter& interpreter);

}  // namespace ppp::advisor
