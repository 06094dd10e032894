// SPDX-License-Identifier: Apache-2.0
// Arrays of NumPy that the loop goes through item by item. Whether a variable
// is one, of how many axes and of what type, is asked when the program runs:
// before that nothing may be done with it.
#include <algorithm>
#include <set>

#include "advisor/kernel_reader.h"
#include "advisor/row_call.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

bool is_array_type(const Object& object) {
  return object.kind == Object::Kind::kLibraryInstance &&
         object.name == "numpy.ndarray";
}

/// It, or something in it, is an item of `name`, or goes through it.
bool goes_through(Node node, std::string_view name) {
  bool found = false;
  walk(node, [&](Node one) {
    const bool item = one.is("subscript") && one.field("value").text() == name;
    const bool source = one.is("for_statement") || one.is("for_in_clause");
    found = found || item || (source && one.field("right").text() == name);
    return !found;
  });
  return found;
}

}  // namespace

bool KernelReader::may_be_array(Node node) const {
  if (!node.is("identifier") || kernel_.in_order || function_ ||
      locals_.contains(node.text()) || bound_.contains(node.text()) ||
      trial_.loop.source->text().find("numpy") == std::string::npos) {
    return false;
  }
  const bool tables = imports_pandas(*trial_.loop.source);
  const Value value = trial_.interpreter.value_of(node);
  const Heap& heap = trial_.interpreter.heap();
  const bool unseen = value.empty() && !tables;
  return (unseen ||
          std::any_of(value.begin(), value.end(),
                      [&](ObjectId id) {
                        const Object& object = heap.at(id);
                        return is_array_type(object) ||
                               (!tables &&
                                (object.kind == Object::Kind::kUnknown ||
                                 object.name.starts_with("pandas.")));
                      })) &&
         bound_before(trial_, node.text());
}

bool KernelReader::names_arrays() const {
  bool found = false;
  walk(trial_.loop.node, [&](Node node) {
    if (node.is("subscript")) {
      found = found || may_be_array(node.field("value"));
    } else if (node.is("for_statement") || node.is("for_in_clause")) {
      walk(node.field("right"), [&](Node source) {
        found = found || may_be_array(source);
        return !found && !source.is("subscript") && !source.is("attribute");
      });
    }
    return !found;
  });
  return found;
}

bool KernelReader::is_array(const std::string& name) const {
  const KernelInput* known = input(name);
  return known && known->kind == KernelInput::Kind::kArray;
}

bool KernelReader::add_array(Node node, int axes) {
  const std::string name(node.text());
  if (!input(name)) {
    kernel_.inputs.push_back(
        {name, KernelInput::Kind::kArray, NumberType::kNumber, true, true});
    input(name)->array_axes = axes;
  }
  const KernelInput& known = *input(name);
  return (known.kind == KernelInput::Kind::kArray &&
          known.array_axes == axes) ||
         not_understood(node);
}

/// `grid` of `grid[i, j]` and `grid[i][j]`, or null.
Node KernelReader::array_of_item(Node node) const {
  Node holder = node.field("value");
  if (node.is("subscript") && holder.is("subscript") &&
      node.fields("subscript").size() == 1) {
    if (holder.fields("subscript").size() != 1) return Node();
    holder = holder.field("value");
  }
  return node.is("subscript") && may_be_array(holder) ? holder : Node();
}

// `a[i]`, `grid[i, j]`, `grid[i][j]`
KernelReader::Expr KernelReader::array_item(Node node) {
  const Node array = array_of_item(node);
  std::vector<Node> given = node.fields("subscript");
  if (node.field("value").is("subscript")) {
    given.insert(given.begin(), node.field("value").fields("subscript")[0]);
  }
  constexpr std::size_t kMostAxes = 2;
  if (given.size() > kMostAxes ||
      !add_array(array, static_cast<int>(given.size()))) {
    not_understood(node);
    return std::nullopt;
  }
  return array_read(node, std::string(array.text()), {}, given);
}

// `row[j]`, of `row = grid[i]`
KernelReader::Expr KernelReader::array_read(Node node, const std::string& name,
                                            std::vector<KernelExpr> at,
                                            const std::vector<Node>& given) {
  for (Node one : given) {
    std::optional<KernelExpr> place = index(one);
    if (!place) return std::nullopt;
    at.push_back(std::move(*place));
  }
  KernelExpr read{KernelExpr::Kind::kRead, name, input(name)->type, 0, at};
  read.maker = NumberMaker::kNumPy;
  for (const KernelExpr& part : at) read.axes |= part.axes;
  const std::uint32_t begin = function_ ? called_at_ : node.range().begin;
  reads_.push_back({name, node, at, begin});
  return read;
}

// `len(a)`, `a.size`, `a.shape[0]`, `len(grid[0])`, `grid.shape[1]`: what
// stands for it; nothing: it is none of these.
std::optional<KernelExpr> KernelReader::array_length(Node node) {
  Node array;
  bool columns = false;
  int axes = 0;
  const Node called = node.field("arguments").children().size() == 1
                          ? node.field("arguments").child(0)
                          : Node();
  const Node shape = node.field("value");
  if (node.is("call") &&
      library_name(node.field("function")) == "builtins.len" && called) {
    columns = called.is("subscript");
    array = columns ? called.field("value") : called;
  } else if (node.is("attribute") && node.field("attribute").text() == "size") {
    array = node.field("object");
    axes = 1;
  } else if (node.is("subscript") && shape.is("attribute") &&
             shape.field("attribute").text() == "shape") {
    const std::vector<Node> given = node.fields("subscript");
    columns = given[0].text() == "1";
    if (given.size() != 1 || (!columns && given[0].text() != "0")) {
      return std::nullopt;
    }
    array = shape.field("object");
  }
  if (!array || !may_be_array(array)) return std::nullopt;
  if (axes == 0) axes = columns ? 2 : axes_of(array);
  if (!add_array(array, axes)) return std::nullopt;
  return KernelExpr{
      KernelExpr::Kind::kLiteral,
      "len(" + std::string(array.text()) + (columns ? "[0])" : ")"),
      NumberType::kInteger,
      0,
      {}};
}

// By what the loop does with it.
int KernelReader::axes_of(Node array) const {
  int axes = 1;
  walk(trial_.loop.node, [&](Node node) {
    if (node.is("subscript") && node.field("value").text() == array.text()) {
      const Node outer = node.parent();
      const bool row =
          (outer.is("subscript") && outer.field("value") == node) ||
          row_named(outer, node);
      if (row || node.fields("subscript").size() == 2) axes = 2;
    }
    return true;
  });
  return axes;
}

// `row = grid[i]`, of which items are taken
bool KernelReader::row_named(Node assignment, Node value) const {
  const Node target = assignment.field("left");
  return assignment.is("assignment") && assignment.field("right") == value &&
         target.is("identifier") &&
         goes_through(trial_.loop.node, target.text());
}

bool KernelReader::names_array_row(Node target, Node value) {
  if (!value || !value.is("subscript") || !target.is("identifier") ||
      value.fields("subscript").size() != 1 ||
      !may_be_array(value.field("value")) ||
      !row_named(value.parent(), value)) {
    return false;
  }
  const Node array = value.field("value");
  if (in_order_ > 0 || conditions_ > 0 || locals_.contains(target.text()) ||
      !bound_once(target) || !add_array(array, 2)) {
    return false;
  }
  const std::optional<KernelExpr> at = index(value.fields("subscript")[0]);
  if (!at) return false;
  Local made;
  made.kind = Local::Kind::kRow;
  made.value = {KernelExpr::Kind::kRead,
                std::string(array.text()),
                NumberType::kNumber,
                at->axes,
                {*at}};
  made.value.maker = NumberMaker::kNumPy;
  locals_[std::string(target.text())] = made;
  return need_row(made.value);
}

// `for x in a`, `for row in grid`
bool KernelReader::bind_array_item(Node target, Node array,
                                   const KernelLoop& loop, bool indexed,
                                   std::string& length) {
  const bool rows = goes_through(trial_.loop.node, target.text());
  if (rows && loop.axis != 0) return not_understood(array);
  if (!add_array(array, rows ? 2 : 1)) return false;
  length = std::string(array.text());
  const std::uint32_t axes =
      loop.axis < 0 ? 0 : 1U << static_cast<unsigned>(loop.axis);
  Local made;
  made.kind = rows ? Local::Kind::kRow : Local::Kind::kElement;
  made.value = {
      KernelExpr::Kind::kRead,
      length,
      NumberType::kNumber,
      axes,
      {{KernelExpr::Kind::kName, loop.index, NumberType::kInteger, axes, {}}}};
  if (!indexed) {  // the variable of a loop that stays
    made.kind = Local::Kind::kNumber;
    made.value.parts.clear();
  }
  made.value.maker = NumberMaker::kNumPy;
  locals_[std::string(target.text())] = made;
  return true;
}

// What the loop gives these names is computed from nothing but literals,
// numbers of Python and the number of a turn.
Names KernelReader::stay_of_python(Node loop, const Names& bound) const {
  Names staying;
  for (const std::string& name : bound) {
    const auto local = locals_.find(name);
    const bool starts = local == locals_.end() ||
                        local->second.value.maker == NumberMaker::kPython;
    if (starts && !(cell_ && cell_->name == name)) staying.insert(name);
  }
  const auto plain = [&](Node name) {
    const auto local = locals_.find(name.text());
    return staying.contains(name.text()) || counting_.contains(name.text()) ||
           (local != locals_.end() &&
            local->second.kind == Local::Kind::kNumber &&
            local->second.value.maker == NumberMaker::kPython &&
            !bound.contains(name.text()));
  };
  std::size_t before = 0;
  do {
    before = staying.size();
    walk(loop, [&](Node node) {
      const bool gives = node.is("assignment") ||
                         node.is("augmented_assignment") ||
                         node.is("for_statement");
      if (!gives || node == loop) return true;
      bool fits = true;
      walk(node.field("right"), [&](Node part) {
        fits = fits && (!part.is("identifier") || plain(part)) &&
               !part.is("subscript") && !part.is("call");
        return fits;
      });
      if (fits) return true;
      for (const std::string& name : bound_names(node.field("left"))) {
        staying.erase(name);
      }
      return true;
    });
  } while (staying.size() != before);
  return staying;
}

// What turns of a loop leave is of NumPy once they have met an array, and a
// float once that holds such.
void KernelReader::blur(Node loop, const Names& bound) {
  if (!arrayed_) return;
  for (const std::string& name : bound) given_.erase(name);
  bool meets = false;
  walk(loop, [&](Node node) {
    const auto local = locals_.find(node.text());
    meets = meets || may_be_array(node) ||
            (node.is("identifier") && local != locals_.end() &&
             local->second.value.maker != NumberMaker::kPython);
    return !meets;
  });
  if (!meets) return;
  const Names staying = stay_of_python(loop, bound);
  for (const std::string& name : bound) {
    const auto local = locals_.find(name);
    if (staying.contains(name) || local == locals_.end() ||
        local->second.kind != Local::Kind::kNumber) {
      continue;
    }
    KernelExpr& value = local->second.value;
    if (value.type == NumberType::kInteger) value.type = NumberType::kNumber;
    if (value.maker == NumberMaker::kPython)
      value.maker = NumberMaker::kUnclear;
  }
}

// Where every turn gives a variable a number of NumPy, one turn is enough.
void KernelReader::settle(const std::vector<Node>& body, KernelLoop& loop) {
  if (!arrayed_) return;
  for (Node statement : body) {
    const Node target = statement.child(0).field("left");
    const auto given = given_.find(std::string(target.text()));
    const auto local = locals_.find(target.text());
    if (!statement.is("expression_statement") || given == given_.end() ||
        local == locals_.end() || given->second != NumberMaker::kNumPy ||
        local->second.value.maker != NumberMaker::kUnclear) {
      continue;
    }
    local->second.value.maker = NumberMaker::kNumPy;
    loop.turns = true;
  }
}

// The memory of what is stored in is asked to be no other array's.
bool KernelReader::check_array(const Change& change) {
  for (const KernelInput& other : kernel_.inputs) {
    if (other.kind == KernelInput::Kind::kArray && other.name != change.name) {
      kernel_.apart.push_back({change.name, other.name});
    }
  }
  return true;
}

}  // namespace ppp::advisor
