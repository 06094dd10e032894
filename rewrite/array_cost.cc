// SPDX-License-Identifier: Apache-2.0
#include "rewrite/array_cost.h"

#include <algorithm>
#include <vector>

namespace ppp::rewrite {
namespace {

// Seconds that Python takes at least for an operation on a number.
constexpr double kPythonOperation = 30e-9;
// And for an iteration: what was counted may be those of a longer entry.
constexpr double kPythonIteration = 10e-9;

// Of NumPy, in seconds. An operation on arrays; an addition of two numbers in
// arrays that fit into fast memory, and in larger ones, whose memory is asked
// for each time; a float from an array to a list.
constexpr double kCall = 2e-6;
constexpr double kNear = 1e-9;
constexpr double kFar = 2e-9;
constexpr double kWay = 30e-9;
constexpr double kManyNumbers = 1 << 20;

using Steps = std::vector<advisor::KernelStep>;

/// A loop in it stays, and each of its turns is computed for all iterations.
bool stays_in_order(const Steps& steps) {
  return std::any_of(
      steps.begin(), steps.end(), [](const advisor::KernelStep& step) {
        const bool loop = step.kind == advisor::KernelStep::Kind::kLoop;
        return (loop && step.loop.axis < 0) || stays_in_order(step.body) ||
               stays_in_order(step.otherwise);
      });
}

bool has_loops(const Steps& steps) {
  return std::any_of(steps.begin(), steps.end(),
                     [](const advisor::KernelStep& step) {
                       return step.kind == advisor::KernelStep::Kind::kLoop ||
                              has_loops(step.body) || has_loops(step.otherwise);
                     });
}

/// How much is to be done, given what the loop was measured to cost.
struct Extent {
  double entries = 1;
  double lanes = 1;    ///< iterations of an entry
  double turns = 1;    ///< of loops inside, in an iteration
  double across = 1;   ///< of these, as many as are computed at once
  double numbers = 1;  ///< that an operation comes to, in all

  double calls(int operations) const {
    return entries * turns / across * operations;
  }
  double converted() const { return entries * lanes * across; }
};

Extent extent_of(const advisor::Candidate& candidate, const ArrayPart& part,
                 const RewriteOptions& options) {
  const advisor::HotLoop& loop = candidate.loop;
  const advisor::Kernel& kernel = *candidate.kernel;
  const double before = loop.cost.wall_s * options.ran_share;
  const double done = before / kPythonOperation;  // of numbers, at most
  const int operations = std::max(1, part.operations);
  Extent made;
  made.entries = std::max(1.0, loop.entries);
  // The items of arrays are not counted: all may be of one entry.
  const bool counted = loop.iterations > 0;
  const double most = before / made.entries / kPythonIteration;
  if (counted || !kernel.of_arrays()) {
    const auto iterations = static_cast<double>(loop.iterations);
    made.lanes = std::max(1.0, std::min(iterations, most));
  } else {
    made.lanes = std::max(1.0, done / operations);
  }
  made.numbers = std::max(made.entries * made.lanes, done / operations);
  if (counted && !has_loops(kernel.steps)) {
    made.numbers = made.entries * made.lanes;
  }
  made.turns = std::max(1.0, made.numbers / (made.entries * made.lanes));
  const bool columns = kernel.columns || part.sums_turns;
  // Nobody counted the turns of that loop: as many as those of the outermost.
  const double deep =
      kernel.columns && stays_in_order(kernel.steps) ? made.lanes : 1;
  made.across = columns ? std::max(1.0, made.turns / deep) : 1;
  return made;
}

}  // namespace

ArrayPart array_part(const Rewrite& rewrite) {
  ArrayPart part;
  part.operations = rewrite.array_operations;
  part.conversions = rewrite.array_conversions;
  part.sums_turns = rewrite.array_sums_turns;
  part.work = rewrite.array_work;
  return part;
}

double by_arrays_s(const advisor::Candidate& candidate, const ArrayPart& part,
                   const ArrayCost& cost, const RewriteOptions& options) {
  const Extent extent = extent_of(candidate, part, options);
  const int operations = std::max(1, part.operations);
  return extent.calls(operations) * cost.operation +
         extent.numbers * operations * cost.number +
         extent.converted() * part.conversions * cost.conversion;
}

double by_numpy_s(const advisor::Candidate& candidate, const ArrayPart& part,
                  const RewriteOptions& options) {
  const Extent extent = extent_of(candidate, part, options);
  const bool large = extent.lanes * extent.across >= kManyNumbers;
  const double one = part.work.in_strips || !large ? kNear : kFar;
  return extent.calls(std::max(1, part.operations)) * kCall +
         extent.numbers * std::max(1.0, part.work.weight) * one +
         extent.converted() *
             (part.work.ways * kWay + part.work.kept * (large ? kFar : kNear));
}

}  // namespace ppp::rewrite
