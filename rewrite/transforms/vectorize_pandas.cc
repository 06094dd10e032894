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
// dicts, or asks iterrows() where its items would be others.

#include <algorithm>

#include "advisor/table_rows.h"
#include "base/check.h"
#include "rewrite/helper_text.h"
#include "rewrite/kernel_rewrite.h"
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

bool has_rows(const advisor::Candidate& candidate) {
  return !candidate.kernel &&
         std::any_of(candidate.evidence.begin(), candidate.evidence.end(),
                     [](const advisor::Reason& known) {
                       return known.id == "table-rows";
                     });
}

/// Rows hold what their columns hold: those of a table of several types are
/// copied as objects before the loop begins; of one type they may be the table
/// itself, which the loop may change. A Series of nothing but texts or dates
/// might be given another type than that, and its missing items with it: not if
/// a number or truth value is among them, which are never missing.
std::vector<HelperLine> asked_of_types(const std::string& pandas) {
  return {
      {1, "dtypes = dict(zip(table, map(str, table.dtypes)))"},
      {1, "plain = {\"int64\", \"float64\", \"bool\", \"object\", \"str\"}"},
      {1, "read = plain | {\"datetime64[ns]\", \"datetime64[us]\"}"},
      {1, "if not {dtypes[label] for label in labels} <= read:"},
      {2, "return table.iterrows()"},
      {1, "kinds = {*dtypes.values()}"},
      {1, "if len(dtypes) < 2 or kinds == {\"object\"}:"},
      {2, "return table.iterrows()"},
      {1, "if not kinds & {\"int64\", \"bool\"}:"},
      {2, "items = {"},
      {3, "type(item)"},
      {3, "for label, dtype in dtypes.items()"},
      {3, "if dtype == \"object\""},
      {3, "for item in table[label].tolist()"},
      {2, "}"},
      {2, "if not kinds <= plain or not items <= {str, float}:"},
      {3, "return table.iterrows()"},
      {2, "if items and " + pandas + ".Series([\"\"]).dtype != \"object\":"},
      {3, "return table.iterrows()"}};
}

std::vector<HelperLine> rows_function(const advisor::TableRows& rows,
                                      const std::string& name,
                                      const std::string& loop,
                                      const std::string& pandas) {
  std::string labels;
  for (const std::string& label : rows.labels) {
    labels += (labels.empty() ? "\"" : ", \"") + label + "\"";
  }
  if (rows.labels.size() == 1) labels += ",";
  std::vector<HelperLine> lines = {
      {0, "def " + name + "(table):"},
      {1, "\"\"\"Dicts, for " + loop +
              "; or rows of iterrows(), where these would differ.\"\"\""},
      {1, "labels = (" + labels + ")"},
      {1, "if ("},
      {2, "type(table) is not " + pandas + ".DataFrame"},
      {2, "or type(table.columns) is not " + pandas + ".Index"},
      {2, "or not table.columns.is_unique"},
      {2, "or {*map(type, table.columns)} != {str}"},
      {2, "or not {*labels} <= {*table.columns}"},
      {2, "or table.iloc[:0].to_numpy().dtype != \"object\""},
      {1, "):"},
      {2, "return table.iterrows()"}};
  for (HelperLine& line : asked_of_types(pandas)) {
    lines.push_back(std::move(line));
  }
  lines.push_back({1, "columns = [table[label].tolist() for label in labels]"});
  lines.push_back({1,
                   "return zip(table.index, "
                   "(dict(zip(labels, row)) for row in zip(*columns)))"});
  return lines;
}

Proposal rewrite_rows(const Request& request) {
  const advisor::Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  const auto rows = advisor::table_rows(request.source, loop);
  PPP_CHECK(rows);
  const std::string pandas = request.imports.module_as("pandas", "pd");
  const std::string frame(rows->frame.text());
  const std::string name = request.names.fresh({"rows_of_" + frame});
  const std::vector<HelperLine> lines =
      rows_function(*rows, name, place_of(request.candidate.loop), pandas);
  if (auto refused = refuse_names(request, lines, {pandas})) return *refused;
  Rewrite rewrite;
  rewrite.safety = Safety::kChecked;
  rewrite.definitions.push_back(
      {place_of_kernel(request), definition_text(request, lines)});
  rewrite.edits = {{rows->source.range(), name + "(" + frame + ")"}};
  rewrite.summary = "rows as dicts, not as Series";
  return rewrite;
}

}  // namespace

Proposal vectorize_pandas(const Request& request) {
  if (has_rows(request.candidate)) return rewrite_rows(request);
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
