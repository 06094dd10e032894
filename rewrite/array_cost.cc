// SPDX-License-Identifier: Apache-2.0
#include "rewrite/array_cost.h"

#include <algorithm>
#include <vector>

namespace ppp::rewrite {
namespace {

// Seconds that Python takes at least for an operation on a number.
constexpr double kPythonOperation = 30e-9;

/// A loop in it stays, and each of its turns is computed for all iterations.
bool stays_in_order(const std::vector<advisor::KernelStep>& steps) {
  return std::any_of(
      steps.begin(), steps.end(), [](const advisor::KernelStep& step) {
        const bool loop = step.kind == advisor::KernelStep::Kind::kLoop;
        return (loop && step.loop.axis < 0) || stays_in_order(step.body) ||
               stays_in_order(step.otherwise);
      });
}

}  // namespace

ArrayPart array_part(const Rewrite& rewrite) {
  ArrayPart part;
  part.operations = rewrite.array_operations;
  part.conversions = rewrite.array_conversions;
  part.sums_turns = rewrite.array_sums_turns;
  return part;
}

double by_arrays_s(const advisor::Candidate& candidate, const ArrayPart& part,
                   const ArrayCost& cost, const RewriteOptions& options) {
  const advisor::HotLoop& loop = candidate.loop;
  const double before = loop.cost.wall_s * options.ran_share;
  const double entries = std::max(1.0, loop.entries);
  const double done = before / kPythonOperation;  // of numbers, at most
  const int operations = std::max(1, part.operations);
  // The items of arrays are not counted: all may be of one entry.
  const double lanes =
      loop.iterations > 0 || !candidate.kernel->of_arrays()
          ? std::max<double>(1, static_cast<double>(loop.iterations))
          : std::max(1.0, done / operations);
  const double turns = std::max(1.0, done / (entries * lanes) / operations);
  const bool columns = candidate.kernel->columns || part.sums_turns;
  // Nobody counted the turns of that loop: as many as those of the outermost.
  const double deep =
      candidate.kernel->columns && stays_in_order(candidate.kernel->steps)
          ? lanes
          : 1;
  const double across = columns ? std::max(1.0, turns / deep) : 1;
  const double calls = entries * turns / across * operations;
  const double converted = entries * lanes * across;
  return calls * cost.operation + done * cost.number +
         converted * part.conversions * cost.conversion;
}

}  // namespace ppp::rewrite
