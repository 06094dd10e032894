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

/// Parts of the same columns and types make the same table, one by one or at
/// once. Before pandas 3 an object column of nothing but missing items or truth
/// values is another than one of others. The first part may give the table its
/// columns: it is added as before. A part may change later: its columns are
/// copied, those of NumPy as arrays. The first thing kept is what all have.
std::vector<HelperLine> keep_part_function(const std::string& name,
                                           const std::string& pandas) {
  return {
      {0, "def " + name + "(table, parts, part):"},
      {1,
       "\"\"\"Keeps the part for later; False: it may change the "
       "columns.\"\"\""},
      {1, "if parts and parts[0] is None:  # others may have the table, too"},
      {2, "parts.clear()"},
      {2, "return False"},
      {1, "old = " + pandas + ".__version__ < \"3\""},
      {1, "labels, dtypes = parts[0] if parts else (None, None)"},
      {1, "for one in (part,) if parts else (table, part):"},
      {2, "if ("},
      {3, fmt::format("type(one) is not {}.DataFrame", pandas)},
      {3, fmt::format("or type(one.columns) is not {}.Index", pandas)},
      {3, "or {*map(type, one.columns)} != {str}"},
      {3, "or len(one) == 0"},
      {3, "or one.attrs"},
      {3, "or not one.flags.allows_duplicate_labels"},
      {2, "):"},
      {3, "return False"},
      {2, "if labels is None:"},
      {3, "labels = one.columns"},
      {3, "if labels.name is not None or not labels.is_unique:"},
      {4, "return False"},
      {2, "elif not one.columns.identical(labels):"},
      {3, "return False"},
      {2, "columns = [column for _, column in one.copy(deep=False).items()]"},
      {2, "if dtypes is None:"},
      {3, "dtypes = [column.dtype for column in columns]"},
      {3,
       "plain = {\"int64\", \"float64\", \"bool\", \"object\", \"str\", "
       "\"datetime64[ns]\", \"datetime64[us]\"}"},
      {3, "if not {*map(str, dtypes)} <= plain:"},
      {4, "return False"},
      {2, "elif dtypes != [column.dtype for column in columns]:"},
      {3, "return False"},
      {2, "for column in columns if old else ():"},
      {3,
       "if column.dtype == \"object\" and {*map(type, column.tolist())} != "
       "{str}:"},
      {4, "return False"},
      {1, "if not parts:"},
      {2, "parts.append((labels, dtypes))"},
      {1,
       "parts.append([column.copy() if str(column.dtype) == \"str\" else "
       "column.to_numpy(copy=True) for column in columns])"},
      {1, "return True"}};
}

std::vector<HelperLine> add_function(const GrownTable& grown,
                                     const std::string& name,
                                     const std::string& pandas,
                                     const std::string& numpy) {
  const std::string rows = grown.part ? "parts" : "rows";
  std::vector<HelperLine> lines = {
      {0, fmt::format("def {}(table, {}):", name, rows)},
      {1,
       fmt::format("\"\"\"The table with the {} that were kept.\"\"\"", rows)},
      {1, fmt::format("if not {0} or {0}[0] is None:", rows)},
      {2, "return table"}};
  if (grown.part) {
    extend(lines,
           {{1, "(labels, dtypes), *kept = parts"},
            {1, "parts.clear()"},
            {1, "columns = []"},
            {1, "for dtype, items in zip(dtypes, zip(*kept)):"},
            {2, "if str(dtype) == \"str\":"},
            {3, fmt::format("column = {}.concat(items, ignore_index=True)",
                            pandas)},
            {2, "else:"},
            {3, fmt::format("column = {}.Series({}.concatenate(items), "
                            "dtype=dtype)",
                            pandas, numpy)},
            {2, "columns.append(column)"},
            {1, fmt::format("more = {}.DataFrame(dict(zip(labels, columns)))",
                            pandas)},
            {1, "more.columns = labels"}});
  } else {
    extend(lines, {{1, fmt::format("more = {}.DataFrame(rows)", pandas)},
                   {1, "rows.clear()"}});
  }
  lines.push_back(
      {1, fmt::format("return {}.concat([table, more], ignore_index=True)",
                      pandas)});
  return lines;
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
  const std::string numpy =
      grown->part ? request.imports.module_as("numpy", "np") : "";
  const std::string table(grown->table.text());
  const std::string keep = request.names.fresh({"keep_for_" + table});
  const std::string add = request.names.fresh({"add_to_" + table});
  const std::string rows =
      request.names.local({table + (grown->part ? "_parts" : "_rows")});
  Rewrite rewrite;
  const std::vector<HelperLine> kept =
      grown->part ? keep_part_function(keep, pandas)
                  : keep_function(*grown, keep, pandas);
  for (const auto& lines : {kept, add_function(*grown, add, pandas, numpy)}) {
    if (auto refused = refuse_names(request, lines, {pandas, numpy})) {
      return *refused;
    }
    rewrite.definitions.push_back(
        {place_of_kernel(request), definition_text(request, lines)});
  }
  rewrite.safety = Safety::kChecked;
  rewrite.edits = growth_edits(request, loop, *grown, rows, keep, add);
  rewrite.summary = grown->part ? "parts added at once, not one by one"
                                : "rows added at once, not one by one";
  return rewrite;
}

}  // namespace ppp::rewrite
