// SPDX-License-Identifier: Apache-2.0
// vectorize_numpy
//
//   before   for i in range(n): out.append(f(xs[i], ys[i]))
//   after    if not add_out(out, n, xs, ys):
//                for i in range(n): out.append(f(xs[i], ys[i]))
//
// For loops that are arithmetic on numbers, to the last statement (the plan's
// Kernel). A new function computes all iterations at once by arrays, with the
// operations of which NumPy's results are Python's to the last bit, and gives
// lists and numbers of Python. What the source does not show is asked when it
// runs: lengths, types, divisors, sizes of integers. Where an answer does not
// fit, the function has done nothing and the loop, which stays, runs. Sound
// when the kernel is (the plan's proof). Hence kChecked.

#include <algorithm>

#include "rewrite/kernel_chain.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/kernel_turns.h"
#include "rewrite/package_imports.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {
namespace {

// Seconds: of an operation on arrays, on each number in one, and of a number's
// way from a list to an array or back; and the least that Python takes for an
// operation on a number.
constexpr double kOperation = 2e-6;
constexpr double kOfNumber = 3e-9;
constexpr double kConversion = 35e-9;
constexpr double kPythonOperation = 30e-9;
// And to import NumPy, where it cannot be measured.
constexpr double kNumpyImport = 0.15;

std::string arrays_would_bring(const Request& request, const Rewrite& rewrite) {
  RewriteOptions installed = request.options;
  installed.numpy_import_s = kNumpyImport;
  return would_bring(
      "by arrays",
      vectorize_numpy_loop_speedup(request.candidate, rewrite, installed),
      "NumPy", "numpy");
}

/// A loop in it stays, and each of its turns is computed for all iterations.
bool stays_in_order(const std::vector<advisor::KernelStep>& steps) {
  return std::any_of(
      steps.begin(), steps.end(), [](const advisor::KernelStep& step) {
        const bool loop = step.kind == advisor::KernelStep::Kind::kLoop;
        return (loop && step.loop.axis < 0) || stays_in_order(step.body) ||
               stays_in_order(step.otherwise);
      });
}

/// Arrays that stay from turn to turn of a loop around, or are handed on to
/// other loops, where there is one.
Proposal proposed(const Request& request) {
  if (const auto turns = turns_around(request)) {
    Proposal made = rewrite_turns(request, *turns);
    if (std::holds_alternative<Rewrite>(made)) return made;
  }
  if (Proposal made = rewrite_chain(request);
      std::holds_alternative<Rewrite>(made)) {
    return made;
  }
  return rewrite_kernel(request);
}

/// What the loop costs by arrays, pessimistically, given what it was measured
/// to cost.
double by_arrays_s(const advisor::Candidate& candidate, int operations,
                   int conversions, bool sums_turns,
                   const RewriteOptions& options) {
  const advisor::HotLoop& loop = candidate.loop;
  const double before = loop.cost.wall_s * options.ran_share;
  const double entries = std::max(1.0, loop.entries);
  const double done = before / kPythonOperation;  // of numbers, at most
  // The items of arrays are not counted: all may be of one entry.
  const double lanes =
      loop.iterations > 0 || !candidate.kernel->of_arrays()
          ? std::max<double>(1, static_cast<double>(loop.iterations))
          : std::max(1.0, done / std::max(1, operations));
  const double turns =
      std::max(1.0, done / (entries * lanes) / std::max(1, operations));
  const bool columns = candidate.kernel->columns || sums_turns;
  // Nobody counted the turns of that loop: as many as those of the outermost.
  const double deep =
      candidate.kernel->columns && stays_in_order(candidate.kernel->steps)
          ? lanes
          : 1;
  const double across = columns ? std::max(1.0, turns / deep) : 1;
  const double calls = entries * turns / across * std::max(1, operations);
  const double converted = entries * lanes * across;
  return calls * kOperation + done * kOfNumber +
         converted * conversions * kConversion;
}

}  // namespace

Proposal vectorize_numpy(const Request& request) {
  if (auto refused = refuse_kernel(request)) return *refused;
  if (request.candidate.kernel->of_frames()) {
    return refusal(request, "table-of-pandas",
                   "the loop goes through a table of pandas");
  }
  Proposal made = proposed(request);
  Rewrite* rewrite = std::get_if<Rewrite>(&made);
  for (std::size_t i = 0; rewrite && i < rewrite->together.size(); ++i) {
    ArrayPart& part = rewrite->together[i];
    part.takes_s =
        by_arrays_s(request.candidates[part.candidate], part.operations,
                    part.conversions, part.sums_turns, request.options);
  }
  if (rewrite && !request.options.numpy_import_s) {
    return refusal(request, "needs-numpy",
                   arrays_would_bring(request, *rewrite));
  }
  return made;
}

double vectorize_numpy_loop_speedup(const advisor::Candidate& candidate,
                                    const Rewrite& rewrite,
                                    const RewriteOptions& options) {
  const double before = candidate.loop.cost.wall_s * options.ran_share;
  if (before <= 0) return 10;  // nothing was measured
  double after = numpy_start_s(options);
  if (rewrite.together.empty()) {
    after += by_arrays_s(candidate, rewrite.array_operations,
                         rewrite.array_conversions, rewrite.array_sums_turns,
                         options);
  }
  for (const ArrayPart& part : rewrite.together) after += part.takes_s;
  return before / after;
}

}  // namespace ppp::rewrite
