// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "advisor/kernel_reader.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using StepKind = KernelStep::Kind;

constexpr int kMostAxes = 2;

}  // namespace

Names bound_in(const std::vector<Node>& body) {
  Names names;
  for (Node statement : body) {
    walk(statement, [&](Node node) {
      if (node.is("assignment") || node.is("augmented_assignment") ||
          node.is("for_statement")) {
        for (const std::string& name : bound_names(node.field("left"))) {
          names.insert(name);
        }
      }
      return true;
    });
  }
  return names;
}

bool KernelReader::read() {
  const Loop& loop = trial_.loop;
  if (loop.hot.kind == LoopKind::kRowCall) return read_row_call();
  kernel_.comprehension = loop.hot.kind == LoopKind::kListComprehension;
  arrayed_ = names_arrays();
  if (!kernel_.comprehension && loop.hot.kind != LoopKind::kFor) {
    return refuse(loop.node, "not-arithmetic",
                  "only for loops and list comprehensions are computed by "
                  "arrays");
  }
  if (kernel_.comprehension) {
    if (!read_comprehension()) return false;
  } else {
    const std::vector<Node> body = block_of(loop.node.field("body"));
    if (loop.node.field("alternative")) return not_understood(loop.node);
    bound_ = bound_in(body);
    for (const std::string& name : bound_names(loop.node.field("left"))) {
      bound_.insert(name);
    }
    if (!head(loop.node.field("left"), loop.node.field("right"), 0,
              kernel_.loop) ||
        !carry(body, nullptr, kernel_.steps) ||
        !statements(body, kernel_.steps) || !check_names()) {
      return false;
    }
  }
  // What is carried has no place for a second axis.
  if (!carries_.empty() && kernel_.columns) {
    return not_understood(carries_.begin()->second);
  }
  return check_rows() && check_changes();
}

bool KernelReader::read_comprehension() {
  const Node node = trial_.loop.node;
  const std::span<const Node> parts = node.children();
  const bool filters = parts.size() == 3 && parts[2].is("if_clause");
  if ((parts.size() != 2 && !filters) || !parts[1].is("for_in_clause")) {
    return not_understood(node);
  }
  for (const std::string& name : bound_names(parts[1].field("left"))) {
    bound_.insert(name);
  }
  if (!head(parts[1].field("left"), parts[1].field("right"), 0, kernel_.loop)) {
    return false;
  }
  current_ = &kernel_.steps;
  if (!filters) return read_element(parts[0], kernel_.steps);
  Expr asked = condition(parts[2].child(0));
  if (!asked) return false;
  if (asked->type != NumberType::kFlag) return not_understood(parts[2]);
  KernelStep step;
  step.kind = StepKind::kIf;
  step.value = std::move(*asked);
  ++conditions_;
  current_ = &step.body;
  if (!read_element(parts[0], step.body)) return false;
  --conditions_;
  kernel_.steps.push_back(std::move(step));
  return true;
}

// A pair only where there is one axis.
KernelReader::Expr KernelReader::kept_or_pair(Node node,
                                              const std::string& list) {
  return node.is("tuple") && axes_ == 1 ? pair(node) : kept(node, list);
}

// A comprehension's: a number, a pair, or a list of numbers.
bool KernelReader::read_element(Node element, std::vector<KernelStep>& steps) {
  if (!element.is("list_comprehension")) {
    Expr value = kept_or_pair(element);
    if (!value) return false;
    steps.push_back({StepKind::kAppend, "", std::move(*value), {}, {}, {}, {}});
    return true;
  }
  const std::span<const Node> parts = element.children();
  if (parts.size() != 2 || !parts[1].is("for_in_clause") ||
      axes_ == kMostAxes || conditions_ > 0) {
    return not_understood(element);
  }
  for (const std::string& name : bound_names(parts[1].field("left"))) {
    if (bound_.contains(name)) return not_understood(parts[1]);
    bound_.insert(name);
  }
  const std::string row = "row";
  KernelStep inner;
  inner.kind = StepKind::kLoop;
  kernel_.columns = true;
  if (!head(parts[1].field("left"), parts[1].field("right"), axes_++,
            inner.loop)) {
    return false;
  }
  Expr value = kept(parts[0]);
  if (!value) return false;
  inner.body.push_back(
      {StepKind::kAppend, row, std::move(*value), {}, {}, {}, {}});
  steps.push_back(std::move(inner));
  KernelStep given;
  given.kind = StepKind::kAppendRow;
  given.value.text = row;
  steps.push_back(std::move(given));
  return true;
}

bool KernelReader::statements(const std::vector<Node>& nodes,
                              std::vector<KernelStep>& steps) {
  std::vector<KernelStep>* outer = std::exchange(current_, &steps);
  const bool understood =
      std::all_of(nodes.begin(), nodes.end(),
                  [&](Node node) { return statement(node, steps); });
  current_ = outer;
  return understood;
}

bool KernelReader::statement(Node node, std::vector<KernelStep>& steps) {
  if (node.is("pass_statement")) return true;
  if (node.is("for_statement")) return inner_loop(node, steps);
  if (node.is("if_statement")) return branch(node, steps);
  if (!node.is("expression_statement") || node.children().size() != 1) {
    return not_understood(node);
  }
  const Node inner = node.child(0);
  if (inner.is("assignment") || inner.is("augmented_assignment")) {
    return assign(inner, steps);
  }
  if (inner.is("call")) return append(inner, steps);
  return not_understood(node);
}

bool KernelReader::assign(Node node, std::vector<KernelStep>& steps) {
  const Node target = node.field("left");
  const Node value = node.field("right");
  if (node.field("type") || !value) return not_understood(node);
  const bool adds = node.is("augmented_assignment");
  if (!adds && carried_on(node)) return true;
  if (!adds) {
    if (const auto apart = takes_apart(node, steps)) return *apart;
  }
  if (!adds && !target.is("identifier") && !target.is("subscript")) {
    return assign_several(node, steps);
  }
  if (target.is("identifier") && !adds && value.is("list") &&
      value.children().empty()) {
    if (axes_ != 1 || in_order_ > 0 || conditions_ > 0) {
      return not_understood(node);
    }
    Local made;
    made.kind = Local::Kind::kNewList;
    locals_[std::string(target.text())] = made;
    return true;
  }
  if (target.is("identifier") && !adds && value.is("subscript") &&
      only_lists(trial_.interpreter.value_of(value))) {
    Expr row = row_or_item(value, true);
    if (!row || in_order_ > 0 || conditions_ > 0 || !need_row(*row)) {
      return not_understood(node);
    }
    Local made;
    made.kind = Local::Kind::kRow;
    made.value = *row;
    locals_[std::string(target.text())] = made;
    return true;
  }
  if (!adds && (names_column(target, value) || names_row(target, value) ||
                names_tuple(target, value) || names_array_row(target, value))) {
    return true;
  }
  if (adds && folded(target, 1)) return add_up(node, steps, false);
  if (adds && runs(target)) return add_up(node, steps, true);
  if (adds) {
    if (const auto done = tally(node, steps)) return *done;
  }
  Expr read = adds ? std::nullopt : running_item(target, value);
  if (!read && reason_) return false;
  if (!read) read = expression(value);
  if (!read) return false;
  if (adds) {
    Expr before = expression(target);
    if (!before) return false;
    std::string_view op = node.field("operator").text();
    op.remove_suffix(1);
    read = arithmetic(node, op, std::move(*before), std::move(*read));
    if (!read) return false;
  }
  if (target.is("identifier")) {
    return assign_name(std::string(target.text()), node, std::move(*read),
                       steps);
  }
  if (cell_ && target.text() == cell_->text) {
    return assign_name(cell_->name, node, std::move(*read), steps);
  }
  if (target.is("subscript")) {
    if (column_read(target)) {
      return store_cell(target, node, std::move(*read), steps);
    }
    return store(target, node, std::move(*read), steps);
  }
  return not_understood(node);
}

bool KernelReader::assign_name(const std::string& name, Node node,
                               KernelExpr read,
                               std::vector<KernelStep>& steps) {
  const auto known = locals_.find(name);
  const bool number =
      known != locals_.end() && known->second.kind == Local::Kind::kNumber;
  if (known != locals_.end() && !number) return not_understood(node);
  const bool may_stay = (in_order_ > 0 || conditions_ > 0) && number;
  const std::optional<NumberType> type =
      may_stay ? common_type(known->second.value, read) : read.type;
  if (!type) {
    return refuse(node, "mixed-types",
                  "`" + name +
                      "` is sometimes an int and sometimes a float, "
                      "set on line " +
                      std::to_string(node.line()));
  }
  if (counting_.contains(name)) return not_understood(node);
  Local made;
  made.value.type = *type;
  made.value.axes = read.axes;
  made.value.maker = may_stay
                         ? either_maker(known->second.value.maker, read.maker)
                         : read.maker;
  // A loop's next turn would begin with the other one.
  if (in_order_ > 0 && number &&
      made.value.maker != known->second.value.maker) {
    return not_understood(node);
  }
  if (in_order_ > 0) {
    NumberMaker& given = given_.try_emplace(name, read.maker).first->second;
    given = either_maker(given, read.maker);
  }
  // What a turn of a loop or another branch gave it may differ as well.
  if (number) made.value.axes |= known->second.value.axes;
  if (in_order_ > 0 || conditions_ > 0) {
    made.value.axes |= (1U << static_cast<unsigned>(axes_)) - 1;
  }
  locals_[name] = made;
  KernelStep step;
  step.name = name;
  step.value = std::move(read);
  steps.push_back(std::move(step));
  return true;
}

bool KernelReader::store(Node target, Node statement, KernelExpr value,
                         std::vector<KernelStep>& steps) {
  if (in_order_ > 0) {
    return refuse(statement, "stores-in-order",
                  "`" + std::string(target.text()) + "` on line " +
                      std::to_string(statement.line()) +
                      " is stored in a loop that runs in order");
  }
  const std::size_t known = reads_.size();
  std::vector<KernelInput> inputs = kernel_.inputs;
  // As if it were read.
  Expr place = array_of_item(target) ? array_item(target) : item(target);
  if (!place) return false;
  reads_.resize(known);
  const auto before =
      std::find_if(inputs.begin(), inputs.end(),
                   [&](const auto& one) { return one.name == place->text; });
  KernelInput* list = input(place->text);
  const bool array = is_array(place->text);
  if (!array && value.maker != NumberMaker::kPython) {
    return refuse(statement, "mixed-types",
                  "numbers of NumPy are stored in a list on line " +
                      std::to_string(statement.line()));
  }
  list->read = array || (before != inputs.end() && before->read);
  if (array && before == inputs.end() && value.type == NumberType::kFlag) {
    list->type = NumberType::kFlag;
  }
  // Every iteration has a place of its own.
  const std::uint32_t all = (1U << static_cast<unsigned>(axes_)) - 1;
  if (place->axes != all) {
    return refuse(statement, "stores-twice",
                  "several iterations store `" + std::string(target.text()) +
                      "` on line " + std::to_string(statement.line()));
  }
  const bool rows = place->parts.size() == 2;
  if (rows && (place->parts[0].axes != 1 || place->parts[1].axes != 2)) {
    return not_understood(target);
  }
  if (std::any_of(place->parts.begin(), place->parts.end(),
                  is_computed_index)) {
    return refuse(statement, "stores-twice",
                  "several iterations may store `" +
                      std::string(target.text()) + "` on line " +
                      std::to_string(statement.line()));
  }
  changes_.push_back(
      {place->text, target, place->parts, rows, statement.range().end});
  steps.push_back({StepKind::kStore,
                   place->text,
                   std::move(value),
                   place->parts,
                   {},
                   {},
                   {}});
  return true;
}

bool KernelReader::append(Node call, std::vector<KernelStep>& steps) {
  const Node callee = call.field("function");
  const Node arguments = call.field("arguments");
  const Node holder = callee.field("object");
  if (!callee.is("attribute") || callee.field("attribute").text() != "append" ||
      !holder.is("identifier") || !arguments.is("argument_list") ||
      arguments.children().size() != 1 || in_order_ > 0) {
    return not_understood(call);
  }
  const std::string name(holder.text());
  const Node given = arguments.child(0);
  const auto own = locals_.find(name);
  KernelStep step;
  step.kind = StepKind::kAppend;
  step.name = name;
  if (own != locals_.end()) {
    const bool fits = own->second.kind == Local::Kind::kNewList &&
                      !own->second.filled && axes_ == kMostAxes &&
                      conditions_ == 0;
    if (!fits) return not_understood(call);
    own->second.filled = true;
  } else {
    if (!add_list(holder, KernelInput::Kind::kList, false)) return false;
    changes_.push_back({name, holder, {}, false, call.range().end});
  }
  const auto row = locals_.find(given.text());
  if (given.is("identifier") && row != locals_.end() &&
      row->second.kind == Local::Kind::kNewList) {
    const bool fits = own == locals_.end() && row->second.filled &&
                      !row->second.given && axes_ == 1 && conditions_ == 0;
    if (!fits) return not_understood(call);
    row->second.given = true;
    step.kind = StepKind::kAppendRow;
    step.value.text = std::string(given.text());
    steps.push_back(std::move(step));
    return true;
  }
  Expr value =
      own == locals_.end() ? running_append(holder, given) : std::nullopt;
  if (!value && reason_) return false;
  if (!value) {
    value = own == locals_.end() ? kept_or_pair(given, name) : kept(given);
  }
  if (!value) return false;
  step.value = std::move(*value);
  steps.push_back(std::move(step));
  return true;
}

// One that reads what an earlier turn of its own has left.
bool KernelReader::carried(const Names& bound) const {
  return std::any_of(bound.begin(), bound.end(), [&](const std::string& name) {
    const auto local = locals_.find(name);
    return local != locals_.end() && local->second.kind == Local::Kind::kNumber;
  });
}

// What a turn of a loop leaves for the next one differs, from the start on.
void KernelReader::spread(const Names& bound, std::vector<KernelStep>& steps) {
  const std::uint32_t all = (1U << static_cast<unsigned>(axes_)) - 1;
  for (const std::string& name : bound) {
    const auto local = locals_.find(name);
    if (local == locals_.end() || local->second.kind != Local::Kind::kNumber ||
        local->second.value.axes == all) {
      continue;
    }
    local->second.value.axes = all;
    KernelStep step;
    step.kind = StepKind::kSpread;
    step.name = name;
    step.value.type = local->second.value.type;
    step.value.axes = all;
    steps.push_back(std::move(step));
  }
}

bool KernelReader::inner_loop(Node node, std::vector<KernelStep>& steps) {
  const std::vector<Node> body = block_of(node.field("body"));
  if (node.field("alternative")) return not_understood(node);
  Names bound = bound_in(body);
  const bool adds_to_cell =
      !cell_ && in_order_ == 0 && conditions_ == 0 && take_cell(node, steps);
  if (adds_to_cell) bound.insert(cell_->name);
  const bool in_order =
      in_order_ > 0 || conditions_ > 0 || axes_ == kMostAxes || carried(bound);
  KernelStep step;
  step.kind = StepKind::kLoop;
  const Locals before = locals_;
  if (!head(node.field("left"), node.field("right"), in_order ? -1 : axes_,
            step.loop)) {
    return false;
  }
  if (in_order && step.loop.header.empty()) {
    step.loop.header = "for " + std::string(node.field("left").text()) +
                       " in " + std::string(node.field("right").text());
  }
  if (in_order) blur(node, bound);
  if (in_order) spread(bound, steps);
  (in_order ? in_order_ : axes_) += 1;
  if (!in_order) kernel_.columns = true;
  if (!statements(body, step.body)) return false;
  if (in_order) settle(body, step.loop);
  (in_order ? in_order_ : axes_) -= 1;
  counting_.erase(step.loop.index);
  // Behind the loop, which may have had no turn, only what was there before.
  for (auto local = locals_.begin(); local != locals_.end();) {
    const auto known = before.find(local->first);
    const bool keeps =
        known != before.end() && known->second.kind == local->second.kind;
    local = keeps ? std::next(local) : locals_.erase(local);
  }
  steps.push_back(std::move(step));
  if (adds_to_cell) give_cell(node, steps);
  return true;
}

// Nothing but the lists keeps what an iteration has computed.
bool KernelReader::check_names() {
  const Node scope = trial_.loop.function;
  ScopeNames names;
  if (scope) names = scope_names(scope);
  for (const std::string& name : bound_) {
    if (folded_.contains(name)) continue;
    if (trial_.live_after(name) || names.globals.contains(name) ||
        names.nonlocals.contains(name)) {
      return refuse(trial_.loop.node, "read-afterwards",
                    "`" + name + "`, set in the loop, may be read behind it");
    }
  }
  return true;
}

bool KernelReader::check_changes() {
  return std::all_of(
      changes_.begin(), changes_.end(),
      [&](const Change& change) { return check_change(change); });
}

bool KernelReader::check_change(const Change& change) {
  if (input(change.name)->kind == KernelInput::Kind::kColumn) {
    return check_cells(change);
  }
  for (const ListRead& read : reads_) {
    if (read.name != change.name) continue;
    if (change.at.empty() || read.at != change.at || read.begin > change.end) {
      return refuse(read.node, "carried-element",
                    "`" + std::string(read.node.text()) + "` on line " +
                        std::to_string(read.node.line()) +
                        " may be what another iteration has put there: `" +
                        std::string(change.node.text()) + "` on line " +
                        std::to_string(change.node.line()));
    }
  }
  for (Node call : lengths_) {
    const bool grows = change.at.empty() &&
                       call.field("arguments").child(0).text() == change.name;
    if (grows) {
      return refuse(call, "carried-element",
                    "`" + std::string(call.text()) + "` on line " +
                        std::to_string(call.line()) +
                        " is another one in each iteration: `" +
                        std::string(change.node.text()) + "` on line " +
                        std::to_string(change.node.line()));
    }
  }
  for (const Change& other : changes_) {
    if (&other != &change && other.name == change.name) {
      return refuse(other.node, "changed-twice",
                    "`" + change.name + "` is changed in two places");
    }
  }
  if (is_array(change.name)) return check_array(change);
  return std::all_of(lists_.begin(), lists_.end(), [&](const auto& other) {
    return stays_apart(change, other.first, other.second);
  });
}

// What is changed is no list that is read, or the program is asked for that.
bool KernelReader::stays_apart(const Change& change, const std::string& name,
                               Node node) {
  const Heap& heap = trial_.interpreter.heap();
  auto meet = [](const Value& a, const Value& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](ObjectId id) { return b.contains(id); });
  };
  Value changed = trial_.interpreter.value_of(lists_.at(change.name));
  if (change.by_rows) changed = items_of(heap, changed);
  const Value lists = trial_.interpreter.value_of(node);
  const bool rows = input(name)->kind == KernelInput::Kind::kRows;
  const Value held = rows ? items_of(heap, lists) : lists;
  const bool whole_in_part = rows && meet(changed, lists);
  if (whole_in_part || (rows != change.by_rows && meet(changed, held))) {
    return refuse(node, "shared-rows",
                  "`" + change.name + "` may be a part of `" + name + "`");
  }
  if ((rows || name != change.name) && meet(changed, held)) {
    kernel_.apart.push_back({change.name, name});
  }
  return true;
}

}  // namespace ppp::advisor
