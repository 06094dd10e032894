// SPDX-License-Identifier: Apache-2.0
#include "rewrite/found_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "advisor/item_uses.h"
#include "advisor/table_searches.h"
#include "base/check.h"
#include "rewrite/found_items.h"
#include "rewrite/helper_text.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::TableCell;
using advisor::TableSearch;
using advisor::TableSearches;
using advisor::TableSlice;
using Lines = std::vector<HelperLine>;
using Added = FoundNames;

/// Keys are found as `==` finds them: int64 by ints, texts by texts. Other
/// items of a column of texts are missing ones, which equal nothing.
Lines index_function(const Added& names) {
  return {
      {0, "def " + names.index + "(column):"},
      {1,
       "\"\"\"Where each item stands, and for which keys that tells all; or "
       "None.\"\"\""},
      {1, "kinds = {str}"},
      {1, "if str(column.dtype) == \"int64\":"},
      {2, "kinds = {int, column.to_numpy().dtype.type}"},
      {1,
       "elif str(column.dtype) not in {\"object\", \"str\"} or not {*map(type, "
       "column.tolist())} <= {str, float, type(None)}:"},
      {2, "return None"},
      {1, fmt::format("codes, items = {}.factorize(column.to_numpy())",
                      names.pandas)},
      {1, "order = codes.argsort(kind=\"stable\")"},
      {1, "ends = codes[order].searchsorted(range(len(items) + 1)).tolist()"},
      {1,
       "rows = {item: order[ends[i] : ends[i + 1]] for i, item in "
       "enumerate(items.tolist())}"},
      {1, "return kinds, rows, order[:0]"}};
}

/// The expression that stood there, of the variables of the function below.
std::string searched(const TableSearch& search) {
  const std::string mask = "column == key";
  const Node object = search.expression.field("value");
  if (search.column.empty()) {
    return (object.is("attribute") ? "table.loc[" : "table[") + mask + "]";
  }
  return object.is("attribute") ? "table.loc[" + mask + ", wanted]"
                                : "table[wanted][" + mask + "]";
}

std::string found_by_index(const TableSearch& search, const Added& names) {
  if (!search.column.empty()) {
    return search.only_read ? names.of_column + "(rows, *wanted_items)"
                            : "table[wanted].iloc[rows]";
  }
  return search.only_read ? names.found + "(table, rows, columns)"
                          : "table.iloc[rows]";
}

/// The first searches are made as before: an index takes as long as some. Where
/// all rows are found pandas may give another kind of index or a copy.
Lines finder_function(const TableSearch& search, const std::string& name,
                      const Added& names) {
  const bool of_column = !search.column.empty();
  const std::string all = searched(search);
  Lines lines = {
      {0, fmt::format("def {}(table, label{}):", name,
                      of_column ? ", wanted" : "")},
      {1, fmt::format("\"\"\"What finds {} for a key, later by an index; or "
                      "None.\"\"\"",
                      of_column ? "items of a column" : "rows")},
      {1, "if ("},
      {2, kHasWarned},
      {2, "or type(table) is not " + names.pandas + ".DataFrame"},
      {2, "or type(table.columns) is not " + names.pandas + ".Index"},
      {2, "or not table.columns.is_unique"},
      {2, "or {*map(type, table.columns)} != {str}"},
      {2, of_column ? "or not {label, wanted} <= {*table.columns}"
                    : "or label not in table.columns"},
      {2, "or getattr(table.index, \"freq\", None) is not None"}};
  if (search.attribute) {
    lines.push_back({2, fmt::format("or hasattr({}.DataFrame, \"{}\")",
                                    names.pandas, search.label)});
  }
  extend(lines, {{1, "):"},
                 {2, "return None"},
                 {1, "column = table[label]"},
                 {1, "count = len(table)"},
                 {1, "asked = 0"},
                 {1, "index = None"}});
  if (search.only_read) {
    lines.push_back({1, of_column ? "wanted_items = None" : "columns = {}"});
  }
  extend(lines, {{0, ""},
                 {1, "def find(key):"},
                 {2, search.only_read && of_column
                         ? "nonlocal asked, index, wanted_items"
                         : "nonlocal asked, index"},
                 {2, "asked += 1"},
                 {2, "if asked == 5:"},
                 {3, "index = " + names.index + "(column)"}});
  if (search.only_read && of_column) {
    lines.push_back({3, "wanted_items = " + names.items + "(table[wanted])"});
  }
  extend(
      lines,
      {{2, fmt::format("if index is None or type(key) not in index[0] or {}:",
                       kHasWarned)},
       {3, "return " + all},
       {2, "rows = index[1].get(key)"},
       {2, "if rows is None:"},
       {3,
        "if not (key.isascii() if type(key) is str else -2**63 <= key < "
        "2**63):"},
       {4, "return " + all},
       {3, "rows = index[2]"},
       {2, "if len(rows) == count:"},
       {3, "return " + all},
       {2, "return " + found_by_index(search, names)},
       {0, ""},
       {1, "return find"}});
  return lines;
}

/// Cells of these types are what the column's array holds.
Lines cells_function(const TableCell& cell, const std::string& name,
                     const Added& names) {
  Lines lines = {
      {0, fmt::format("def {}(table, label):", name)},
      {1,
       "\"\"\"What gives a cell of the column, later from its array; or "
       "None.\"\"\""},
      {1, "if ("},
      {2, kHasWarned},
      {2, "or type(table) is not " + names.pandas + ".DataFrame"},
      {2, "or type(table.columns) is not " + names.pandas + ".Index"},
      {2, "or not table.columns.is_unique"},
      {2, "or {*map(type, table.columns)} != {str}"},
      {2, "or label not in table.columns"}};
  if (cell.by_label) {
    lines.push_back(
        {2, "or type(table.index) is not " + names.pandas + ".RangeIndex"});
    lines.push_back({2, "or (table.index.start, table.index.step) != (0, 1)"});
  }
  extend(lines,
         {{1, "):"},
          {2, "return None"},
          {1,
           "if str(table[label].dtype) not in {\"int64\", \"float64\", "
           "\"bool\", \"object\", \"str\"}:"},
          {2, "return None"},
          {1, "count = len(table)"},
          {1, "asked = 0"},
          {1, "items = None"},
          {0, ""},
          {1, "def cell(place):"},
          {2, "nonlocal asked, items"},
          {2, "if items is None:"},
          {3, "asked += 1"},
          {3, "if asked == 5:"},
          {4, "items = table[label].to_numpy()"},
          {3, "return " + cell.form},
          {2, fmt::format("if {}:", kHasWarned)},
          {3, "return " + cell.form},
          {2, fmt::format("if type(place) is int and {} <= place < count:",
                          cell.by_label ? "0" : "-count")},
          {3, "return items[place]"},
          {2, "return " + cell.form},
          {0, ""},
          {1, "return cell"}});
  return lines;
}

/// Searches that one function makes.
std::string shape_of(const TableSearch& search) {
  return searched(search) + (search.only_read ? " only read" : "") +
         (search.attribute ? search.label : "");
}

class SearchWriter {
 public:
  SearchWriter(const Request& request, const TableSearches& searches)
      : request_(request), searches_(searches), text_(searches.region.text()) {}

  Proposal write() {
    const Node region = searches_.region;
    if (!begins_line(request_.source, region.range().begin)) {
      return refusal(request_, "one-line-block",
                     "the statement does not stand on lines of its own");
    }
    name_all();
    rewrite_.safety = Safety::kChecked;
    if (!searches_.all.empty()) define(index_function(names_));
    if (!names_.items.empty()) {
      define(items_function(names_));
    }
    if (!names_.of_column.empty()) define(items_class(names_, text_));
    if (!names_.sliced.empty()) define(sliced_class(names_, text_));
    if (!names_.found.empty()) define(rows_class(names_, text_));
    for (const TableSearch& search : searches_.all) {
      put(search.expression, finder_of(search), std::string(search.key.text()));
    }
    for (const TableCell& cell : searches_.cells) {
      put(cell.expression, cells_of(cell), std::string(cell.place.text()));
    }
    for (const TableSlice& slice : searches_.slices) {
      const std::string method = folded_by(slice);
      put(method.empty() ? slice.expression
                         : slice.expression.parent().parent(),
          method.empty() ? slices_of(slice) : folds_of(slice, method),
          text_or_none(slice.start) + ", " + text_or_none(slice.stop));
    }
    const std::string indent = newline_of(request_.source) +
                               indent_of(request_.source, region.range().begin);
    std::string made;
    for (const std::string& line : made_) made += line + indent;
    if (!searches_.parts.empty() && finders_.size() > 1) {
      made += all_or_none(indent);
    }
    rewrite_.edits.push_back(
        {{region.range().begin, region.range().begin}, made});
    rewrite_.summary = !searches_.all.empty() ? "rows found by an index"
                       : searches_.slices.empty()
                           ? "cells from arrays of columns"
                           : "slices of columns' arrays";
    if (refused_) return *refused_;
    return rewrite_;
  }

 private:
  void name_all() {
    names_.pandas = request_.imports.module_as("pandas", "pd");
    if (!searches_.all.empty()) {
      names_.index = request_.names.fresh({"index_of_column"});
    }
    const auto any = [&](auto fits) {
      return std::any_of(searches_.all.begin(), searches_.all.end(), fits);
    };
    const bool found =
        any([](const TableSearch& one) { return one.only_read; });
    if (!found && searches_.slices.empty()) return;
    names_.sys = request_.imports.module("sys");
    names_.items = request_.names.fresh({"items_of_column"});
    for (const TableSlice& slice : searches_.slices) {
      if (!folded_by(slice).empty()) {
        names_.numpy = request_.imports.module_as("numpy", "np");
      } else if (names_.sliced.empty()) {
        names_.sliced = request_.names.fresh({"SlicedItems"});
      }
    }
    if (!found) return;
    names_.of_column = request_.names.fresh({"FoundItems"});
    if (any([](const TableSearch& one) {
          return one.only_read && one.column.empty();
        })) {
      names_.found = request_.names.fresh({"FoundRows"});
    }
  }

  void define(const Lines& lines) {
    std::set<std::string> known = {
        names_.pandas, names_.index,     names_.items, names_.found,
        names_.sliced, names_.of_column, names_.sys,   names_.numpy};
    if (auto refused = refuse_names(request_, lines, known)) {
      refused_ = std::move(refused);
    }
    rewrite_.definitions.push_back(
        {place_of_kernel(request_), definition_text(request_, lines)});
  }

  /// What makes the function that finds, by what is asked of which table.
  std::string finder_of(const TableSearch& search) {
    const std::string shape = shape_of(search);
    if (!makers_.contains(shape)) {
      makers_[shape] = request_.names.fresh(
          {search.column.empty() ? "finder_of_rows" : "finder_of_items"});
      define(finder_function(search, makers_[shape], names_));
    }
    std::string call = fmt::format("{}({}, \"{}\"", makers_[shape],
                                   search.table.text(), search.label);
    if (!search.column.empty()) call += ", \"" + search.column + "\"";
    call += ")";
    return made_by(call, "find_in_", search.table, search.label);
  }

  /// What is found in something else than a table may be no copy, and the loop
  /// changes it.
  std::string all_or_none(const std::string& indent) const {
    std::string listed, chained;
    for (const auto& [call, name] : finders_) {
      listed += (listed.empty() ? "" : ", ") + name;
      chained += name + " = ";
    }
    return "if None in (" + listed + "):" + indent +
           indent_unit(request_.source, searches_.region) + chained + "None" +
           indent;
  }

  std::string cells_of(const TableCell& cell) {
    if (!makers_.contains(cell.form)) {
      makers_[cell.form] = request_.names.fresh({"cells_of_column"});
      define(cells_function(cell, makers_[cell.form], names_));
    }
    const std::string call = fmt::format("{}({}, \"{}\")", makers_[cell.form],
                                         cell.table.text(), cell.label);
    return made_by(call, "cell_of_", cell.table, cell.label);
  }

  static std::string text_or_none(Node place) {
    return place ? std::string(place.text()) : "None";
  }

  std::string slices_of(const TableSlice& slice) {
    std::string& maker = makers_["slices"];
    if (maker.empty()) {
      maker = request_.names.fresh({"slices_of_column"});
      define(slices_function(maker, names_));
    }
    const std::string call =
        fmt::format("{}({}, \"{}\")", maker, slice.table.text(), slice.label);
    return made_by(call, "slice_of_", slice.table, slice.label);
  }

  /// "max": `prices["price"].iloc[a:b].max()`, and nothing else is known of the
  /// slice; "": another use.
  static std::string folded_by(const TableSlice& slice) {
    const std::string_view method = advisor::asked_method(slice.expression);
    const bool known = method == "max" || method == "mean" || method == "min" ||
                       method == "sum";
    return known ? std::string(method) : "";
  }

  std::string folds_of(const TableSlice& slice, const std::string& method) {
    std::string& maker = makers_[method + " of slices"];
    if (maker.empty()) {
      maker = request_.names.fresh({method + "_of_slices"});
      define(folds_function(maker, method, names_));
    }
    const std::string call =
        fmt::format("{}({}, \"{}\")", maker, slice.table.text(), slice.label);
    return made_by(call, method + "_of_", slice.table, slice.label);
  }

  /// The variable that holds what `call` gives, in front of the loop.
  std::string made_by(const std::string& call, const std::string& prefix,
                      Node table, const std::string& label) {
    if (!finders_.contains(call)) {
      std::string name = prefix + std::string(table.text());
      if (is_word(label)) name += (prefix == "find_in_" ? "_by_" : "_") + label;
      finders_[call] = request_.names.fresh({name});
      made_.push_back(finders_[call] + " = " + call);
    }
    return finders_[call];
  }

  /// `find(key) if find else …`
  void put(Node expression, const std::string& finder,
           const std::string& given) {
    const Node parent = expression.parent();
    const bool alone = parent.is("assignment") || parent.is("return_statement");
    const ByteRange range = expression.range();
    rewrite_.edits.push_back(
        {{range.begin, range.begin},
         fmt::format("{}{}({}) if {} else ", alone ? "" : "(", finder, given,
                     finder)});
    if (!alone) rewrite_.edits.push_back({{range.end, range.end}, ")"});
  }

  const Request& request_;
  const TableSearches& searches_;
  std::string_view text_;
  Added names_;
  Rewrite rewrite_;
  std::vector<std::string> made_;
  std::map<std::string, std::string> makers_, finders_;
  std::optional<advisor::Reason> refused_;
};

}  // namespace

Proposal rewrite_searches(const Request& request) {
  const Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  const auto searches =
      advisor::table_searches(request.project, request.source, loop);
  PPP_CHECK(searches);
  return SearchWriter(request, *searches).write();
}

}  // namespace ppp::rewrite
