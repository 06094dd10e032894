// SPDX-License-Identifier: Apache-2.0
// The loops of a source file and what the profile says about each.

#pragma once

#include <vector>

#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "profiler/profile.h"

namespace ppp::advisor {

struct Loop {
  const SourceFile* source = nullptr;
  /// for_statement, while_statement, a comprehension or an item call
  Node node;
  /// Of a sequence its statements, of which `node` is the first; else empty.
  std::vector<Node> sequence;
  Node function;  ///< the enclosing function or class definition, or null
  bool tolerant = false;  ///< its numbers may have other last digits
  bool large = false;     ///< its data may not fit into memory
  HotLoop hot;
};

/// Every loop of `source`, outer ones first, costs not filled in.
std::vector<Loop> find_loops(const SourceFile& source);

/// Adds up the samples that have a line of `range` anywhere on the stack.
profiler::Cost cost_of_lines(const profiler::Profile& profile,
                             const Span& lines);

/// Wall seconds of all samples of the main thread (of all threads if it has
/// none): what shares are relative to.
double sampled_wall_s(const profiler::Profile& profile);

/// "Class.method" for a function_definition; "" for a null node.
std::string qualified_name(Node definition);

TimeClass classify(const profiler::Cost& cost);

/// The order of a plan: by falling share; where shares are nearly the same, a
/// loop before those that run inside it.
bool precedes(const HotLoop& a, const HotLoop& b);

}  // namespace ppp::advisor
