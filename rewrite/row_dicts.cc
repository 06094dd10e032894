// SPDX-License-Identifier: Apache-2.0
#include "rewrite/row_dicts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "advisor/row_call.h"
#include "advisor/table_rows.h"
#include "base/check.h"
#include "rewrite/helper_text.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::TableRows;
using Lines = std::vector<HelperLine>;

/// Names of what is imported.
struct RowNames {
  std::string pandas;
  std::string item;  ///< operator.itemgetter
};

/// What is asked of dates, each once, and the variables that hold it.
struct RowDates {
  std::vector<advisor::RowDate> asked;
  std::vector<std::string> names;

  std::size_t place_of(const advisor::RowDate& date) const {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const bool same =
          asked[i].label == date.label && asked[i].asked == date.asked;
      if (same) return i;
    }
    return asked.size();
  }
};

/// Nothing but the loop gives its variable a value while it runs: no function
/// that declares it, and of a variable of the module no other module.
bool only_loop_sets(const Request& request, const std::string& name,
                    advisor::Node loop) {
  static const auto ways = {"import __main__", "__import__", "import_module",
                            "sys.modules"};
  static const auto more_ways = {"__main__", "__dict__", "setattr"};
  bool only = true;
  const bool of_module = !advisor::enclosing(loop, {"function_definition"});
  for (const advisor::SourceFile& file : request.project.files) {
    const bool own = file.file() == request.source.file();
    if (!own && !of_module) continue;
    advisor::walk(file.root(), [&](advisor::Node node) {
      const bool declares =
          own && (node.is("global_statement") || node.is("nonlocal_statement"));
      only = only && !(declares && has_name(node.text(), name)) &&
             !(node.is("attribute") && advisor::is_target(node) &&
               node.field("attribute").text() == name);
      return only;
    });
    if (!of_module) continue;
    const auto has = [&](const char* way) {
      return file.text().find(way) != std::string::npos;
    };
    only = only && std::none_of(ways.begin(), ways.end(), has) &&
           (own || std::none_of(more_ways.begin(), more_ways.end(), has));
  }
  return only;
}

RowDates row_dates(const Request& request, const TableRows& rows,
                   advisor::Node loop) {
  RowDates dates;
  if (rows.dates.empty() || !only_loop_sets(request, rows.row, loop)) {
    return dates;
  }
  for (const advisor::RowDate& one : rows.dates) {
    if (dates.place_of(one) < dates.asked.size()) continue;
    dates.asked.push_back(one);
    const std::string word = one.asked.substr(0, one.asked.find('('));
    dates.names.push_back(
        request.names.fresh({(is_word(one.label) ? one.label : "date") + "_" +
                             (word == "strftime" ? "text" : word)}));
  }
  return dates;
}

/// `("price", "state")`
std::string tuple_of(const std::vector<std::string>& labels) {
  std::string all;
  for (const std::string& label : labels) {
    all += (all.empty() ? "\"" : ", \"") + label + "\"";
  }
  return "(" + all + (labels.size() == 1 ? ",)" : ")");
}

/// What get() asks for and nothing else reads.
std::vector<std::string> only_perhaps(const TableRows& rows) {
  const std::set<std::string> read(rows.labels.begin(), rows.labels.end());
  std::vector<std::string> labels = rows.perhaps;
  std::erase_if(labels,
                [&](const std::string& one) { return read.contains(one); });
  return labels;
}

/// It is a table of pandas, with all that is read.
Lines asked_of_table(const TableRows& rows, const std::string& pandas,
                     const std::string& otherwise) {
  Lines lines = {{1, "if ("},
                 {2, kHasWarned},
                 {2, "or type(table) is not " + pandas + ".DataFrame"},
                 {2, "or type(table.columns) is not " + pandas + ".Index"},
                 {2, "or not table.columns.is_unique"},
                 {2, "or {*map(type, table.columns)} != {str}"},
                 {2, "or not {*labels} <= {*table.columns}"}};
  for (const std::string& label : rows.attributes) {
    lines.push_back(
        {2, fmt::format("or hasattr({}.Series, \"{}\")", pandas, label)});
  }
  if (rows.by_call()) {
    lines.push_back({2, "or len(table) == 0"});
    lines.push_back({2, "or table.attrs"});
    lines.push_back({2, "or not table.flags.allows_duplicate_labels"});
  }
  lines.push_back({1, "):"});
  lines.push_back({2, otherwise});
  return lines;
}

/// Rows hold what their columns hold: those of a table of several types are
/// copied before the loop begins; of one type they may be the table itself,
/// which the loop may change. Ints and floats are floats of NumPy then, others
/// objects. A Series of nothing but texts or dates might be given another type
/// than that, and its missing items with it: not if a number or truth value is
/// among them, which are never missing, or both a text and a date.
Lines asked_of_types(const TableRows& rows, const std::string& pandas,
                     bool steady, const std::string& otherwise) {
  Lines lines = {
      {1, "dtypes = dict(zip(table, map(str, table.dtypes)))"},
      {1, "plain = {\"int64\", \"float64\", \"bool\", \"object\", \"str\"}"},
      {1, "read = plain | {\"datetime64[ns]\", \"datetime64[us]\"}"},
      {1, "if not {dtypes[label] for label in labels} <= read:"},
      {2, otherwise},
      {1, "kinds = {*dtypes.values()}"},
      {1, "numbers = kinds == {\"int64\", \"float64\"}"},
      {1, "row_type = \"float64\" if numbers else \"object\""}};
  if (steady) {
    extend(lines, {{1, "if kinds in ({\"int64\"}, {\"float64\"}):"},
                   {2, "numbers, row_type = True, *kinds"}});
    extend(lines, {{1, "elif len(dtypes) < 2 or kinds == {\"object\"}:"}});
  } else {
    extend(lines, {{1, "if len(dtypes) < 2 or kinds == {\"object\"}:"}});
  }
  extend(lines, {{2, otherwise},
                 {1, "if table.iloc[:0].to_numpy().dtype != row_type:"},
                 {2, otherwise}});
  if (rows.by_call()) {
    // Other types are those of a column, and read when their row comes.
    lines.push_back({1, "if table.iloc[0].dtype != row_type:"});
    lines.push_back({2, otherwise});
  }
  const Lines missing = {
      {1, "if not kinds & {\"int64\", \"bool\"}:"},
      {2,
       "texts = [label for label in dtypes if dtypes[label] in {\"object\", "
       "\"str\"}]"},
      {2,
       "sure = any({*map(type, table[label].tolist())} == {str} for label in "
       "texts)"},
      {2,
       "dates = [label for label in dtypes if dtypes[label] in read - plain]"},
      {2,
       "sure = sure and any(not table[label].isna().any() for label in dates)"},
      {2, "items = {"},
      {3, "type(item)"},
      {3, "for label, dtype in dtypes.items()"},
      {3, "if dtype == \"object\""},
      {3, "for item in table[label].tolist()"},
      {2, "}"},
      {2, "if not sure and (not kinds <= plain or not items <= {str, float}):"},
      {3, otherwise},
      {2, "if not sure and items and " + pandas +
              ".Series([\"\"]).dtype != \"object\":"},
      {3, otherwise}};
  lines.insert(lines.end(), missing.begin(), missing.end());
  return lines;
}

/// What makes a row of a tuple of items, which is called so.
struct MadeRow {
  std::string row, items;
};

/// A display, which takes half the time of `dict(zip(labels, row))`; not of
/// labels that may be there or not, or of very many.
MadeRow row_of_items(const TableRows& rows) {
  const std::size_t count = rows.labels.size();
  if (!only_perhaps(rows).empty() || count > 12) {
    return {"dict(zip(labels, row))", "row"};
  }
  MadeRow made = {"{", ""};
  for (std::size_t i = 0; i < count; ++i) {
    const std::string item = fmt::format("item_{}", i + 1);
    made.row +=
        fmt::format("{}\"{}\": {}", i ? ", " : "", rows.labels[i], item);
    made.items += (i ? ", " : "") + item;
  }
  made.row += "}";
  if (count == 1) made.items = "(item_1,)";
  return made;
}

/// Dates of which nothing is read but what is known of them.
Lines lists_of_columns(const TableRows& rows, const RowDates& dates) {
  std::map<std::string, std::string> asked;
  for (std::size_t i = 0; i < dates.names.size(); ++i) {
    const std::string& label = dates.asked[i].label;
    if (std::count(rows.items.begin(), rows.items.end(), label)) continue;
    std::string& lists = asked[label];
    lists += (lists.empty() ? "" : ", ") + dates.names[i];
  }
  if (asked.empty()) {
    return {{2, "columns = [column.tolist() for column in columns]"}};
  }
  Lines lines = {{2, "columns = dict(zip(labels, columns))"}};
  for (const auto& [label, lists] : asked) {
    const bool one = lists.find(',') == std::string::npos;
    lines.push_back(
        {2, one ? fmt::format("if None not in {}:", lists)
                : fmt::format("if not any(None in values for values in ({})):",
                              lists)});
    lines.push_back({3, fmt::format("columns[\"{}\"] = columns[\"{}\"].isna()",
                                    label, label)});
  }
  lines.push_back(
      {2, "columns = [column.tolist() for column in columns.values()]"});
  return lines;
}

/// All but the head, up to the columns as lists. Gives what makes a row.
MadeRow rows_of_columns(const TableRows& rows, const RowDates& dates,
                        const std::string& of_dates, const RowNames& names,
                        bool steady, const std::string& otherwise,
                        Lines& lines) {
  const std::string& pandas = names.pandas;
  lines.push_back({1, "labels = " + tuple_of(rows.labels)});
  extend(lines, asked_of_table(rows, pandas, otherwise));
  const std::vector<std::string> perhaps = only_perhaps(rows);
  if (!perhaps.empty()) {
    lines.push_back({1, "labels += tuple(label for label in " +
                            tuple_of(perhaps) + " if label in table.columns)"});
  }
  extend(lines, asked_of_types(rows, pandas, steady, otherwise));
  MadeRow made = row_of_items(rows);
  if (!rows.attributes.empty()) {
    made.row = made.items == "row" ? "kind(zip(labels, row))"
                                   : "kind(" + made.row + ")";
    lines.push_back({1, "names = " + tuple_of(rows.attributes)});
    lines.push_back({1, fmt::format("kind = type(\"Row\", (dict,), {{name: "
                                    "property({}(name)) for name in names}})",
                                    names.item)});
  }
  for (std::size_t i = 0; i < dates.names.size(); ++i) {
    const advisor::RowDate& date = dates.asked[i];
    lines.push_back(
        {1, fmt::format("{} = {}(table[\"{}\"], lambda date: "
                        "date.{})",
                        dates.names[i], of_dates, date.label, date.asked)});
  }
  extend(lines,
         {{1, "columns = [table[label] for label in labels]"},
          {1, "if numbers:"},
          {2, fmt::format("columns = [column.to_numpy({}, copy=True) for "
                          "column in columns]",
                          steady ? "row_type" : "\"float64\"")},
          {1, "else:"}});
  extend(lines, lists_of_columns(rows, dates));
  return made;
}

/// None where a row has to be asked: its date is missing, or asking fails.
Lines dates_function(const std::string& name, const std::string& pandas) {
  return {{0, "def " + name + "(column, function):"},
          {1,
           "\"\"\"What the function gives for each date, asked once for equal "
           "ones; or Nones.\"\"\""},
          {1,
           "if str(column.dtype) not in {\"datetime64[ns]\", "
           "\"datetime64[us]\"}:"},
          {2, "return [None] * len(column)"},
          {1, "codes, items = " + pandas + ".factorize(column)"},
          {1, "try:"},
          {2, "values = [function(item) for item in items]"},
          {1, "except Exception:"},
          {2, "return [None] * len(column)"},
          {1, "values.append(None)  # of missing dates, whose code is -1"},
          {1, "return [values[code] for code in codes.tolist()]"}};
}

Lines rows_function(const TableRows& rows, const RowDates& dates,
                    const std::string& of_dates, const std::string& name,
                    const std::string& loop, const RowNames& names,
                    bool steady) {
  Lines lines = {
      {0, "def " + name + "(table):"},
      {1, "\"\"\"Dicts, for " + loop +
              "; or rows of iterrows(), where these would differ.\"\"\""}};
  std::string otherwise = "return table.iterrows()";
  if (!dates.names.empty()) {
    std::string nones;
    for (std::size_t i = 0; i < dates.names.size(); ++i) nones += ", None";
    otherwise =
        "return ((label, row" + nones + ") for label, row in table.iterrows())";
  }
  const MadeRow made =
      rows_of_columns(rows, dates, of_dates, names, steady, otherwise, lines);
  std::string more;
  for (const std::string& list : dates.names) more += ", " + list;
  extend(lines, {{1, "rows = ("},
                 {2, made.row},
                 {2, "for " + made.items + " in zip(*columns)"},
                 {1, ")"},
                 {1, "return zip(table.index, rows" + more + ")"}});
  return lines;
}

/// The function is called as pandas calls it. What it gives is made a Series as
/// pandas does, which does that itself where there are other things than
/// numbers and texts.
Lines call_function(const TableRows& rows, const std::string& name,
                    const std::string& loop, const RowNames& names,
                    const std::string& nothing) {
  const std::string& pandas = names.pandas;
  Lines lines = {{0, "def " + name + "(table, function):"},
                 {1, "\"\"\"What " + loop +
                         " gives, by dicts for rows; or None, where these "
                         "would differ.\"\"\""}};
  const MadeRow made = rows_of_columns(rows, {}, "", names, /*steady=*/false,
                                       "return None", lines);
  extend(
      lines,
      {{1, "part = table.iloc[:, :1]"},
       {1, "values = []"},
       {1, "option = \"mode.chained_assignment\""},
       {1, "old = " + pandas + ".__version__ < \"3\""},
       {1, fmt::format("with {}.option_context(option, None) if old else {}():",
                       pandas, nothing)},
       {2, "for " + made.items + " in zip(*columns):"},
       {3, "value = function(" + made.row + ")"},
       {3, "if isinstance(value, " + pandas + ".Series):"},
       {4, "value = value.copy(deep=False)"},
       {3, "values.append(value)"},
       {1, "if {*map(type, values)} <= {bool, int, float, str, type(None)}:"},
       {2, "return " + pandas + ".Series(values, index=part.index)"},
       {1, "given = iter(values)"},
       {1, "return part.apply(lambda row: next(given), axis=1)"}});
  return lines;
}

/// The imports that the rows need.
RowNames row_names(const Request& request, const TableRows& rows) {
  RowNames names;
  names.pandas = request.imports.module_as("pandas", "pd");
  if (!rows.attributes.empty()) {
    names.item = request.imports.symbol("operator", "itemgetter");
  }
  return names;
}

/// "rows_of_orders", of `orders`, `self.orders` or `orders[late]`.
std::string name_of_rows(advisor::Node frame) {
  while (frame.is("subscript")) frame = frame.field("value");
  if (frame.is("attribute")) frame = frame.field("attribute");
  return "rows_of_" +
         (frame.is("identifier") ? std::string(frame.text()) : "table");
}

/// The name without what stands behind its first dot.
std::string root_of(const std::string& expression) {
  return expression.substr(0, expression.find('.'));
}

/// `for _, row, day_month in …:`, in which `row["day"].month` is `day_month`.
void add_dates(const TableRows& rows, const RowDates& dates, advisor::Node loop,
               Rewrite& rewrite) {
  if (dates.names.empty()) return;
  std::string more;
  for (const std::string& name : dates.names) more += ", " + name;
  const std::uint32_t end = loop.field("left").children()[1].range().end;
  rewrite.edits.push_back({{end, end}, more});
  for (const advisor::RowDate& date : rows.dates) {
    const std::string& name = dates.names[dates.place_of(date)];
    const ByteRange range = date.expression.range();
    const bool alone = date.expression.parent().is("assignment");
    rewrite.edits.push_back({{range.begin, range.begin},
                             fmt::format("{}{} if {} is not None else ",
                                         alone ? "" : "(", name, name)});
    if (!alone) rewrite.edits.push_back({{range.end, range.end}, ")"});
  }
}

Proposal rewrite_call(const Request& request, const TableRows& rows,
                      advisor::Node loop) {
  if (!begins_line(request.source, rows.statement.range().begin)) {
    return refusal(request, "one-line-block",
                   "the statement does not stand on lines of its own");
  }
  const RowNames names = row_names(request, rows);
  const std::string nothing =
      request.imports.symbol("contextlib", "nullcontext");
  std::string of = name_of_result(loop);
  if (of.empty()) of = rows.frame.text();
  const std::string name = request.names.fresh({of + "_by_rows"});
  const Lines lines = call_function(
      rows, name, place_of(request.candidate.loop), names, nothing);
  if (auto refused = refuse_names(
          request, lines,
          {root_of(names.pandas), root_of(names.item), root_of(nothing)})) {
    return *refused;
  }
  Rewrite rewrite;
  rewrite.safety = Safety::kChecked;
  rewrite.definitions.push_back(
      {place_of_kernel(request), definition_text(request, lines)});
  rewrite.edits = edits_of_call(
      request, rows.statement, loop,
      fmt::format("{}({}, {})", name, rows.frame.text(), rows.function.text()));
  rewrite.summary = "rows as dicts, not as Series";
  return rewrite;
}

}  // namespace

Proposal rewrite_rows(const Request& request) {
  const advisor::Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  const auto rows = advisor::table_rows(request.source, loop);
  PPP_CHECK(rows);
  if (rows->by_call()) return rewrite_call(request, *rows, loop);
  const RowNames names = row_names(request, *rows);
  const std::string frame(rows->frame.text());
  const std::string name = request.names.fresh({name_of_rows(rows->frame)});
  const RowDates dates = row_dates(request, *rows, loop);
  std::string of_dates;
  Rewrite rewrite;
  if (!dates.names.empty()) {
    of_dates = request.names.fresh({"asked_of_dates"});
    const Lines lines = dates_function(of_dates, names.pandas);
    if (auto refused = refuse_names(request, lines, {root_of(names.pandas)})) {
      return *refused;
    }
    rewrite.definitions.push_back(
        {place_of_kernel(request), definition_text(request, lines)});
  }
  const Lines lines = rows_function(
      *rows, dates, of_dates, name, place_of(request.candidate.loop), names,
      has_evidence(request.candidate, "steady-tables"));
  if (auto refused = refuse_names(
          request, lines,
          {root_of(names.pandas), root_of(names.item), of_dates})) {
    return *refused;
  }
  rewrite.safety = Safety::kChecked;
  rewrite.definitions.push_back(
      {place_of_kernel(request), definition_text(request, lines)});
  rewrite.edits = {{rows->source.range(), name + "(" + frame + ")"}};
  add_dates(*rows, dates, loop, rewrite);
  rewrite.summary = "rows as dicts, not as Series";
  return rewrite;
}

}  // namespace ppp::rewrite
