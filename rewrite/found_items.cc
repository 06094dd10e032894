// SPDX-License-Identifier: Apache-2.0
#include "rewrite/found_items.h"

#include <fmt/format.h>

#include <cctype>

namespace ppp::rewrite {
namespace {

bool reads(std::string_view text, std::string_view member) {
  const std::string with_dot = "." + std::string(member);
  for (std::size_t at = text.find(with_dot); at != std::string_view::npos;
       at = text.find(with_dot, at + 1)) {
    const std::size_t end = at + with_dot.size();
    const bool more = end < text.size() &&
                      (std::isalnum(static_cast<unsigned char>(text[end])) ||
                       text[end] == '_');
    if (!more) return true;
  }
  return false;
}

/// `len()`, and what else of this the loop asks for.
std::vector<HelperLine> measures(std::string_view text) {
  std::vector<HelperLine> lines = {{1, "def __len__(self):"},
                                   {2, "return len(self.rows)"}};
  if (reads(text, "empty")) {
    extend(lines, {{0, ""},
                   {1, "@property"},
                   {1, "def empty(self):"},
                   {2, "return len(self.rows) == 0"}});
  }
  return lines;
}

}  // namespace

/// Slices of a column's array are what pandas would slice.
std::vector<HelperLine> slices_function(const std::string& name,
                                        const FoundNames& names) {
  return {{0, "def " + name + "(table, label):"},
          {1,
           "\"\"\"What gives a slice of the column, later of its array; or "
           "None.\"\"\""},
          {1, "if ("},
          {2, kHasWarned},
          {2, "or type(table) is not " + names.pandas + ".DataFrame"},
          {2, "or type(table.columns) is not " + names.pandas + ".Index"},
          {2, "or not table.columns.is_unique"},
          {2, "or {*map(type, table.columns)} != {str}"},
          {2, "or label not in table.columns"},
          {1, "):"},
          {2, "return None"},
          {1, "asked = 0"},
          {1, "column = items = sums = None"},
          {1, "kinds = {int, type(None)}"},
          {0, ""},
          {1, "def part(start, stop):"},
          {2, "nonlocal asked, column, items, sums"},
          {2, "if asked < 5:"},
          {3, "asked += 1"},
          {3, "if asked == 5:"},
          {4, "column, items, sums = " + names.items + "(table[label])"},
          {2, fmt::format("if items is None or type(start) not in kinds or "
                          "type(stop) not in kinds or {}:",
                          kHasWarned)},
          {3, "return table[label].iloc[start:stop]"},
          {2, "return " + names.sliced + "(column, start, stop, items, sums)"},
          {0, ""},
          {1, "return part"}};
}

/// `max()` and the like of slices of a column's array, without an object for
/// each: what pandas would compute of the very items (see items_function).
std::vector<HelperLine> folds_function(const std::string& name,
                                       const std::string& method,
                                       const FoundNames& names) {
  const bool mean = method == "mean";
  const std::string folded = method == "max"   ? "maximum"
                             : method == "min" ? "minimum"
                                               : "add";
  return {{0, "def " + name + "(table, label):"},
          {1, fmt::format("\"\"\"What gives {}() of a slice of the column, "
                          "later of its array; or None.\"\"\"",
                          method)},
          {1, "if ("},
          {2, kHasWarned},
          {2, "or type(table) is not " + names.pandas + ".DataFrame"},
          {2, "or type(table.columns) is not " + names.pandas + ".Index"},
          {2, "or not table.columns.is_unique"},
          {2, "or {*map(type, table.columns)} != {str}"},
          {2, "or label not in table.columns"},
          {1, "):"},
          {2, "return None"},
          {1, "asked = 0"},
          {1, "items = None"},
          {1, "kinds = {int, type(None)}"},
          {1, fmt::format("fold = {}.{}.reduce", names.numpy, folded)},
          {0, ""},
          {1, "def of_slice(start, stop):"},
          {2, "nonlocal asked, items"},
          {2, "if asked < 5:"},
          {3, "asked += 1"},
          {3, "if asked == 5:"},
          {4, "_, items, sums = " + names.items + "(table[label])"},
          {4, "items = items if sums else None"},
          {2, fmt::format("if items is not None and type(start) in kinds and "
                          "type(stop) in kinds and not {}:",
                          kHasWarned)},
          {3, "part = items[start:stop]"},
          {3, "if len(part) > 0:"},
          {4, mean ? "return fold(part, dtype=\"float64\") / len(part)"
                   : "return fold(part)"},
          {2, fmt::format("return table[label].iloc[start:stop].{}()", method)},
          {0, ""},
          {1, "return of_slice"}};
}

std::vector<HelperLine> rows_class(const FoundNames& names,
                                   std::string_view text) {
  std::vector<HelperLine> lines = {
      {0, "class " + names.found + ":"},
      {1,
       "\"\"\"Rows that were found, for what is read of "
       "them.\"\"\""},
      {0, ""},
      {1, "def __init__(self, table, rows, columns):"},
      {2, "self.table = table"},
      {2, "self.rows = rows"},
      {2, "self.columns = columns"},
      {0, ""}};
  extend(lines, measures(text));
  if (reads(text, "shape")) {
    extend(lines, {{0, ""},
                   {1, "@property"},
                   {1, "def shape(self):"},
                   {2, "return len(self.rows), len(self.table.columns)"}});
  }
  extend(
      lines,
      {{0, ""},
       {1, "def __getitem__(self, label):"},
       {2, "if label not in self.columns:"},
       {3, "self.columns[label] = " + names.items + "(self.table[label])"},
       {2, "return " + names.of_column + "(self.rows, *self.columns[label])"}});
  return lines;
}

/// Sums of pandas are those of NumPy, of the same numbers in the same order,
/// unless Bottleneck computes them, or some are missing or very large.
std::vector<HelperLine> items_function(const FoundNames& names) {
  return {
      {0, "def " + names.items + "(column):"},
      {1,
       "\"\"\"The column, its items, and whether NumPy adds them up as pandas "
       "does.\"\"\""},
      {1, "dtype = str(column.dtype)"},
      {1,
       "if dtype not in {\"int64\", \"float64\", \"bool\", \"object\", "
       "\"str\"}:"},
      {2, "return column, None, False"},
      {1, "sums = dtype == \"int64\""},
      {1, "if dtype == \"float64\" and not column.isna().any():"},
      {2, "sums = column.abs().max() < 1e300 / (len(column) + 1)"},
      {1, fmt::format("sums = sums and \"bottleneck\" not in {}.modules",
                      names.sys)},
      {1, "return column, column.to_numpy(), sums"}};
}

std::vector<HelperLine> items_class(const FoundNames& names,
                                    std::string_view text) {
  std::vector<HelperLine> lines = {
      {0, "class " + names.of_column + ":"},
      {1,
       "\"\"\"Items of a column in the rows that were found; pandas says what "
       "else there is to say.\"\"\""},
      {0, ""},
      {1, "def __init__(self, rows, column, items, sums):"},
      {2, "self.rows = rows"},
      {2, "self.column = column"},
      {2, "self.items = items"},
      {2, "self.sums = sums and len(rows) > 0"},
      {0, ""}};
  extend(lines, measures(text));
  extend(lines, {{0, ""},
                 {1, "def series(self):"},
                 {2, "return self.column.iloc[self.rows]"}});
  bool places = false;
  for (const char* name : {"iat", "iloc", "values"}) {
    if (!reads(text, name)) continue;
    places = true;
    extend(
        lines,
        {{0, ""},
         {1, "@property"},
         {1, fmt::format("def {}(self):", name)},
         {2, "known = self.items is not None and len(self.rows) > 0"},
         {2, fmt::format("return self if known else self.series().{}", name)}});
  }
  if (places) {
    extend(lines, {{0, ""},
                   {1, "def __getitem__(self, place):"},
                   {2, "return self.items[self.rows[place]]"}});
  }
  if (reads(text, "item")) {
    extend(lines, {{0, ""},
                   {1, "def item(self):"},
                   {2, "if self.items is None or len(self.rows) != 1:"},
                   {3, "return self.series().item()"},
                   {2, "return self.items.item(self.rows[0])"}});
  }
  if (reads(text, "tolist")) {
    extend(lines, {{0, ""},
                   {1, "def tolist(self):"},
                   {2, "if self.items is None:"},
                   {3, "return self.series().tolist()"},
                   {2, "return self.items[self.rows].tolist()"}});
  }
  for (const char* name : {"sum", "max", "min"}) {
    if (!reads(text, name)) continue;
    extend(lines,
           {{0, ""},
            {1, fmt::format("def {}(self):", name)},
            {2, "if not self.sums:"},
            {3, fmt::format("return self.series().{}()", name)},
            {2, fmt::format("return self.items[self.rows].{}()", name)}});
  }
  if (reads(text, "mean")) {
    extend(lines, {{0, ""},
                   {1, "def mean(self):"},
                   {2, "if not self.sums:"},
                   {3, "return self.series().mean()"},
                   {2,
                    "return self.items[self.rows].sum(dtype=\"float64\") / "
                    "len(self.rows)"}});
  }
  return lines;
}

std::vector<HelperLine> sliced_class(const FoundNames& names,
                                     std::string_view text) {
  std::vector<HelperLine> lines = {
      {0, "class " + names.sliced + ":"},
      {1,
       "\"\"\"A slice of a column; pandas says what else there is to "
       "say.\"\"\""},
      {0, ""},
      {1, "__slots__ = (\"column\", \"start\", \"stop\", \"rows\", \"sums\")"},
      {0, ""},
      {1, "def __init__(self, column, start, stop, items, sums):"},
      {2, "self.column = column"},
      {2, "self.start = start"},
      {2, "self.stop = stop"},
      {2, "self.rows = items[start:stop]"},
      {2, "self.sums = sums and len(self.rows) > 0"},
      {0, ""}};
  extend(lines, measures(text));
  extend(lines, {{0, ""},
                 {1, "def series(self):"},
                 {2, "return self.column.iloc[self.start : self.stop]"}});
  bool places = false;
  for (const char* name : {"iat", "iloc", "values"}) {
    if (!reads(text, name)) continue;
    places = true;
    extend(lines, {{0, ""},
                   {1, "@property"},
                   {1, fmt::format("def {}(self):", name)},
                   {2, fmt::format("return self if len(self.rows) > 0 else "
                                   "self.series().{}",
                                   name)}});
  }
  if (places) {
    extend(lines, {{0, ""},
                   {1, "def __getitem__(self, place):"},
                   {2, "return self.rows[place]"}});
  }
  if (reads(text, "item")) {
    extend(lines, {{0, ""},
                   {1, "def item(self):"},
                   {2, "if len(self.rows) != 1:"},
                   {3, "return self.series().item()"},
                   {2, "return self.rows.item()"}});
  }
  if (reads(text, "tolist")) {
    extend(
        lines,
        {{0, ""}, {1, "def tolist(self):"}, {2, "return self.rows.tolist()"}});
  }
  for (const char* name : {"sum", "max", "min", "mean"}) {
    if (!reads(text, name)) continue;
    const bool mean = std::string_view(name) == "mean";
    extend(
        lines,
        {{0, ""},
         {1, fmt::format("def {}(self):", name)},
         {2, "if not self.sums:"},
         {3, fmt::format("return self.series().{}()", name)},
         {2, mean ? "return self.rows.sum(dtype=\"float64\") / len(self.rows)"
                  : fmt::format("return self.rows.{}()", name)}});
  }
  return lines;
}

}  // namespace ppp::rewrite
