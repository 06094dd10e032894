// SPDX-License-Identifier: Apache-2.0
#include "rewrite/group_rows.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "advisor/table_groups.h"
#include "base/check.h"
#include "rewrite/group_calls.h"
#include "rewrite/helper_text.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::TableGroups;

bool asks(const TableGroups& groups, const char* what) {
  return groups.asked.contains(what);
}

bool asks_extremes(const TableGroups& groups) {
  return asks(groups, "max") || asks(groups, "min");
}

bool asks_squares(const TableGroups& groups) {
  return asks(groups, "std") || asks(groups, "var");
}

bool asks_sums(const TableGroups& groups) {
  return asks(groups, "sum") || asks(groups, "mean") || asks_squares(groups);
}

/// What tells of all groups at once: extremes where it does not matter which of
/// several is taken, sums of ints. Sums of floats are those of NumPy, unless
/// Bottleneck computes them, or some are missing or very large.
std::vector<HelperLine> column_class(const TableGroups& groups,
                                     const GroupNames& names) {
  std::vector<HelperLine> lines = {
      {0, "class " + names.column + ":"},
      {1, "\"\"\"A column in the order of its groups.\"\"\""},
      {0, ""},
      {1, "def __init__(self, series, begins):"},
      {2, "dtype = str(series.dtype)"},
      {2,
       "plain = dtype in {\"int64\", \"float64\", \"bool\", \"object\", "
       "\"str\"}"},
      {2, "self.series = series"},
      {2, "self.items = items = series.to_numpy() if plain else None"}};
  if (asks_extremes(groups)) {
    extend(lines, {{2, "extremes = dtype in {\"int64\", \"bool\"}"},
                   {2, "if dtype == \"float64\" and not series.isna().any():"},
                   {3, fmt::format("zero = (items == 0) & {}.signbit(items)",
                                   names.numpy)},
                   {3, "extremes = not zero.any()"}});
  }
  for (const auto& [method, held, function] :
       {std::tuple("max", "maxima", "maximum"),
        std::tuple("min", "minima", "minimum")}) {
    if (!asks(groups, method)) continue;
    lines.push_back(
        {2, fmt::format("self.{} = {}.{}.reduceat(items, begins) if extremes "
                        "else None",
                        held, names.numpy, function)});
  }
  if (asks_sums(groups)) {
    extend(lines,
           {{2, "self.sums = dtype in {\"int64\", \"bool\"}"},
            {2, "if dtype == \"float64\" and not series.isna().any():"},
            {3, "self.sums = series.abs().max() < 1e300 / (len(series) + 1)"},
            {2, fmt::format("if \"bottleneck\" in {}.modules:", names.sys)},
            {3, "self.sums = False"}});
  }
  if (asks_squares(groups)) {
    extend(lines, {{2,
                    "self.squares = self.sums and dtype in {\"int64\", "
                    "\"float64\"}"},
                   {2, "if self.squares and dtype == \"float64\":"},
                   {3, "self.squares = series.abs().max() < 1e150"}});
  }
  if (asks(groups, "sum")) {
    extend(lines,
           {{2, "self.totals = None"},
            {2, "if self.sums and dtype != \"float64\":"},
            {3, fmt::format("self.totals = {}.add.reduceat(items, begins, "
                            "dtype=\"int64\")",
                            names.numpy)}});
  }
  return lines;
}

/// `len()`, and what else of this the loop asks for.
void add_measures(const TableGroups& groups, std::vector<HelperLine>& lines) {
  extend(lines, {{0, ""},
                 {1, "def __len__(self):"},
                 {2, "return self.end - self.begin"}});
  if (asks(groups, "empty")) {
    extend(lines, {{0, ""},
                   {1, "@property"},
                   {1, "def empty(self):"},
                   {2, "return False"}});
  }
}

void add_method(const std::string& head, std::vector<HelperLine> body,
                std::vector<HelperLine>& lines) {
  extend(lines, {{0, ""}, {1, "def " + head + ":"}});
  extend(lines, std::move(body));
}

void add_answers(const TableGroups& groups, const std::string& numpy,
                 std::vector<HelperLine>& lines) {
  static const std::set<std::string> known = {
      "item", "max", "mean", "min", "quantile", "std", "sum", "tolist", "var"};
  const std::string part = "self.column.items[self.begin : self.end]";
  for (const auto& [method, held] :
       {std::pair("max", "maxima"), std::pair("min", "minima")}) {
    if (!asks(groups, method)) continue;
    add_method(fmt::format("{}(self)", method),
               {{2, fmt::format("known = self.column.{}", held)},
                {2, "if known is None:"},
                {3, fmt::format("return self.series().{}()", method)},
                {2, "return known[self.number]"}},
               lines);
  }
  if (asks(groups, "sum")) {
    add_method("sum(self)",
               {{2, "if self.column.totals is not None:"},
                {3, "return self.column.totals[self.number]"},
                {2, "if not self.column.sums:"},
                {3, "return self.series().sum()"},
                {2, "return " + part + ".sum()"}},
               lines);
  }
  if (asks(groups, "mean")) {
    add_method("mean(self)",
               {{2, "if not self.column.sums:"},
                {3, "return self.series().mean()"},
                {2, "return " + part + ".sum(dtype=\"float64\") / len(self)"}},
               lines);
  }
  if (asks(groups, "tolist") || asks(groups, "iter")) {
    add_method("tolist(self)",
               {{2, "if self.column.items is None:"},
                {3, "return self.series().tolist()"},
                {2, "return " + part + ".tolist()"}},
               lines);
  }
  if (asks(groups, "iter")) {
    add_method("__iter__(self)",
               {{2, "if self.column.items is None:"},
                {3, "return iter(self.series())"},
                {2, "return iter(self.tolist())"}},
               lines);
  }
  if (asks(groups, "item")) {
    add_method("item(self)",
               {{2, "if self.column.items is None or len(self) != 1:"},
                {3, "return self.series().item()"},
                {2, "return self.column.items.item(self.begin)"}},
               lines);
  }
  if (asks_squares(groups)) {
    add_method("squares(self, ddof)",
               {{2, "if len(self) <= ddof:"},
                {3, "return " + numpy + ".float64(\"nan\")"},
                {2, "items = " + part + ".astype(\"float64\")"},
                {2, "rest = items.sum() / len(self) - items"},
                {2, "return (rest**2).sum() / (len(self) - ddof)"}},
               lines);
  }
  for (const auto& [method, result] :
       {std::pair<std::string, std::string>("std", numpy + ".sqrt"),
        std::pair<std::string, std::string>("var", "")}) {
    if (!asks(groups, method.c_str())) continue;
    add_method(method + "(self, ddof=1)",
               {{2, "if not self.column.squares:"},
                {3, fmt::format("return self.series().{}(ddof=ddof)", method)},
                {2, fmt::format("return {}(self.squares(ddof))", result)}},
               lines);
  }
  if (asks(groups, "quantile")) {
    add_method("quantile(self, q=0.5)",
               {{2, "return self.series().quantile(q)"}}, lines);
  }
  for (const std::string& name : groups.asked) {
    if (known.contains(name) ||
        !advisor::known_of_items().contains(std::string_view(name))) {
      continue;
    }
    add_method(name + "(self)",
               {{2, fmt::format("return self.series().{}()", name)}}, lines);
  }
}

std::vector<HelperLine> items_class_of_group(const TableGroups& groups,
                                             const GroupNames& names) {
  const bool calculates = !groups.calculated.empty();
  std::vector<HelperLine> lines = {
      {0, "class " + names.items +
              (calculates ? "(" + names.numbers + ")" : "") + ":"},
      {1,
       "\"\"\"Items of a column in a group; pandas says what else there is to "
       "say.\"\"\""},
      {0, ""},
      {1, "__slots__ = (\"column\", \"number\", \"begin\", \"end\")"},
      {0, ""},
      {1, "def __init__(self, column, number, begin, end):"},
      {2, "self.column = column"},
      {2, "self.number = number"},
      {2, "self.begin = begin"},
      {2, "self.end = end"}};
  add_measures(groups, lines);
  if (calculates) extend(lines, numbers_of_items(groups, names));
  add_method("series(self)",
             {{2, "return self.column.series.iloc[self.begin : self.end]"}},
             lines);
  bool places = false;
  for (const char* name : {"iat", "iloc", "values"}) {
    if (!asks(groups, name)) continue;
    places = true;
    extend(
        lines,
        {{0, ""},
         {1, "@property"},
         {1, fmt::format("def {}(self):", name)},
         {2, "known = self.column.items is not None"},
         {2, fmt::format("return self if known else self.series().{}", name)}});
  }
  if (places) {
    add_method(
        "__getitem__(self, place)",
        {{2,
          "return self.column.items[self.end - 1 if place else self.begin]"}},
        lines);
  }
  add_answers(groups, names.numpy, lines);
  return lines;
}

std::vector<HelperLine> rows_class_of_group(const TableGroups& groups,
                                            const GroupNames& names) {
  std::vector<HelperLine> lines = {
      {0, "class " + names.rows + ":"},
      {1, "\"\"\"A group of rows, for what is read of it.\"\"\""},
      {0, ""},
      {1, "def __init__(self, columns, number, begin, end):"},
      {2, "self.columns = columns"},
      {2, "self.number = number"},
      {2, "self.begin = begin"},
      {2, "self.end = end"}};
  add_measures(groups, lines);
  if (asks(groups, "shape")) {
    extend(lines, {{0, ""},
                   {1, "@property"},
                   {1, "def shape(self):"},
                   {2, "return (len(self),)"}});
  }
  if (!groups.labels.empty()) {
    add_method("__getitem__(self, label)",
               {{2, "column = self.columns[label]"},
                {2, fmt::format("return {}(column, self.number, self.begin, "
                                "self.end)",
                                names.items)}},
               lines);
  }
  return lines;
}

std::string tuple_of_columns(const std::vector<std::string>& labels) {
  std::string all;
  for (const std::string& label : labels) {
    all += (all.empty() ? "\"" : ", \"") + label + "\"";
  }
  return "(" + all + (labels.size() == 1 ? ",)" : ")");
}

std::string grouping_of(const TableGroups& groups) {
  return std::string("table.groupby(by") +
         (groups.sorted ? "" : ", sort=False") +
         (groups.observed.empty() ? "" : ", observed=" + groups.observed) + ")";
}

/// All but the head, up to `columns`, `keys` and where each group ends. pandas
/// says which groups there are, and in which order; their rows are in that of
/// the table. What is read of them is what they are now: the groups of pandas
/// are copies, too.
std::vector<HelperLine> columns_of_groups(const TableGroups& groups,
                                          const GroupNames& names,
                                          const std::string& otherwise) {
  std::vector<HelperLine> lines = {
      {1, "if ("},
      {2, kHasWarned},
      {2, "or type(table) is not " + names.pandas + ".DataFrame"},
      {2, "or type(table.columns) is not " + names.pandas + ".Index"},
      {2, "or not table.columns.is_unique"},
      {2, "or {*map(type, table.columns)} != {str}"},
      {2, groups.listed ? "or not {*by, *labels} <= {*table.columns}"
                        : "or not {by, *labels} <= {*table.columns}"},
      {2, groups.listed ? "or not {*by}.isdisjoint(table.index.names)"
                        : "or by in table.index.names"}};
  // Before it a loop is given no tuple, and pandas warns.
  if (groups.keys.size() == 1 && groups.listed && !groups.by_call()) {
    lines.push_back({2, "or " + names.pandas + ".__version__ < \"2\""});
  }
  if (groups.by_call()) {
    if (groups.selection && groups.column.empty()) {
      lines.push_back({2, "or not {*selection} <= {*table.columns}"});
    }
    // pandas 2.2 warns where the key is among what the function is given, and
    // knows a word for that, which is an argument of the function before.
    if (!groups.selection) {
      const std::string version = names.pandas + ".__version__";
      lines.push_back({2, groups.keyless
                              ? "or " + version + " < \"2.2\""
                              : "or \"2.2\" <= " + version + " < \"3\""});
    }
    extend(lines, {{2, "or table.attrs"},
                   {2, "or not table.flags.allows_duplicate_labels"}});
  }
  extend(lines, {{1, "):"}, {2, otherwise}});
  if (groups.listed) lines.push_back({1, "for key in by:"});
  const int depth = groups.listed ? 2 : 1;
  const std::string key = groups.listed ? "table[key]" : "table[by]";
  extend(
      lines,
      {{depth, "dtype = str(" + key + ".dtype)"},
       {depth, fmt::format("if dtype == \"object\" and {{*map(type, "
                           "{}.dropna().tolist())}} <= {{str}}:",
                           key)},
       {depth + 1, "dtype = \"str\""},
       {depth, "if dtype not in {\"int64\", \"bool\", \"str\"}:"},
       {depth + 1, otherwise},
       {1, "groups = " + grouping_of(groups)},
       {1, "numbers = groups.ngroup().fillna(-1).to_numpy(\"int64\")"},
       {1, "keys = groups.size().index"},
       // By 16 bits at a time, for which NumPy counts and does not compare.
       {1,
        "order = (numbers % "
        "2**16).astype(\"uint16\").argsort(kind=\"stable\")"},
       {1, "if len(keys) >= 2**16:"},
       {2, "high = (numbers[order] // 2**16).astype(\"uint16\")"},
       {2, "order = order[high.argsort(kind=\"stable\")]"},
       {1, "order = order[: (numbers >= 0).sum()]  # missing keys are last"},
       {1, "if len(order) == 0:"},
       {2, otherwise},
       {1, "ends = numbers[order].searchsorted(range(len(keys) + 1)).tolist()"},
       {1, fmt::format("columns = {{label: {}(table[label].iloc[order], "
                       "ends[:-1]) for label in labels}}",
                       names.column)}});
  return lines;
}

std::vector<HelperLine> groups_function(const TableGroups& groups,
                                        const GroupNames& names,
                                        const std::string& loop) {
  std::vector<HelperLine> lines = {
      {0, "def " + names.groups + "(table, by):"},
      {1, "\"\"\"What is read of groups, for " + loop +
              "; or those of pandas, where these would differ.\"\"\""},
      {1, "labels = " + tuple_of_columns(groups.labels)}};
  extend(lines,
         columns_of_groups(groups, names, "return " + grouping_of(groups)));
  if (groups.listed) {
    // Of several columns its numbers are Python's or NumPy's, by its version.
    extend(lines,
           {{1, "first, _ = next(iter(table.iloc[order[:1]].groupby(by)))"},
            {1, "levels = [keys.get_level_values(i) for i in range(len(by))]"},
            {1,
             "levels = [one if type(next(iter(one))) is type(key) else "
             "one.to_numpy() for one, key in zip(levels, first)]"},
            {1, "keys = [*zip(*levels)]"},
            {1, "if [*map(type, keys[0])] != [*map(type, first)]:"},
            {2, "return " + grouping_of(groups)}});
  }
  lines.push_back(
      {1, fmt::format("return ((key, {}(columns, i, ends[i], ends[i + 1])) for "
                      "i, key in enumerate(keys))",
                      names.rows)});
  return lines;
}

/// The function is called as pandas calls it.
std::vector<HelperLine> group_call_function(const TableGroups& groups,
                                            const GroupNames& names,
                                            const std::string& loop) {
  std::vector<HelperLine> lines = {
      {0, fmt::format("def {}(table, by, {}function):", names.groups,
                      groups.selection ? "selection, " : "")},
      {1, "\"\"\"What " + loop +
              " gives, read from columns; or None, where groups "
              "would differ.\"\"\""},
      {1, "labels = " + tuple_of_columns(groups.labels)}};
  extend(lines, columns_of_groups(groups, names, "return None"));
  extend(lines, calls_of_groups(groups, names));
  return lines;
}

/// "groups_of_orders", of `orders`, `self.orders` or `orders[late]`.
std::string name_of_groups(advisor::Node frame) {
  while (frame.is("subscript")) frame = frame.field("value");
  if (frame.is("attribute")) frame = frame.field("attribute");
  return "groups_of_" +
         (frame.is("identifier") ? std::string(frame.text()) : "table");
}

/// The name without what stands behind its first dot.
std::string first_name(const std::string& expression) {
  return expression.substr(0, expression.find('.'));
}

GroupNames names_of_groups(const Request& request, const TableGroups& groups,
                           advisor::Node loop) {
  GroupNames names;
  names.pandas = request.imports.module_as("pandas", "pd");
  if (groups.by_call() || asks_extremes(groups) || asks(groups, "sum") ||
      asks_squares(groups)) {
    names.numpy = request.imports.module_as("numpy", "np");
  }
  if (asks_sums(groups)) names.sys = request.imports.module("sys");
  if (groups.by_call() && groups.way == advisor::GroupCall::Way::kApply) {
    names.nothing = request.imports.symbol("contextlib", "nullcontext");
  }
  names.column = request.names.fresh({"GroupColumn"});
  names.items = request.names.fresh({"GroupItems"});
  if (groups.column.empty()) names.rows = request.names.fresh({"GroupRows"});
  if (!groups.calculated.empty()) {
    names.operators = request.imports.module("operator");
    names.numbers = request.names.fresh({"GroupNumbers"});
    names.values = request.names.fresh({"GroupValues"});
    names.calculated = request.names.fresh({"calculated", "calculated_values"});
  }
  std::string result = groups.by_call() ? name_of_result(loop) : "";
  if (!result.empty()) result += "_by_groups";
  names.groups = request.names.fresh(
      {result.empty() ? name_of_groups(groups.frame) : result});
  return names;
}

}  // namespace

Proposal rewrite_groups(const Request& request) {
  const advisor::Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  const auto groups = advisor::table_groups(request.source, loop);
  PPP_CHECK(groups);
  const bool call = groups->by_call();
  if (call && !begins_line(request.source, groups->statement.range().begin)) {
    return refusal(request, "one-line-block",
                   "the statement does not stand on lines of its own");
  }
  const GroupNames names = names_of_groups(request, *groups, loop);
  const std::set<std::string> known = {first_name(names.pandas),
                                       first_name(names.numpy),
                                       first_name(names.nothing),
                                       first_name(names.sys),
                                       first_name(names.operators),
                                       names.numbers,
                                       names.values,
                                       names.calculated,
                                       names.column,
                                       names.items,
                                       names.rows};
  std::vector<std::vector<HelperLine>> all;
  if (!groups->labels.empty()) {
    all.push_back(column_class(*groups, names));
    const bool calculates = !groups->calculated.empty();
    if (calculates) all.push_back(numbers_class(*groups, names));
    all.push_back(items_class_of_group(*groups, names));
    if (calculates) {
      all.push_back(values_class(*groups, names));
      all.push_back(calculated_function(names));
    }
  }
  if (groups->column.empty()) {
    all.push_back(rows_class_of_group(*groups, names));
  }
  std::string where = place_of(request.candidate.loop);
  if (call) {
    const auto callee = loop.field("function").field("attribute");
    where = std::string(callee.text()) + where.substr(where.find("()"));
  }
  all.push_back(call ? group_call_function(*groups, names, where)
                     : groups_function(*groups, names, where));
  Rewrite rewrite;
  for (const auto& lines : all) {
    if (auto refused = refuse_names(request, lines, known)) return *refused;
    rewrite.definitions.push_back(
        {place_of_kernel(request), definition_text(request, lines)});
  }
  rewrite.safety = Safety::kChecked;
  std::string by;
  for (const std::string& key : groups->keys) {
    by += (by.empty() ? "\"" : ", \"") + key + "\"";
  }
  if (groups->listed) by = "[" + by + "]";
  const std::string asked =
      fmt::format("{}({}, {}", names.groups, groups->frame.text(), by);
  if (call) {
    const std::string selection =
        groups->selection ? std::string(groups->selection.text()) + ", " : "";
    rewrite.edits = edits_of_call(
        request, groups->statement, loop,
        fmt::format("{}, {}{})", asked, selection, groups->function.text()));
  } else {
    rewrite.edits = {{groups->source.range(), asked + ")"}};
  }
  rewrite.summary = "groups read from columns, not made";
  return rewrite;
}

}  // namespace ppp::rewrite
