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

#include "rewrite/array_cost.h"
#include "rewrite/kernel_chain.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/kernel_turns.h"
#include "rewrite/package_imports.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {
namespace {

// Seconds to import NumPy, where it cannot be measured.
constexpr double kNumpyImport = 0.15;

std::string arrays_would_bring(const Request& request, const Rewrite& rewrite) {
  RewriteOptions installed = request.options;
  installed.numpy_import_s = kNumpyImport;
  return would_bring(
      "by arrays",
      vectorize_numpy_loop_speedup(request.candidate, rewrite, installed),
      "NumPy", "numpy");
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
        by_numpy_s(request.candidates[part.candidate], part, request.options);
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
    after += by_numpy_s(candidate, array_part(rewrite), options);
  }
  for (const ArrayPart& part : rewrite.together) after += part.takes_s;
  return before / after;
}

}  // namespace ppp::rewrite
