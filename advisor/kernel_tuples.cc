// SPDX-License-Identifier: Apache-2.0
// Lists of tuples of numbers, `for x, y in points`: what stands at one place of
// all tuples is a column. Each column is an input of its own, so they may be of
// different types. That all tuples are as long as the loop needs them is asked
// when the program runs; tuples never change.
#include <algorithm>

#include "advisor/kernel_reader.h"

namespace ppp::advisor {
namespace {

/// `2`, or nothing.
std::optional<int> place_of(Node node) {
  const bool small = node.is("integer") && node.text().size() == 1 &&
                     node.text()[0] >= '0' && node.text()[0] <= '9';
  return small ? std::optional(node.text()[0] - '0') : std::nullopt;
}

Node only_subscript_of(Node node) {
  const std::vector<Node> given = node.fields("subscript");
  return node.is("subscript") && given.size() == 1 ? given[0] : Node();
}

bool is_pattern(Node target) {
  return target.is("pattern_list") || target.is("tuple_pattern");
}

}  // namespace

// Of plain tuples: one of a class of the program may have ways of its own.
bool KernelReader::holds_tuples(Node list) const {
  const Heap& heap = trial_.interpreter.heap();
  if (!list.is("identifier") || kernel_.in_order || function_ ||
      locals_.contains(list.text())) {
    return false;
  }
  const Value lists = trial_.interpreter.value_of(list);
  const Value tuples = items_of(heap, lists);
  return only_lists(lists) && !tuples.empty() &&
         std::all_of(tuples.begin(), tuples.end(), [&](ObjectId id) {
           const Object& object = heap.at(id);
           return object.kind == Object::Kind::kContainer &&
                  object.name == "tuple" && object.of < 0;
         });
}

/// Of the numbers at that place of all tuples; `asked`: the program is asked.
std::optional<NumberType> KernelReader::type_at(Node list, int place,
                                                bool& asked) const {
  const Heap& heap = trial_.interpreter.heap();
  Value held;
  for (ObjectId id : items_of(heap, trial_.interpreter.value_of(list))) {
    const auto& fields = heap.at(id).fields;
    for (const std::string& field :
         {"[" + std::to_string(place) + "]", std::string("[]")}) {
      const auto found = fields.find(field);
      if (found != fields.end()) held.add(found->second);
    }
  }
  return number_type(held, asked);
}

// A text, say, which the loop must not read.
bool KernelReader::passes_over(Node name, Node list, int place) {
  bool asked = false;
  if (type_at(list, place, asked)) return false;
  Local made;
  made.kind = Local::Kind::kLabel;
  locals_[std::string(name.text())] = made;
  return true;
}

/// The column's input; `width`: how many the tuples are taken apart into, or
/// 0. Null: it is none, and there is a reason.
KernelInput* KernelReader::add_column_of(Node list, int place, int width) {
  if (!add_list(list, KernelInput::Kind::kList, false)) return nullptr;
  const std::string of(list.text());
  KernelInput* known = nullptr;
  for (KernelInput& one : kernel_.inputs) {
    if (one.of != of) continue;
    const int all = std::max(one.width, width);
    const bool fits =
        all == 0 || ((std::min(one.width, width) == 0 || one.width == width) &&
                     one.place < all && place < all);
    if (!fits) {  // no tuple does
      not_understood(list);
      return nullptr;
    }
    one.width = all;
    if (one.place == place) known = &one;
  }
  if (known) return known;
  bool asked = false;
  const auto type = type_at(list, place, asked);
  if (!type) {
    refuse(list, "unknown-number",
           "what the tuples of `" + of + "` hold at place " +
               std::to_string(place) + ", read on line " +
               std::to_string(list.line()) + ", is not known to be numbers");
    return nullptr;
  }
  std::string name = of + "_" + std::to_string(place);
  while (trial_.loop.source->text().find(name) != std::string::npos) {
    name += "_" + std::to_string(place);
  }
  KernelInput made{name, KernelInput::Kind::kList, *type, asked, true};
  made.of = of;
  made.place = place;
  made.width = width;
  kernel_.inputs.push_back(std::move(made));
  return &kernel_.inputs.back();
}

// What stands at that place in the tuple at `at`.
KernelReader::Expr KernelReader::column_item(Node node, Node list, int place,
                                             int width,
                                             std::vector<KernelExpr> at) {
  const KernelInput* column = add_column_of(list, place, width);
  if (!column) return std::nullopt;
  KernelExpr read{KernelExpr::Kind::kRead, column->name, column->type, 0, at};
  for (const KernelExpr& part : at) read.axes |= part.axes;
  if (read.axes == 0) {  // of one tuple
    not_understood(node);
    return std::nullopt;
  }
  reads_.push_back(
      {std::string(list.text()), node, std::move(at), node.range().begin});
  return read;
}

// `for x, y in points`, `for point in points`, and these in zip() and
// enumerate().
bool KernelReader::bind_tuple(Node target, Node list, const KernelLoop& loop,
                              bool indexed, std::string& length) {
  length = std::string(list.text());
  const std::uint32_t axes =
      loop.axis < 0 ? 0 : 1U << static_cast<unsigned>(loop.axis);
  const KernelExpr at{
      KernelExpr::Kind::kName, loop.index, NumberType::kInteger, axes, {}};
  if (target.is("identifier")) {
    if (!indexed || !add_list(list, KernelInput::Kind::kList, false)) {
      return not_understood(target);
    }
    return name_tuple(target, list, {at});
  }
  const std::span<const Node> targets = target.children();
  const int width = static_cast<int>(targets.size());
  bool numbers = false;
  for (int place = 0; place < width; ++place) {
    const Node name = targets[static_cast<std::size_t>(place)];
    const bool twice =
        std::count_if(targets.begin(), targets.end(),
                      [&](Node one) { return one.text() == name.text(); }) > 1;
    if (!name.is("identifier") || twice || locals_.contains(name.text())) {
      return not_understood(target);
    }
    if (passes_over(name, list, place)) continue;
    const KernelInput* column = add_column_of(list, place, width);
    if (!column) return false;
    numbers = true;
    Local made;
    made.kind = Local::Kind::kElement;
    made.value = {
        KernelExpr::Kind::kRead, column->name, column->type, axes, {at}};
    if (!indexed) {  // a variable of a loop that stays
      made.kind = Local::Kind::kNumber;
      made.value.parts.clear();
    }
    locals_[std::string(name.text())] = made;
  }
  return numbers || not_understood(target);  // of which how many is asked
}

bool KernelReader::name_tuple(Node target, Node list,
                              std::vector<KernelExpr> at) {
  Local made;
  made.kind = Local::Kind::kTuple;
  made.list = list;
  made.value.text = std::string(list.text());
  for (const KernelExpr& part : at) made.value.axes |= part.axes;
  made.value.parts = std::move(at);
  locals_[std::string(target.text())] = made;
  return true;
}

/// `points[i]`, or a variable that is one: the list and the place in it.
std::optional<KernelReader::TuplePlace> KernelReader::tuple_place(Node node) {
  const auto local = locals_.find(node.text());
  if (node.is("identifier") && local != locals_.end() &&
      local->second.kind == Local::Kind::kTuple) {
    return TuplePlace{local->second.list, local->second.value.parts};
  }
  const Node list = node.field("value");
  const Node given = only_subscript_of(node);
  if (!given || !holds_tuples(list)) return std::nullopt;
  std::optional<KernelExpr> at = index(given);
  if (!at || at->axes == 0) return std::nullopt;
  return TuplePlace{list, {std::move(*at)}};
}

// `points[i][1]`, `point[1]`: nothing, and no reason: it is something else.
KernelReader::Expr KernelReader::tuple_item(Node node) {
  const Node given = only_subscript_of(node);
  const auto place = given ? place_of(given) : std::nullopt;
  if (!place) return std::nullopt;
  const auto tuple = tuple_place(node.field("value"));
  if (!tuple) return std::nullopt;
  return column_item(node, tuple->list, *place, 0, tuple->at);
}

// `point = points[i]`
bool KernelReader::names_tuple(Node target, Node value) {
  if (!value || !target.is("identifier") || in_order_ > 0 || conditions_ > 0 ||
      kernel_.in_order || locals_.contains(target.text()) ||
      !value.is("subscript") || !holds_tuples(value.field("value")) ||
      !bound_once(target)) {
    return false;
  }
  const auto tuple = tuple_place(value);
  if (!tuple || !add_list(tuple->list, KernelInput::Kind::kList, false)) {
    return false;
  }
  KernelStep step;  // it has to be there, whatever is read of it
  step.kind = KernelStep::Kind::kRow;
  step.value = {KernelExpr::Kind::kRead, std::string(tuple->list.text()),
                NumberType::kInteger, tuple->at[0].axes, tuple->at};
  current_->push_back(std::move(step));
  return name_tuple(target, tuple->list, tuple->at);
}

// `x, y = points[i]`, `x, y = point`: nothing: it is something else.
std::optional<bool> KernelReader::takes_apart(Node node,
                                              std::vector<KernelStep>& steps) {
  const Node target = node.field("left");
  if (!is_pattern(target) || kernel_.in_order) return std::nullopt;
  const auto tuple = tuple_place(node.field("right"));
  if (!tuple) return reason_ ? std::optional(false) : std::nullopt;
  const std::span<const Node> targets = target.children();
  const int width = static_cast<int>(targets.size());
  for (int place = 0; place < width; ++place) {
    const Node name = targets[static_cast<std::size_t>(place)];
    if (!name.is("identifier")) return not_understood(target);
    Expr item =
        column_item(node.field("right"), tuple->list, place, width, tuple->at);
    if (!item ||
        !assign_name(std::string(name.text()), node, std::move(*item), steps)) {
      return false;
    }
  }
  return true;
}

}  // namespace ppp::advisor
