// SPDX-License-Identifier: Apache-2.0
#include "rewrite/group_calls.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace ppp::rewrite {
namespace {

using advisor::TableGroups;
using Lines = std::vector<HelperLine>;

struct Operator {
  const char* text;
  const char* name;  ///< in `operator`
};

constexpr std::array<Operator, 4> kOperators = {
    {{"+", "add"}, {"-", "sub"}, {"*", "mul"}, {"/", "truediv"}}};

/// What answers for the groups, one after the other.
HelperLine parts_of(const TableGroups& groups, const GroupNames& names) {
  if (groups.column.empty()) {
    return {1, fmt::format("parts = [{}(columns, i, ends[i], ends[i + 1]) for "
                           "i in range(len(keys))]",
                           names.rows)};
  }
  return {1, fmt::format("parts = [{}(columns[selection], i, ends[i], ends[i + "
                         "1]) for i in range(len(keys))]",
                         names.items)};
}

/// Before pandas 3 the function is called once more for all groups, where a
/// TypeError is raised. Numbers and texts make a Series as pandas makes it; of
/// anything else pandas makes what it does.
Lines applied(const TableGroups& groups, const GroupNames& names) {
  return {
      parts_of(groups, names),
      {1, "option = \"mode.chained_assignment\""},
      {1, "old = " + names.pandas + ".__version__ < \"3\""},
      {1, fmt::format("with {}.option_context(option, None) if old else {}():",
                      names.pandas, names.nothing)},
      {2, "try:"},
      {3, "values = [function(part) for part in parts]"},
      {2, "except TypeError:"},
      {3, "if not old:"},
      {4, "raise"},
      {3, "values = [function(part) for part in parts]"},
      {1, fmt::format("numbers = {{{0}.float64, {0}.int64, {0}.bool_}}",
                      names.numpy)},
      {1, "if {*map(type, values)} <= numbers | {bool, int, float, str}:"},
      {2, fmt::format("return {}.Series(values, index=keys{})", names.pandas,
                      groups.column.empty() ? "" : ", name=selection")},
      {1, "given = iter(values)"},
      {1, fmt::format("return groups{}.apply(lambda part: next(given){})",
                      groups.selection ? "[selection]" : "",
                      groups.keyless ? ", include_groups=False" : "")}};
}

/// What pandas does with other things than numbers, and with exceptions, of
/// which it forgives some and calls the function again: it is given what the
/// function gave and raised, and calls it itself from there on.
Lines aggregated(const TableGroups& groups, const GroupNames& names) {
  const std::string& numpy = names.numpy;
  return {
      parts_of(groups, names),
      {1,
       fmt::format("numbers = {{int, float, {0}.int64, {0}.float64}}", numpy)},
      {1, fmt::format("known = numbers | {{bool, {}.bool_, str, type(None)}}",
                      numpy)},
      {1, "values = []"},
      {1, "failure = None"},
      {1, "try:"},
      {2, "for part in parts:"},
      {3, "values.append(function(part))"},
      {3, "if type(values[-1]) not in known:"},
      {4, "break"},
      {1, "except Exception as error:"},
      {2, "failure = error"},
      {1, "kinds = {*map(type, values)}"},
      {1, "dtypes = {\"int64\", \"float64\", \"bool\"}"},
      {1,
       "plain = len(values) == len(parts) and str(table[selection].dtype) "
       "in dtypes"},
      {1, fmt::format("if plain and (kinds <= numbers or kinds <= {{bool, "
                      "{}.bool_}}):",
                      numpy)},
      {2, fmt::format("series = {}.Series(values, index=keys, name=selection)",
                      names.pandas)},
      {2, "if str(series.dtype) in dtypes:"},
      {3, "return series"},
      {1, "given = iter(values)"},
      {0, ""},
      {1, "def again(part):"},
      {2, "nonlocal failure"},
      {2, "for value in given:"},
      {3, "return value"},
      {2, "error, failure = failure, None"},
      {2, "if error is not None:"},
      {3, "raise error"},
      {2, "return function(part)"},
      {0, ""},
      {1, "return groups[selection].agg(again)"}};
}

Lines transformed(const TableGroups& groups, const GroupNames& names) {
  const std::string& numpy = names.numpy;
  const bool calculates = !groups.calculated.empty();
  Lines lines;
  if (calculates) {
    // Items of others are no numbers; very many may be left to numexpr.
    extend(lines, {{1,
                    "if str(table[selection].dtype) not in {\"int64\", "
                    "\"float64\"}:"},
                   {2, "return None"},
                   {1, fmt::format("if {}.diff(ends).max() >= 10**6:", numpy)},
                   {2, "return None"}});
  }
  extend(
      lines,
      {parts_of(groups, names),
       {1,
        fmt::format("known = {{bool, int, float, str, type(None), {0}.bool_, "
                    "{0}.int64, {0}.float64{1}}}",
                    numpy, calculates ? ", " + names.values : "")},
       {1, "values = []"},
       {1, "for part in parts:"},
       {2, "values.append(function(part))"},
       {2, "if type(values[-1]) not in known:"},
       {3, "break"},
       {1, "numbers = known - {str, type(None)}"},
       {1, "if len(values) == len(parts) and {*map(type, values)} <= numbers:"},
       {2, "arrays = ["}});
  const std::string full = fmt::format("{}.full(len(part), value)", numpy);
  if (calculates) {
    extend(lines, {{3, fmt::format("value.items if type(value) is {} else {}",
                                   names.values, full)}});
  } else {
    extend(lines, {{3, full}});
  }
  extend(lines,
         {{3, "for part, value in zip(parts, values)"},
          {2, "]"},
          {2, "dtypes = {str(one.dtype) for one in arrays}"},
          {2, "complete = len(order) == len(table)"},
          {2,
           "if dtypes <= {\"int64\", \"float64\"} or (dtypes == {\"bool\"} and "
           "complete):"},
          {3, fmt::format("found = {}.concatenate(arrays)", numpy)},
          {3, fmt::format("items = {0}.zeros(len(table), found.dtype) if "
                          "complete else {0}.full(len(table), {0}.nan)",
                          names.numpy)},
          {3, "items[order] = found"},
          {3, fmt::format("return {}.Series(items, index=table.index, "
                          "name=selection)",
                          names.pandas)},
          {1, "given = iter(values)"},
          {0, ""},
          {1, "def again(part):"},
          {2, "for value in given:"}});
  if (calculates) {
    extend(lines, {{3, fmt::format("if type(value) is {}:", names.values)},
                   {4, fmt::format("return {}.Series(value.items, "
                                   "index=part.index)",
                                   names.pandas)}});
  }
  extend(lines, {{3, "return value"},
                 {2, "return function(part)"},
                 {0, ""},
                 {1, "return groups[selection].transform(again)"}});
  return lines;
}

}  // namespace

Lines numbers_class(const TableGroups& groups, const GroupNames& names) {
  Lines lines = {
      {0, "class " + names.numbers + ":"},
      {1,
       "\"\"\"Operators of a group's items, and of what is made of "
       "them.\"\"\""},
      {0, ""},
      {1, "__slots__ = ()"},
      {1, "__array_ufunc__ = None  # numbers of NumPy leave it to these"}};
  for (const Operator& one : kOperators) {
    if (!groups.calculated.contains(one.text)) continue;
    const std::string word = one.name;
    extend(lines, {{0, ""},
                   {1, fmt::format("def __{}__(self, other):", word)},
                   {2, fmt::format("return {}({}.{}, self, other)",
                                   names.calculated, names.operators, word)},
                   {0, ""},
                   {1, fmt::format("def __r{}__(self, other):", word)},
                   {2, fmt::format("return {}({}.{}, other, self)",
                                   names.calculated, names.operators, word)}});
  }
  if (groups.calculated.contains("fillna")) {
    extend(lines,
           {{0, ""},
            {1, "def fillna(self, value):"},
            {2, fmt::format("if type(value) not in {{float, int, {0}.float64, "
                            "{0}.int64}}:",
                            names.numpy)},
            {3, "return self.series().fillna(value)"},
            {2, "items = self.array()"},
            {2, "if items.dtype == \"float64\":"},
            {3, fmt::format("items = {0}.where({0}.isnan(items), value, items)",
                            names.numpy)},
            {2, fmt::format("return {}(items, self.owner())", names.values)}});
  }
  return lines;
}

Lines values_class(const TableGroups&, const GroupNames& names) {
  return {{0, fmt::format("class {}({}):", names.values, names.numbers)},
          {1, "\"\"\"Numbers made of items of a group.\"\"\""},
          {0, ""},
          {1, "__slots__ = (\"items\", \"group\")"},
          {0, ""},
          {1, "def __init__(self, items, group):"},
          {2, "self.items = items"},
          {2, "self.group = group"},
          {0, ""},
          {1, "def array(self):"},
          {2, "return self.items"},
          {0, ""},
          {1, "def owner(self):"},
          {2, "return self.group"},
          {0, ""},
          {1, "def series(self):"},
          {2, fmt::format("return {}.Series(self.items, "
                          "index=self.group.series().index)",
                          names.pandas)}};
}

Lines numbers_of_items(const TableGroups&, const GroupNames&) {
  return {{0, ""},
          {1, "def array(self):"},
          {2, "return self.column.items[self.begin : self.end]"},
          {0, ""},
          {1, "def owner(self):"},
          {2, "return self"}};
}

/// Of a Series pandas would compute it, and ignore what NumPy warns of.
Lines calculated_function(const GroupNames& names) {
  const std::string& numpy = names.numpy;
  return {
      {0, fmt::format("def {}(operation, one, other):", names.calculated)},
      {1,
       "\"\"\"What pandas gives for items of a group and a number, or others "
       "of the group.\"\"\""},
      {1, "mine = [value for value in (one, other) if isinstance(value, " +
              names.numbers + ")]"},
      {1, "given = [value.array() if isinstance(value, " + names.numbers +
              ") else value for value in (one, other)]"},
      {1, "kinds = {*map(type, given)}"},
      {1, fmt::format("small = int not in kinds or all(-(2**63) <= value < "
                      "2**63 for value in given if type(value) is int)")},
      {1, fmt::format("if small and kinds <= {{{0}.ndarray, int, float, "
                      "{0}.int64, {0}.float64}}:",
                      numpy)},
      {2, fmt::format("with {}.errstate(all=\"ignore\"):", numpy)},
      {3, fmt::format("return {}(operation(*given), mine[0].owner())",
                      names.values)},
      {1, "return operation(*(value.series() if isinstance(value, " +
              names.numbers + ") else value for value in (one, other)))"}};
}

Lines calls_of_groups(const TableGroups& groups, const GroupNames& names) {
  using Way = advisor::GroupCall::Way;
  if (groups.way == Way::kAggregate) return aggregated(groups, names);
  if (groups.way == Way::kTransform) return transformed(groups, names);
  return applied(groups, names);
}

}  // namespace ppp::rewrite
