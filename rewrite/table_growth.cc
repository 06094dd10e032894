// SPDX-License-Identifier: Apache-2.0
#include "rewrite/table_growth.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "advisor/grown_table.h"
#include "base/check.h"
#include "rewrite/helper_text.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::GrownTable;
using advisor::Node;

/// Of numbers, truth values and texts in columns of just these, or of objects,
/// a table is the same, whether its rows come one by one or at once. The first
/// ones may give it other types: they are added as before. Objects beside other
/// types make pandas before 3 warn, or are forgotten.
std::vector<HelperLine> keep_function(const GrownTable& grown,
                                      const std::string& name,
                                      const std::string& pandas) {
  const std::string row =
      grown.data.is("list")
          ? "data[0]"
          : "{label: items[0] for label, items in data.items()}";
  return {
      {0, "def " + name + "(table, rows, data):"},
      {1,
       "\"\"\"Keeps the row for later; False: it may change the "
       "columns.\"\"\""},
      {1, "if rows and rows[0] is None:  # others may have the table, too"},
      {2, "rows.clear()"},
      {2, "return False"},
      {1, "row = " + row},
      {1, "if type(row) is not dict or {*map(type, row)} != {str}:"},
      {2, "return False"},
      {1, "kinds = [*map(type, row.values())]"},
      {1, "if not rows:"},
      {2, "if ("},
      {3, fmt::format("type(table) is not {}.DataFrame", pandas)},
      {3, fmt::format("or type(table.columns) is not {}.Index", pandas)},
      {3,
       fmt::format("or table.columns.dtype != {}.Index([\"\"]).dtype", pandas)},
      {3, "or table.columns.name is not None"},
      {3, "or {*map(type, table.columns)} != {str}"},
      {3, "or [*table.columns] != [*row]"},
      {3, "or len(table) == 0"},
      {3, "or table.attrs"},
      {2, "):"},
      {3, "return False"},
      {2, "made = {int: \"int64\", float: \"float64\", bool: \"bool\"}"},
      {2, fmt::format("made[str] = str({}.Series([\"\"]).dtype)", pandas)},
      {2,
       fmt::format("objects = \"object\" if {}.__version__ >= \"3\" else \"\"",
                   pandas)},
      {2, "dtypes = [*map(str, table.dtypes)]"},
      {2,
       "held = [table[label].iloc[-1] for label, dtype in zip(table, dtypes) "
       "if dtype == \"object\"]"},
      {2,
       "if not {*kinds, *map(type, held)} <= {*made} or any(one != one for one "
       "in held):"},
      {3, "return False"},
      {2,
       "if any(dtype not in (made[kind], objects) for kind, dtype in "
       "zip(kinds, dtypes)):"},
      {3, "return False"},
      {1,
       "elif [*row] != [*rows[0]] or kinds != [*map(type, rows[0].values())]:"},
      {2, "return False"},
      {1,
       "if any(type(one) is int and not -2**63 <= one < 2**63 for one in "
       "row.values()):"},
      {2, "return False"},
      {1, "if any(one != one for one in row.values()):"},
      {2,
       "if any(one != one and dtype == \"object\" for one, dtype in "
       "zip(row.values(), table.dtypes)):"},
      {3, "return False"},
      {1, "rows.append(dict(row))"},
      {1, "return True"}};
}

std::vector<HelperLine> add_function(const std::string& name,
                                     const std::string& pandas) {
  return {{0, "def " + name + "(table, rows):"},
          {1, "\"\"\"The table with the rows that were kept.\"\"\""},
          {1, "if not rows or rows[0] is None:"},
          {2, "return table"},
          {1, fmt::format("more = {}.DataFrame(rows)", pandas)},
          {1, "rows.clear()"},
          {1, fmt::format("return {}.concat([table, more], ignore_index=True)",
                          pandas)}};
}

/// The loop in a `try`, and a question around its statement, which stays as it
/// is: a warning shows its text.
std::vector<Edit> growth_edits(const Request& request, Node loop,
                               const GrownTable& grown, const std::string& rows,
                               const std::string& keep,
                               const std::string& add) {
  const advisor::SourceFile& source = request.source;
  const std::string newline = newline_of(source);
  const std::string indent = newline + indent_of(source, loop.range().begin);
  const std::string unit = indent_unit(source, loop);
  const std::string table(grown.table.text());
  const std::string added =
      fmt::format("{0} = {1}({0}, {2})", table, add, rows);
  const ByteRange statement = grown.statement.range();
  const std::string inner = indent_of(source, statement.begin) + unit + unit;
  const Edit asked = {
      statement,
      fmt::format("if not {}({}, {}, {}):{}{}{}{}{}{}", keep, table, rows,
                  grown.data.text(), newline, inner, added, newline, inner,
                  moved_text(source, statement, inner))};
  std::vector<Edit> edits = indent_lines(source, loop.range(), unit, {asked});
  std::erase_if(edits, [&](const Edit& edit) {
    return edit.range.begin <= loop.range().begin ||
           (statement.begin < edit.range.begin &&
            edit.range.begin < statement.end);
  });
  edits.push_back({{loop.range().begin, loop.range().begin},
                   rows + " = [None]" + indent + "try:" + indent + unit});
  edits.push_back(asked);
  edits.push_back({{loop.range().end, loop.range().end},
                   indent + "finally:" + indent + unit + added});
  return edits;
}

}  // namespace

Proposal rewrite_growth(const Request& request) {
  const Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  const auto grown = advisor::grown_table(request.source, loop);
  PPP_CHECK(grown);
  if (!begins_line(request.source, grown->statement.range().begin) ||
      !ends_line(request.source, grown->statement.range().end) ||
      !begins_line(request.source, loop.range().begin)) {
    return refusal(request, "one-line-block",
                   "the statement does not stand on lines of its own");
  }
  const std::string pandas = request.imports.module_as("pandas", "pd");
  const std::string table(grown->table.text());
  const std::string keep = request.names.fresh({"keep_for_" + table});
  const std::string add = request.names.fresh({"add_to_" + table});
  const std::string rows = request.names.local({table + "_rows"});
  Rewrite rewrite;
  for (const auto& lines :
       {keep_function(*grown, keep, pandas), add_function(add, pandas)}) {
    if (auto refused = refuse_names(request, lines, {pandas})) return *refused;
    rewrite.definitions.push_back(
        {place_of_kernel(request), definition_text(request, lines)});
  }
  rewrite.safety = Safety::kChecked;
  rewrite.edits = growth_edits(request, loop, *grown, rows, keep, add);
  rewrite.summary = "rows added at once, not one by one";
  return rewrite;
}

}  // namespace ppp::rewrite
