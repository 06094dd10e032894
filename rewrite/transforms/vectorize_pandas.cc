// SPDX-License-Identifier: Apache-2.0
// vectorize_pandas
//
//   before   for row in df.itertuples(): out.append(f(row.price, row.count))
//   after    if not out_by_columns(df, out):
//                for row in df.itertuples(): out.append(…)
//
// The same as vectorize_numpy, for loops that go through the rows of a
// DataFrame: the arrays are its columns. That the variable is a DataFrame, what
// its columns are called and which types they have is asked first, and nothing
// is done with it before. Sound when the kernel is (the plan's proof). Hence
// kChecked. The program imports pandas itself, so it is there, and NumPy too.

#include <algorithm>

#include "rewrite/kernel_rewrite.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {
namespace {

// Seconds: of what is asked of a table, of an operation on each number of a
// column, and of what is asked of a number and its way to a list.
constexpr double kAskTable = 500e-6;
constexpr double kOfCell = 5e-9;
constexpr double kCellToList = 60e-9;

}  // namespace

Proposal vectorize_pandas(const Request& request) {
  if (auto refused = refuse_kernel(request)) return *refused;
  if (!request.candidate.kernel->of_frames()) {
    return refusal(request, "no-table",
                   "the loop does not go through a table of pandas");
  }
  return rewrite_kernel(request);
}

double vectorize_pandas_loop_speedup(const advisor::Candidate& candidate,
                                     const Rewrite& rewrite,
                                     const RewriteOptions& options) {
  const advisor::HotLoop& loop = candidate.loop;
  const double before = loop.cost.wall_s * options.ran_share;
  if (before <= 0) return 20;  // nothing was measured
  const double entries = std::max(1.0, loop.entries);
  const double rows = std::max<double>(1, static_cast<double>(loop.iterations));
  const double of_row = (1 + rewrite.array_operations) * kOfCell +
                        (1 + rewrite.array_conversions) * kCellToList;
  return before / (entries * (kAskTable + rows * of_row));
}

}  // namespace ppp::rewrite
