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
      {1, fmt::format("if {}:", kHasWarned)},
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

/// A row that `loc` adds to columns of the types that pandas gives its items.
/// Of numbers alone all are floats if one is. The first row may give the table
/// its types and another index: it is added as before.
std::vector<HelperLine> keep_row_function(const std::string& name,
                                          const std::string& pandas,
                                          const std::string& numpy) {
  return {
      {0, "def " + name + "(table, rows, row):"},
      {1,
       "\"\"\"Keeps the row for later; False: it may change the "
       "columns.\"\"\""},
      {1,
       "if rows and rows[0] is None:  # it may give the columns their types"},
      {2, "rows.clear()"},
      {2, "return False"},
      {1, fmt::format("if {}:", kHasWarned)},
      {2, "return False"},
      {1, fmt::format("plain = {{{0}.int64: int, {0}.float64: float, "
                      "{0}.bool_: bool}}",
                      numpy)},
      {1, "kinds = [plain.get(kind, kind) for kind in map(type, row)]"},
      {1, "if not {*kinds} <= {int, float, bool, str}:"},
      {2, "return False"},
      {1,
       "if any(one != one or kind is int and not -2**53 <= one <= 2**53 for "
       "one, kind in zip(row, kinds)):"},
      {2, "return False"},
      {1, "if rows:"},
      {2, "if kinds != rows[0]:"},
      {3, "return False"},
      {1, "elif ("},
      {2, fmt::format("type(table) is not {}.DataFrame", pandas)},
      {2, fmt::format("or type(table.columns) is not {}.Index", pandas)},
      {2, "or table.columns.name is not None"},
      {2, "or not table.columns.is_unique"},
      {2, "or {*map(type, table.columns)} != {str}"},
      {2, "or len(table.columns) != len(row)"},
      {2, "or len(table) == 0"},
      {2, "or table.attrs"},
      {2, "or not table.flags.allows_duplicate_labels"},
      {2, "or table.index.dtype != \"int64\""},
      {2, "or table.index.name is not None"},
      {2, fmt::format("or not table.index.equals({}.RangeIndex(len(table)))",
                      pandas)},
      {1, "):"},
      {2, "return False"},
      {1, "else:"},
      {2, "made = {int: \"int64\", float: \"float64\", bool: \"bool\"}"},
      {2, fmt::format("made[str] = str({}.Series([\"\"]).dtype)", pandas)},
      {2, "if {*kinds} == {int, float}:"},
      {3, "made[int] = \"float64\""},
      {2, "if [*map(str, table.dtypes)] != [made[kind] for kind in kinds]:"},
      {3, "return False"},
      {2, "rows.append(kinds)"},
      {1, "rows.append([*row])"},
      {1, "return True"}};
}

std::vector<HelperLine> add_rows_function(const std::string& name,
                                          const std::string& pandas) {
  return {
      {0, "def " + name + "(table, rows):"},
      {1, "\"\"\"The table with the rows that were kept.\"\"\""},
      {1, "if not rows or rows[0] is None:"},
      {2, "return table"},
      {1, "columns = zip(table.columns, table.dtypes, zip(*rows[1:]))"},
      {1, fmt::format("more = {0}.DataFrame({{label: {0}.Series(items, "
                      "dtype=dtype) for label, dtype, items in columns}})",
                      pandas)},
      {1, "more.columns = table.columns"},
      {1, "more.index += len(table)"},
      {1, fmt::format("if type(table.index) is not {}.RangeIndex:", pandas)},
      {2, fmt::format("more.index = {}.Index([*more.index], dtype=\"int64\")",
                      pandas)},
      {1, "rows.clear()"},
      {1, fmt::format("return {}.concat([table, more])", pandas)}};
}

/// What a row is made of may be evaluated twice. Numbers of NumPy may warn.
std::vector<HelperLine> plain_function(const std::string& name,
                                       const std::string& pandas) {
  return {
      {0, "def " + name + "(operands, mappings):"},
      {1,
       "\"\"\"They are numbers and texts, dicts and Series: reading them and "
       "arithmetic have no effect.\"\"\""},
      {1,
       fmt::format("return {{*map(type, operands)}} <= {{int, float, bool, "
                   "str}} and {{*map(type, mappings)}} <= {{dict, {}.Series}}",
                   pandas)}};
}

/// `a, b`, as a tuple.
std::string tuple_of_names(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) {
    all += (all.empty() ? "" : ", ") + name;
  }
  return "(" + all + (names.size() == 1 ? ",)" : ")");
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
                               const std::string& keep, const std::string& add,
                               const std::string& plain) {
  const advisor::SourceFile& source = request.source;
  const std::string newline = newline_of(source);
  const std::string indent = newline + indent_of(source, loop.range().begin);
  const std::string unit = indent_unit(source, loop);
  const std::string table(grown.table.text());
  const std::string added =
      fmt::format("{0} = {1}({0}, {2})", table, add, rows);
  const ByteRange statement = grown.statement.range();
  const std::string inner = indent_of(source, statement.begin) + unit + unit;
  const std::string asks_first =
      plain.empty() ? ""
                    : fmt::format("not {}({}, {}) or ", plain,
                                  tuple_of_names(grown.operands),
                                  tuple_of_names(grown.mappings));
  const Edit asked = {
      statement,
      fmt::format("if {}not {}({}, {}, {}):{}{}{}{}{}{}", asks_first, keep,
                  table, rows, grown.data.text(), newline, inner, added,
                  newline, inner, moved_text(source, statement, inner))};
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
  const std::string numpy = grown->part || grown->in_place
                                ? request.imports.module_as("numpy", "np")
                                : "";
  const std::string table(grown->table.text());
  const std::string keep = request.names.fresh({"keep_for_" + table});
  const std::string add = request.names.fresh({"add_to_" + table});
  const bool asks = !grown->operands.empty() || !grown->mappings.empty();
  const std::string plain =
      asks ? request.names.fresh({"are_plain"}) : std::string();
  const std::string rows =
      request.names.local({table + (grown->part ? "_parts" : "_rows")});
  std::vector<std::vector<HelperLine>> all;
  if (asks) all.push_back(plain_function(plain, pandas));
  if (grown->in_place) {
    all.push_back(keep_row_function(keep, pandas, numpy));
    all.push_back(add_rows_function(add, pandas));
  } else {
    all.push_back(grown->part ? keep_part_function(keep, pandas)
                              : keep_function(*grown, keep, pandas));
    all.push_back(add_function(*grown, add, pandas, numpy));
  }
  Rewrite rewrite;
  for (const auto& lines : all) {
    if (auto refused = refuse_names(request, lines, {pandas, numpy})) {
      return *refused;
    }
    rewrite.definitions.push_back(
        {place_of_kernel(request), definition_text(request, lines)});
  }
  rewrite.safety = Safety::kChecked;
  rewrite.edits = growth_edits(request, loop, *grown, rows, keep, add, plain);
  rewrite.summary = grown->part ? "parts added at once, not one by one"
                                : "rows added at once, not one by one";
  return rewrite;
}

}  // namespace ppp::rewrite
