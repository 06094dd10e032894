// SPDX-License-Identifier: Apache-2.0
// Tables of pandas: loops over their rows, and what a row's columns hold.
// Whether a variable is a DataFrame, and of what type its columns are, is
// asked when the program runs: before that nothing may be done with it.
#include <algorithm>
#include <set>

#include "advisor/kernel_reader.h"
#include "advisor/row_call.h"

namespace ppp::advisor {
// Nothing known speaks against it.
bool KernelReader::may_be_frame(Node node) const {
  if (!node.is("identifier") || bound_.contains(node.text()) ||
      !imports_pandas(*trial_.loop.source) ||
      !bound_before(trial_, node.text())) {
    return false;
  }
  return may_be_unknown(node);
}

bool KernelReader::may_be_unknown(Node node) const {
  const Value value = trial_.interpreter.value_of(node);
  return std::any_of(value.begin(), value.end(), [&](ObjectId id) {
    const Object& object = trial_.interpreter.heap().at(id);
    return object.kind == Object::Kind::kUnknown ||
           object.name.starts_with("pandas.");
  });
}

bool KernelReader::may_be_number(Node node) const {
  const Value value = trial_.interpreter.value_of(node);
  return std::any_of(value.begin(), value.end(), [&](ObjectId id) {
    const Object& object = trial_.interpreter.heap().at(id);
    return object.kind == Object::Kind::kUnknown ||
           object.name == "numpy.generic" || object.name.starts_with("pandas.");
  });
}

bool KernelReader::goes_through_rows(Node source) const {
  const Node method = source.field("function");
  const std::string_view name = method.field("attribute").text();
  return source.is("call") && method.is("attribute") &&
         (name == "itertuples" || name == "iterrows") &&
         may_be_frame(method.field("object"));
}

KernelInput& KernelReader::add_frame(const std::string& name, bool series) {
  KernelInput* known = input(name);
  if (!known) {
    kernel_.inputs.push_back(
        {name, KernelInput::Kind::kFrame, NumberType::kNumber, true, false});
    known = &kernel_.inputs.back();
  }
  known->series = known->series || series;
  return *known;
}

KernelReader::Local KernelReader::row_of(const std::string& frame,
                                         const KernelLoop& loop) const {
  Local made;
  made.kind = Local::Kind::kRecord;
  made.value = {
      KernelExpr::Kind::kRead,
      frame,
      NumberType::kNumber,
      1,
      {{KernelExpr::Kind::kName, loop.index, NumberType::kInteger, 1, {}}}};
  return made;
}

// `for row in df.itertuples()`, `for label, row in df.iterrows()`
bool KernelReader::rows_head(Node target, Node source, KernelLoop& loop) {
  const Node method = source.field("function");
  const std::string frame(method.field("object").text());
  const bool series = method.field("attribute").text() == "iterrows";
  bool indexed = true;
  for (Node given : source.field("arguments").children()) {
    const std::string_view name = given.field("name").text();
    const Node value = given.field("value");
    const bool understood =
        !series && given.is("keyword_argument") &&
        ((name == "index" && (value.is("true") || value.is("false"))) ||
         (name == "name" && value.is("string")));
    if (!understood) return not_understood(source);
    indexed = indexed && (name != "index" || value.is("true"));
  }
  Node row = target;
  if (loop.index.empty()) loop.index = "#" + std::to_string(unnamed_++);
  Local made = row_of(frame, loop);
  while (row.is("parenthesized_expression")) row = row.child(0);
  if (series) {
    const std::span<const Node> parts = row.children();
    if (row.is("identifier") || parts.size() != 2 ||
        !parts[0].is("identifier")) {
      return not_understood(source);
    }
    Local label = made;
    label.kind = Local::Kind::kLabel;
    locals_[std::string(parts[0].text())] = label;
    row = parts[1];
  }
  if (!row.is("identifier") || loop.axis != 0) return not_understood(source);
  add_frame(frame, series);
  loop.stop = {"len(" + frame + ")", 0, {frame}};
  if (series) made.value.maker = NumberMaker::kRow;
  if (!series && indexed) made.label = "Index";
  locals_[std::string(row.text())] = made;
  return true;
}

// `row.price`, `row["price"]`, an item of `df["price"]`
std::optional<KernelReader::ColumnRead> KernelReader::column_read(
    Node node) const {
  Node holder = node;
  ColumnRead read;
  if (node.is("attribute")) {
    holder = node.field("object");
    read.label = std::string(node.field("attribute").text());
  } else if (node.is("subscript")) {
    holder = node.field("value");
    const std::vector<Node> given = node.fields("subscript");
    const auto label = given.size() == 1 ? label_text(given[0]) : std::nullopt;
    if (!label) return cell_read(node);
    read.label = *label;
  }
  const auto local = locals_.find(holder.text());
  if (!holder.is("identifier") || local == locals_.end()) {
    return cell_read(node);
  }
  const Local& found = local->second;
  const auto wanted =
      node.is("identifier") ? Local::Kind::kColumnItem : Local::Kind::kRecord;
  if (found.kind != wanted) return std::nullopt;
  read.frame = found.value.text;
  read.at = found.value.parts;
  read.maker = found.value.maker;
  if (node.is("identifier")) {
    read.label = found.label;
    read.attribute_of = found.attribute_of;
    return read;
  }
  if (node.is("attribute")) {
    // A named tuple gives such columns other names.
    if (read.label.starts_with("_") || read.label == "Index") {
      return std::nullopt;
    }
    if (read.maker != NumberMaker::kPython) read.attribute_of = "Series";
  } else if (read.maker == NumberMaker::kPython) {
    return std::nullopt;
  }
  return read;
}

// The type is asked for, of the first use.
KernelInput& KernelReader::add_column(const std::string& frame,
                                      const std::string& label,
                                      NumberType type) {
  const std::string key = frame + "[\"" + label + "\"]";
  if (KernelInput* known = input(key)) return *known;
  kernel_.inputs.push_back({key, KernelInput::Kind::kColumn, type, true, true});
  kernel_.inputs.back().frame = frame;
  kernel_.inputs.back().label = label;
  return kernel_.inputs.back();
}

KernelReader::Expr KernelReader::column(Node node, NumberType type) {
  const ColumnRead read = *column_read(node);
  note_cell(read);
  KernelInput& known = add_column(read.frame, read.label, type);
  const std::string key = known.name;
  known.read = true;
  if (!read.attribute_of.empty()) known.attribute_of = read.attribute_of;
  if (known.type != type) {
    refuse(node, "mixed-types",
           "`" + std::string(node.text()) + "` on line " +
               std::to_string(node.line()) +
               " is used as a number, as a truth value or as text, but as "
               "another of them elsewhere");
    return std::nullopt;
  }
  KernelExpr made{KernelExpr::Kind::kRead, key, type, 1, read.at};
  // Truth values of rows are Python's where other columns hold numbers.
  const bool counts =
      type == NumberType::kNumber || read.maker == NumberMaker::kNumPy;
  if (counts && type != NumberType::kText) made.maker = read.maker;
  const std::uint32_t begin = function_ ? called_at_ : node.range().begin;
  reads_.push_back({key, node, read.at, begin});
  return made;
}

// An item of `df["price"]`, in a loop over that.
bool KernelReader::bind_column(Node target, Node column, const KernelLoop& loop,
                               std::string& length) {
  const Node frame = column.field("value");
  const std::vector<Node> given = column.fields("subscript");
  const auto label = given.size() == 1 ? label_text(given[0]) : std::nullopt;
  if (!label || loop.axis != 0 || !target.is("identifier") ||
      !may_be_frame(frame)) {
    return not_understood(column);
  }
  length = std::string(frame.text());
  add_frame(length, false);
  wanted_.emplace_back(length, *label);
  Local made = row_of(length, loop);
  made.kind = Local::Kind::kColumnItem;
  made.label = *label;
  locals_[std::string(target.text())] = made;
  return true;
}

KernelReader::Local KernelReader::named_column(const ColumnRead& read) {
  wanted_.emplace_back(read.frame, read.label);
  note_cell(read);
  if (!read.attribute_of.empty()) attributes_[read.label] = read.attribute_of;
  Local made;
  made.kind = Local::Kind::kColumnItem;
  made.label = read.label;
  made.attribute_of = read.attribute_of;
  made.value = {KernelExpr::Kind::kRead, read.frame, NumberType::kNumber, 1,
                read.at};
  made.value.maker = read.maker;
  return made;
}

bool KernelReader::bound_once(Node target) const {
  int times = 0;
  walk(trial_.loop.node, [&](Node node) {
    if (node.is("assignment") || node.is("augmented_assignment")) {
      for (const std::string& one : bound_names(node.field("left"))) {
        times += one == target.text();
      }
    }
    return true;
  });
  return times == 1;
}

// `price = row["price"]`: whether it is a number or text shows where it is
// read.
bool KernelReader::names_column(Node target, Node value) {
  const auto read = value ? column_read(value) : std::nullopt;
  if (!read || !target.is("identifier") || in_order_ > 0 || conditions_ > 0 ||
      locals_.contains(target.text()) || !bound_once(target)) {
    return false;
  }
  locals_[std::string(target.text())] = named_column(*read);
  return true;
}

// `row.state in ("open", "paid")`; nothing: it asks something else.
std::optional<KernelExpr> KernelReader::listed(Node node) {
  const std::span<const Node> sides = node.children();
  const std::vector<Node> ops = node.fields("operators");
  if (sides.size() != 2 || ops.size() != 1 || !column_read(sides[0])) {
    return std::nullopt;
  }
  const bool in = ops[0].text() == "in";
  const bool all =
      (sides[1].is("tuple") || sides[1].is("list") || sides[1].is("set")) &&
      !sides[1].children().empty();
  if ((!in && ops[0].text() != "not in") || !all) return std::nullopt;
  Expr found;
  for (Node one : sides[1].children()) {
    const bool literal = one.is("integer") || one.is("float");
    if (!literal && !one.is("string")) return std::nullopt;
    Expr left = column(
        sides[0], one.is("string") ? NumberType::kText : NumberType::kNumber);
    Expr right = expression(one);
    if (!left || !right) return std::nullopt;
    KernelExpr same{KernelExpr::Kind::kOperation,
                    in ? "==" : "!=",
                    NumberType::kFlag,
                    1,
                    {*left, *right}};
    found = found ? KernelExpr{KernelExpr::Kind::kOperation,
                               in ? "or" : "and",
                               NumberType::kFlag,
                               1,
                               {*found, same}}
                  : same;
  }
  return found;
}

// `pd.isna(row.price)`, `pd.notna(row.state)` of a column.
KernelReader::Expr KernelReader::missing(Node call) {
  static const std::set<std::string_view> asks = {"isna", "isnull"};
  static const std::set<std::string_view> denies = {"notna", "notnull"};
  const Node callee = call.field("function");
  const std::string_view name = callee.field("attribute").text();
  const std::span<const Node> given = call.field("arguments").children();
  const bool known = asks.contains(name) || denies.contains(name);
  if (!known || given.size() != 1 || !column_read(given[0]) ||
      !is_module(callee.field("object"), "pandas")) {
    not_understood(call);
    return std::nullopt;
  }
  const ColumnRead read = *column_read(given[0]);
  const KernelInput* before = input(read.frame + "[\"" + read.label + "\"]");
  Expr value = column(given[0], before ? before->type : NumberType::kNumber);
  if (!value) return std::nullopt;
  KernelExpr made{
      KernelExpr::Kind::kOperation, "missing", NumberType::kFlag, 1, {*value}};
  if (asks.contains(name)) return made;
  return KernelExpr{
      KernelExpr::Kind::kOperation, "not", NumberType::kFlag, 1, {made}};
}

// Of an `if`: a column that is asked alone holds truth values.
KernelReader::Expr KernelReader::condition(Node node) {
  while (node.is("parenthesized_expression")) node = node.child(0);
  if (column_read(node)) return column(node, NumberType::kFlag);
  return expression(node);
}

KernelReader::Expr KernelReader::text(Node node) {
  const auto value = label_text(node);
  if (!value) {
    not_understood(node);
    return std::nullopt;
  }
  return KernelExpr{KernelExpr::Kind::kLiteral,
                    std::string(node.text()),
                    NumberType::kText,
                    0,
                    {}};
}

bool KernelReader::framed() const {
  return std::any_of(kernel_.inputs.begin(), kernel_.inputs.end(),
                     [](const KernelInput& one) {
                       return one.kind == KernelInput::Kind::kFrame;
                     });
}

// The table of the loop, which is asked whether it is one: its name is bound
// once, and else only read.
bool KernelReader::is_table_for_good(Node name) const {
  static const std::set<std::string_view> reading = {
      "argument_list",       "attribute", "binary_operator",
      "comparison_operator", "subscript", "return_statement"};
  const bool table = std::any_of(
      kernel_.inputs.begin(), kernel_.inputs.end(), [&](const auto& one) {
        return one.kind == KernelInput::Kind::kFrame && one.name == name.text();
      });
  const Node function = trial_.loop.function;
  int bound = 0;
  bool only = table;
  walk(function ? function : trial_.loop.source->root(), [&](Node node) {
    if (!node.is("identifier") || node.text() != name.text()) return only;
    const Node parent = node.parent();
    const bool binds =
        parent.is("parameters") ||
        (parent.is("assignment") && parent.field("left") == node);
    bound += binds;
    only = only &&
           (binds || (reading.contains(parent.kind()) && !is_target(node)));
    return only;
  });
  return only && bound == 1;
}

// `df["tax"] = value`
bool KernelReader::is_column_of(Node value) const {
  const Node statement = value.parent();
  const Node target = statement.field("left");
  const std::vector<Node> given = target.fields("subscript");
  return statement.is("assignment") && statement.field("right") == value &&
         statement.parent().is("expression_statement") &&
         target.is("subscript") && given.size() == 1 && label_text(given[0]) &&
         target.field("value").is("identifier") &&
         is_table_for_good(target.field("value"));
}

// All that is done with the list, begun empty, is to make columns of it: so
// nobody can tell whether its numbers were of Python or of NumPy.
bool KernelReader::becomes_column(const std::string& list) const {
  const Node function = trial_.loop.function;
  bool only = true;
  bool column = false;
  for (const SourceFile& file : trial_.project.files) {
    const bool own = &file == trial_.loop.source;
    if (function && !own) continue;
    walk(own && function ? function : file.root(), [&](Node node) {
      if (!node.is("identifier") || node.text() != list) return only;
      const Node parent = node.parent();
      const bool begun = parent.is("assignment") &&
                         parent.field("left") == node &&
                         parent.field("right").is("list") &&
                         parent.field("right").children().empty();
      const bool grows = parent.is("attribute") &&
                         parent.field("object") == node &&
                         parent.field("attribute").text() == "append" &&
                         trial_.loop.node.range().contains(node.range());
      const bool stored = own && is_column_of(node);
      column = column || stored;
      only = only && own && (begun || grows || stored);
      return only;
    });
  }
  return only && column;
}

NumberMaker KernelReader::maker_in(const std::string& list,
                                   NumberMaker maker) const {
  const bool unseen = maker == NumberMaker::kUnclear && becomes_column(list);
  return unseen ? NumberMaker::kPython : maker;
}

// A value that is there when the loop is over, in `list` if that has a name.
KernelReader::Expr KernelReader::kept(Node node, const std::string& list) {
  Expr value = expression(node);
  if (value) value->maker = maker_in(list, value->maker);
  if (!value || value->maker != NumberMaker::kUnclear) return value;
  refuse(node, "mixed-types",
         "`" + std::string(node.text()) + "` on line " +
             std::to_string(node.line()) +
             " is sometimes of Python and sometimes of NumPy");
  return std::nullopt;
}

// Rows of a table that go into rows of lists.
bool KernelReader::check_rows() {
  // Columns that are named but not used have to be there.
  for (const auto& [frame, label] : wanted_) {
    if (input(frame + "[\"" + label + "\"]")) continue;
    KernelInput& column = add_column(frame, label, NumberType::kNumber);
    column.read = false;
    const auto attribute = attributes_.find(label);
    if (attribute != attributes_.end()) column.attribute_of = attribute->second;
  }
  auto count = [&](auto&& fits) {
    return std::count_if(kernel_.inputs.begin(), kernel_.inputs.end(), fits);
  };
  const auto series = count([](const KernelInput& one) { return one.series; });
  const auto stored = count([](const KernelInput& one) { return one.stored; });
  const auto frames = count([](const KernelInput& one) {
    return one.kind == KernelInput::Kind::kFrame;
  });
  const bool understood = (series == 0 || !kernel_.columns) && series < 2 &&
                          (stored == 0 || frames == 1);
  return understood || not_understood(trial_.loop.node);
}

// Of two values of which one becomes the other's: their common type. The
// program is asked whether a kNumber really is of the other's type.
std::optional<NumberType> KernelReader::common_type(const KernelExpr& a,
                                                    const KernelExpr& b) {
  if (a.type == NumberType::kPair) return std::nullopt;
  if (a.type == b.type) return a.type;
  auto counts = [](NumberType type) {
    return type == NumberType::kInteger || type == NumberType::kFloat;
  };
  if (a.type == NumberType::kNumber && counts(b.type)) return b.type;
  if (b.type == NumberType::kNumber && counts(a.type)) return a.type;
  return std::nullopt;
}

}  // namespace ppp::advisor
