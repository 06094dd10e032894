// SPDX-License-Identifier: Apache-2.0
// Cells of a table that a loop names by their row: `df.at[i, "price"]`,
// `df["price"].iloc[i]`, `df.iloc[i]["price"]`. Those that it reads, and those
// that it stores in. By a label, or by the place, counted from 0: they are the
// same thing where the labels count the rows, which is asked.
#include <algorithm>
#include <set>

#include "advisor/kernel_reader.h"
#include "advisor/row_call.h"

namespace ppp::advisor {
namespace {

bool is_attribute(Node node, std::string_view name) {
  return node.is("attribute") && node.field("attribute").text() == name;
}

Node only_subscript(Node node) {
  const std::vector<Node> given = node.fields("subscript");
  return node.is("subscript") && given.size() == 1 ? given[0] : Node();
}

bool is_small(Node node) {
  constexpr std::size_t kDigits = 9;
  return node.is("integer") && node.text().size() <= kDigits &&
         node.text().find_first_not_of("0123456789") == std::string::npos;
}

/// `df.columns.get_loc("price")` gives the label.
std::optional<std::string> located(Node node, std::string_view frame) {
  const Node callee = node.field("function");
  const Node given = node.field("arguments");
  const Node columns = callee.field("object");
  if (!node.is("call") || !is_attribute(callee, "get_loc") ||
      !is_attribute(columns, "columns") ||
      columns.field("object").text() != frame || given.children().size() != 1) {
    return std::nullopt;
  }
  return label_text(given.child(0));
}

}  // namespace

// `len(df)`, `len(df.index)`, `df.shape[0]`: the table's name, or nothing.
std::string KernelReader::measured_frame(Node node) const {
  Node frame;
  if (node.is("call") &&
      library_name(node.field("function")) == "builtins.len" &&
      node.field("arguments").children().size() == 1) {
    frame = node.field("arguments").child(0);
    if (is_attribute(frame, "index")) frame = frame.field("object");
  } else if (is_attribute(node.field("value"), "shape") &&
             only_subscript(node).text() == "0") {
    frame = node.field("value").field("object");
  }
  const bool fits = frame && !kernel_.in_order && !function_ &&
                    !locals_.contains(frame.text()) && may_be_frame(frame);
  return fits ? std::string(frame.text()) : "";
}

bool KernelReader::is_index(Node node) const {
  return is_attribute(node, "index") && may_be_frame(node.field("object"));
}

// `for i in df.index`
bool KernelReader::labels_head(Node target, Node index, KernelLoop& loop) {
  const std::string frame(index.field("object").text());
  if (!target.is("identifier") || loop.axis != 0) return not_understood(index);
  add_frame(frame);
  if (loop.index.empty()) loop.index = "#" + std::to_string(unnamed_++);
  loop.stop = {"len(" + frame + ")", 0, {frame}};
  Local label = row_of(frame, loop);
  label.kind = Local::Kind::kLabel;
  locals_[std::string(target.text())] = label;
  return true;
}

bool KernelReader::goes_through_items(Node source) const {
  const Node method = source.field("function");
  return source.is("call") && is_attribute(method, "items") &&
         source.field("arguments").children().empty() &&
         column_named(method.field("object"));
}

// `for i, price in df["price"].items()`
bool KernelReader::items_head(Node target, Node column, KernelLoop& loop) {
  const ColumnRead read = *column_named(column);
  const std::span<const Node> parts = target.children();
  if (target.is("identifier") || parts.size() != 2 ||
      !parts[0].is("identifier") || !parts[1].is("identifier") ||
      loop.axis != 0) {
    return not_understood(column);
  }
  add_frame(read.frame);
  loop.index = "#" + std::to_string(unnamed_++);
  loop.stop = {"len(" + read.frame + ")", 0, {read.frame}};
  Local label = row_of(read.frame, loop);
  label.kind = Local::Kind::kLabel;
  locals_[std::string(parts[0].text())] = label;
  Local item = named_column(read);
  item.value.parts = label.value.parts;
  locals_[std::string(parts[1].text())] = item;
  return true;
}

// `df["price"]`, `df.price`
std::optional<KernelReader::ColumnRead> KernelReader::column_named(
    Node node) const {
  static const std::set<std::string_view> others = {
      "at", "loc", "iloc", "iat", "index", "columns", "values", "shape", "T"};
  ColumnRead read;
  Node frame;
  if (node.is("attribute")) {
    frame = node.field("object");
    read.label = std::string(node.field("attribute").text());
    read.attribute_of = "DataFrame";
    if (others.contains(read.label) || read.label.starts_with("_") ||
        frame.text() == "self") {
      return std::nullopt;
    }
  } else if (node.is("subscript")) {
    frame = node.field("value");
    const Node given = only_subscript(node);
    const auto label = given ? label_text(given) : std::nullopt;
    if (!label) return std::nullopt;
    read.label = *label;
  }
  if (function_ || !frame || locals_.contains(frame.text()) ||
      !may_be_frame(frame)) {
    return std::nullopt;
  }
  read.frame = std::string(frame.text());
  return read;
}

// The row of the iteration, or one that is so many rows away.
std::optional<KernelReader::RowPlace> KernelReader::row_place(
    Node node, const std::string& frame, bool by_label) const {
  using Labels = KernelInput::Labels;
  while (node.is("parenthesized_expression")) node = node.child(0);
  if (node.is("identifier")) {
    const auto counting = counting_.find(node.text());
    if (counting != counting_.end() && counting->second.axis == 0) {
      return RowPlace{{KernelExpr::Kind::kName,
                       std::string(node.text()),
                       NumberType::kInteger,
                       1,
                       {}},
                      by_label ? Labels::kCounting : Labels::kUnused};
    }
    const auto local = locals_.find(node.text());
    const bool label = by_label && local != locals_.end() &&
                       local->second.kind == Local::Kind::kLabel &&
                       local->second.value.text == frame;
    if (!label) return std::nullopt;
    return RowPlace{local->second.value.parts[0], Labels::kDifferent};
  }
  if (is_attribute(node, "Index")) {  // of a named tuple
    const auto row = locals_.find(node.field("object").text());
    const bool label = by_label && row != locals_.end() &&
                       row->second.kind == Local::Kind::kRecord &&
                       row->second.label == "Index" &&
                       row->second.value.text == frame;
    if (!label) return std::nullopt;
    return RowPlace{row->second.value.parts[0], Labels::kDifferent};
  }
  if (by_label && is_attribute(node.field("value"), "index") &&
      node.field("value").field("object").text() == frame) {
    auto place = row_place(only_subscript(node), frame, /*by_label=*/false);
    if (place) place->labels = Labels::kDifferent;
    return place;
  }
  const std::string_view op = node.field("operator").text();
  const Node by = node.field("right");
  if (!node.is("binary_operator") || (op != "+" && op != "-") ||
      !is_small(by) || !node.field("left").is("identifier")) {
    return std::nullopt;
  }
  auto place = row_place(node.field("left"), frame, by_label);
  if (!place || place->labels == Labels::kDifferent) return std::nullopt;
  const KernelExpr steps{KernelExpr::Kind::kLiteral,
                         std::string(by.text()),
                         NumberType::kInteger,
                         0,
                         {}};
  place->at = {KernelExpr::Kind::kOperation,
               std::string(op),
               NumberType::kInteger,
               1,
               {place->at, steps}};
  return place;
}

// `df.iloc[i]`, `df.loc[i]`
std::optional<KernelReader::ColumnRead> KernelReader::row_read(
    Node node) const {
  const Node holder = node.field("value");
  const Node at = only_subscript(node);
  const Node frame = holder.field("object");
  const bool by_label = is_attribute(holder, "loc");
  if (!at || (!by_label && !is_attribute(holder, "iloc")) || function_ ||
      locals_.contains(frame.text()) || !may_be_frame(frame)) {
    return std::nullopt;
  }
  const auto place = row_place(at, std::string(frame.text()), by_label);
  if (!place) return std::nullopt;
  ColumnRead read;
  read.frame = std::string(frame.text());
  read.at = {place->at};
  read.labels = place->labels;
  read.maker = NumberMaker::kNumPy;
  read.cell = ColumnRead::Cell::kOfSeries;
  return read;
}

// Nothing: the expression is no cell of the iteration's row.
std::optional<KernelReader::ColumnRead> KernelReader::cell_read(
    Node node) const {
  if (kernel_.in_order || function_) return std::nullopt;
  if (node.is("attribute")) {
    auto row = row_read(node.field("object"));
    if (!row) return std::nullopt;
    row->label = std::string(node.field("attribute").text());
    row->attribute_of = "Series";
    return row;
  }
  if (!node.is("subscript")) return std::nullopt;
  if (node.fields("subscript").size() == 2) return cell_of_frame(node);
  const Node at = only_subscript(node);
  if (!at) return std::nullopt;
  const Node holder = node.field("value");
  if (auto row = row_read(holder)) {
    const auto label = label_text(at);
    if (!label) return std::nullopt;
    row->label = *label;
    return row;
  }
  return cell_of_column(holder, at);
}

// `df.at[i, "price"]`
std::optional<KernelReader::ColumnRead> KernelReader::cell_of_frame(
    Node node) const {
  const Node holder = node.field("value");
  const Node frame = holder.field("object");
  const bool by_label =
      is_attribute(holder, "at") || is_attribute(holder, "loc");
  const bool by_place =
      is_attribute(holder, "iat") || is_attribute(holder, "iloc");
  if ((!by_label && !by_place) || locals_.contains(frame.text()) ||
      !may_be_frame(frame)) {
    return std::nullopt;
  }
  ColumnRead read;
  read.frame = std::string(frame.text());
  const std::vector<Node> given = node.fields("subscript");
  const auto label =
      by_label ? label_text(given[1]) : located(given[1], read.frame);
  const auto place = row_place(given[0], read.frame, by_label);
  if (!label || !place) return std::nullopt;
  read.label = *label;
  read.at = {place->at};
  read.labels = place->labels;
  read.maker = NumberMaker::kNumPy;
  read.cell = ColumnRead::Cell::kItem;
  read.may_store = true;
  return read;
}

// `df["price"][i]`, `df["price"].iloc[i]`, `df["price"].values[i]`
std::optional<KernelReader::ColumnRead> KernelReader::cell_of_column(
    Node holder, Node at) const {
  bool by_label = true;
  Node column = holder;
  if (holder.is("call") && holder.field("arguments").children().empty() &&
      is_attribute(holder.field("function"), "to_numpy")) {
    by_label = false;
    column = holder.field("function").field("object");
  } else if (holder.is("attribute")) {
    static const std::set<std::string_view> by_place = {"iloc", "iat",
                                                        "values"};
    const std::string_view name = holder.field("attribute").text();
    const bool label = name == "loc" || name == "at";
    if (label || by_place.contains(name)) {
      by_label = label;
      column = holder.field("object");
    }
  }
  auto read = column_named(column);
  if (!read) return std::nullopt;
  const auto place = row_place(at, read->frame, by_label);
  if (!place) return std::nullopt;
  read->at = {place->at};
  read->labels = place->labels;
  read->maker = NumberMaker::kNumPy;
  read->cell = ColumnRead::Cell::kItem;
  return read;
}

void KernelReader::note_cell(const ColumnRead& read) {
  if (read.cell == ColumnRead::Cell::kNone) return;
  const bool row = read.cell == ColumnRead::Cell::kOfSeries;
  KernelInput& frame = add_frame(read.frame, row);
  (row ? frame.named_rows : frame.items) = true;
  frame.labels = std::max(frame.labels, read.labels);
}

// `row = df.iloc[i]`
bool KernelReader::names_row(Node target, Node value) {
  const auto read = value && !kernel_.in_order ? row_read(value) : std::nullopt;
  if (!read || !target.is("identifier") || in_order_ > 0 || conditions_ > 0 ||
      locals_.contains(target.text()) || !bound_once(target)) {
    return false;
  }
  note_cell(*read);
  Local made;
  made.kind = Local::Kind::kRecord;
  made.value = {KernelExpr::Kind::kRead, read->frame, NumberType::kNumber, 1,
                read->at};
  made.value.maker = read->maker;
  locals_[std::string(target.text())] = made;
  return true;
}

// `df.at[i, "total"] = value`, for each row its own.
bool KernelReader::store_cell(Node target, Node statement, KernelExpr value,
                              std::vector<KernelStep>& steps) {
  const ColumnRead read = *column_read(target);
  const KernelLoop& loop = kernel_.loop;
  const bool whole = loop.start.text.empty() && loop.start.offset == 0 &&
                     loop.stop.offset == 0;
  if (!read.may_store || read.at[0].kind != KernelExpr::Kind::kName ||
      in_order_ > 0 || axes_ != 1 || !whole) {
    return not_understood(statement);
  }
  KernelInput& frame = add_frame(read.frame);
  frame.labels = std::max(frame.labels, read.labels);
  const NumberType type =
      is_number(value.type) ? NumberType::kNumber : value.type;
  const bool known = input(read.frame + "[\"" + read.label + "\"]") != nullptr;
  KernelInput& column = add_column(read.frame, read.label, type);
  if (!known) column.read = false;
  // `.at` warns of a column that is not there, from pandas 3.1 on.
  column.made =
      is_attribute(target.field("value"), "loc") && (!known || column.made);
  if (column.type != type) {
    return refuse(statement, "mixed-types",
                  "`" + std::string(target.text()) + "` on line " +
                      std::to_string(statement.line()) +
                      " is a number, a truth value or text, but another of "
                      "them elsewhere");
  }
  column.stored = true;
  changes_.push_back(
      {column.name, target, read.at, false, statement.range().end});
  KernelStep step;
  step.kind = KernelStep::Kind::kStore;
  step.name = column.name;
  step.value = std::move(value);
  step.at = read.at;
  steps.push_back(std::move(step));
  return true;
}

// An iteration may read what it replaces, and other rows of other columns.
bool KernelReader::check_cells(const Change& change) {
  for (const ListRead& read : reads_) {
    if (read.name != change.name) continue;
    if (read.at != change.at || read.begin > change.end) {
      return refuse(read.node, "carried-element",
                    "`" + std::string(read.node.text()) + "` on line " +
                        std::to_string(read.node.line()) +
                        " may be what the loop has put there: `" +
                        std::string(change.node.text()) + "` on line " +
                        std::to_string(change.node.line()));
    }
  }
  return true;
}

}  // namespace ppp::advisor
