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
//
//   before   for label, row in df.iterrows(): print(row["name"], …)
//   after    for label, row in rows_of_df(df): print(row["name"], …)
//
// Where the loop is none, but only reads items of a row: the new function gives
// dicts, or asks iterrows() where its items would be others. The same for what
// apply(f, axis=1) gives `f`.
//
//   before   for city, shops in df.groupby("city"): print(shops["sales"].sum())
//   after    for city, shops in groups_of_df(df, "city"): print(…)
//
// Where a group is only asked for numbers and items of its columns.
//
//   before   for x in xs: report = pd.concat([report, pd.DataFrame([row])], …)
//   after    for x in xs: if not keep_for_report(report, rows, [row]): …
//            report = add_to_report(report, rows)
//
// Where nobody looks at the table before the loop is over. So with
// `report.loc[len(report)] = [x, f]`, where nobody else has the table.
//
//   before   for x in xs: mine = orders[orders["customer"] == x]
//   after    find = finder_of_rows(orders, "customer")
//            for x in xs: mine = find(x) if find else orders[…]
//
// Where nothing changes the table while the loop runs: by an index.

#include <algorithm>
#include <utility>

#include "rewrite/found_rows.h"
#include "rewrite/group_rows.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/row_dicts.h"
#include "rewrite/table_growth.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {
namespace {

// Seconds: of what is asked of a table, of an operation on each number of a
// column, and of what is asked of a number and its way to a list.
constexpr double kAskTable = 500e-6;
constexpr double kOfCell = 5e-9;
constexpr double kCellToList = 60e-9;

// Of a Series for a row, and of a dict; of the loop, where nobody knows how
// many rows there are: few loops do more with a row than pandas.
constexpr double kSeriesOfRow = 12e-6;
constexpr double kDictOfRow = 0.5e-6;
constexpr double kSeriesOfLoop = 0.6;

// Of the loop, where a table is searched: few do more with what they find.
constexpr double kSearchesOfLoop = 0.85;

// Of the loop, where groups are made tables: of small ones that takes most.
constexpr double kGroupsOfLoop = 0.8;

// Of what pandas does for a table to which a row is added, beside copying it.
constexpr double kConcat = 300e-6;

bool has_rows(const advisor::Candidate& candidate) {
  return !candidate.kernel && has_evidence(candidate, "table-rows");
}

bool has_groups(const advisor::Candidate& candidate) {
  return !candidate.kernel && has_evidence(candidate, "table-groups");
}

bool grows(const advisor::Candidate& candidate) {
  return !candidate.kernel && has_evidence(candidate, "grown-table");
}

bool searches(const advisor::Candidate& candidate) {
  return !candidate.kernel && has_evidence(candidate, "searched-tables");
}

/// Both of two rewrites of different places.
Proposal both(Proposal one, Proposal other) {
  auto* first = std::get_if<Rewrite>(&one);
  auto* second = std::get_if<Rewrite>(&other);
  if (!first) return other;
  if (!second) return one;
  first->edits.insert(first->edits.end(), second->edits.begin(),
                      second->edits.end());
  first->definitions.insert(first->definitions.end(),
                            second->definitions.begin(),
                            second->definitions.end());
  first->summary += ", " + second->summary;
  return one;
}

/// They change the same text: what stands in the statement that adds a row.
bool collide(const Proposal& one, const Proposal& other) {
  const auto* first = std::get_if<Rewrite>(&one);
  const auto* second = std::get_if<Rewrite>(&other);
  if (!first || !second) return false;
  return std::any_of(
      first->edits.begin(), first->edits.end(), [&](const Edit& edit) {
        return std::any_of(second->edits.begin(), second->edits.end(),
                           [&](const Edit& also) {
                             return edit.range.begin < also.range.end &&
                                    also.range.begin < edit.range.end;
                           });
      });
}

}  // namespace

Proposal vectorize_pandas(const Request& request) {
  if (has_rows(request.candidate) && searches(request.candidate)) {
    return both(rewrite_rows(request), rewrite_searches(request));
  }
  if (has_rows(request.candidate) && grows(request.candidate)) {
    Proposal rows = rewrite_rows(request), growth = rewrite_growth(request);
    return collide(rows, growth) ? rows
                                 : both(std::move(growth), std::move(rows));
  }
  if (grows(request.candidate) && searches(request.candidate)) {
    // What finds stands in front of what the loop becomes.
    return both(rewrite_searches(request), rewrite_growth(request));
  }
  if (has_groups(request.candidate) && searches(request.candidate)) {
    return both(rewrite_groups(request), rewrite_searches(request));
  }
  if (searches(request.candidate)) return rewrite_searches(request);
  if (has_groups(request.candidate)) return rewrite_groups(request);
  if (has_rows(request.candidate)) return rewrite_rows(request);
  if (grows(request.candidate)) return rewrite_growth(request);
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
  if (searches(candidate)) {
    return before / (before * (1 - kSearchesOfLoop) + entries * kAskTable);
  }
  if (has_groups(candidate)) {
    return before / (before * (1 - kGroupsOfLoop) + entries * kAskTable);
  }
  if (grows(candidate) && !has_rows(candidate)) {
    const double concats =
        loop.iterations > 0 ? std::min(0.9 * before, entries * rows * kConcat)
                            : kSeriesOfLoop * before;
    return before / (before - concats + entries * kAskTable);
  }
  if (has_rows(candidate)) {
    const double share = kDictOfRow / kSeriesOfRow;
    const double series =
        loop.iterations > 0
            ? std::min(0.9 * before, entries * rows * kSeriesOfRow)
            : kSeriesOfLoop *
                  std::min(before, loop.cost.cpu_s * options.ran_share);
    return before / (before - series * (1 - share) + entries * kAskTable);
  }
  const double of_row = (1 + rewrite.array_operations) * kOfCell +
                        (1 + rewrite.array_conversions) * kCellToList;
  return before / (entries * (kAskTable + rows * of_row));
}

}  // namespace ppp::rewrite
