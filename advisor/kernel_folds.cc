// SPDX-License-Identifier: Apache-2.0
// Values that go from one iteration to the next, but only to be added to, or
// to keep the largest or least.
#include <algorithm>

#include "advisor/kernel_reader.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

int times_named(Node loop, std::string_view name) {
  int times = 0;
  walk(loop, [&](Node node) {
    times += node.is("identifier") && node.text() == name;
    return true;
  });
  return times;
}

/// The only assignments that a block consists of; empty: there is more in it.
std::vector<Node> only_assignments(Node block) {
  std::vector<Node> found;
  for (Node statement : block.children()) {
    const Node inner = statement.child(0);
    const bool plain = statement.is("expression_statement") &&
                       inner.is("assignment") && !inner.field("type") &&
                       inner.field("left").is("identifier") &&
                       inner.field("right");
    if (!plain) return {};
    found.push_back(inner);
  }
  return found;
}

}  // namespace

bool counts_with(Node loop, std::string_view name) {
  bool found = false;
  walk(loop, [&](Node node) {
    if (!node.is("for_statement") && !node.is("for_in_clause")) return !found;
    const auto names = bound_names(node.field("left"));
    found = found || std::find(names.begin(), names.end(), name) != names.end();
    return !found;
  });
  return found;
}

// From around the loop, and named in it just so often; 0: however often.
bool KernelReader::comes_along(Node name, int times) {
  const std::string text(name.text());
  return name.is("identifier") && !locals_.contains(text) &&
         bound_.contains(text) && in_order_ == 0 && !kernel_.comprehension &&
         bound_before(trial_, text) && !input(text) &&
         (times == 0 || times_named(trial_.loop.node, text) == times);
}

// Gets a number at one place, once in each iteration.
bool KernelReader::given_once(Node name) {
  return comes_along(name, 0) && conditions_ == 0 && axes_ == 1 && !function_ &&
         bound_once(name) && !counts_with(trial_.loop.node, name.text());
}

// Added to once in each iteration, and read behind that: a running total.
bool KernelReader::runs(Node name) {
  if (!given_once(name)) return false;
  const std::optional<NumberType> type = known_type(name);
  return type && *type != NumberType::kFlag;
}

// The same, and a number.
bool KernelReader::folded(Node name, int times) {
  if (!comes_along(name, times)) return false;
  const std::optional<NumberType> type = known_type(name);
  return type ? type != NumberType::kFlag : asks();
}

void KernelReader::add_fold(Node name) {
  const auto type = known_type(name);
  const bool asked = type ? !one_type(name) : asks();
  kernel_.inputs.push_back(
      {std::string(name.text()), KernelInput::Kind::kScalar,
       type.value_or(asks() ? NumberType::kNumber : NumberType::kFloat), asked,
       true});
  folded_.insert(std::string(name.text()));
}

// The best so far, read behind the `if` that keeps it.
bool KernelReader::leads(Node name) {
  if (!given_once(name) || framed()) return false;
  const std::optional<NumberType> type = known_type(name);
  return type ? *type != NumberType::kFlag : asks();
}

// From here on the name has a value for each iteration.
void KernelReader::run_on(KernelStep& step, NumberType type) {
  step.running = own_name(step.name);
  Local made;
  made.kind = Local::Kind::kValue;
  made.value = {KernelExpr::Kind::kName, step.running, type, 1, {}};
  // A total is of NumPy with the first number that is, the best once it is one.
  const bool best = step.fold == "most" || step.fold == "least";
  made.value.maker = step.value.maker;
  if (asks() && (best || step.value.maker == NumberMaker::kPython)) {
    made.value.maker = NumberMaker::kUnclear;
  }
  locals_[step.name] = made;
}

// `total += value`
bool KernelReader::add_up(Node node, std::vector<KernelStep>& steps,
                          bool running) {
  const Node name = node.field("left");
  const std::string_view op = node.field("operator").text();
  if (op != "+=" && op != "-=") return not_understood(node);
  Expr value = kept(node.field("right"));
  if (!value) return false;
  // What is not known is asked: of a table it may be an int or a float.
  const auto type = known_type(name);
  const bool fits =
      !type || value->type == *type ||
      (*type == NumberType::kFloat && value->type == NumberType::kNumber);
  if (!is_number(value->type)) return not_understood(node);
  if (!fits) {
    return refuse(node, "mixed-types",
                  "`" + std::string(name.text()) +
                      "` is sometimes an int and sometimes a float, set on "
                      "line " +
                      std::to_string(node.line()));
  }
  add_fold(name);
  KernelStep step;
  step.kind = KernelStep::Kind::kFold;
  step.name = std::string(name.text());
  step.fold = op == "+=" ? "add" : "subtract";
  step.value = std::move(*value);
  if (running) run_on(step, *type);
  steps.push_back(std::move(step));
  return true;
}

namespace {

/// `i`, `i + 2`, `i - 1` as a name and what is added.
std::optional<std::pair<std::string, std::int64_t>> moved_name(Node node) {
  std::int64_t offset = 0;
  const Node by = node.field("right");
  const std::string_view op = node.field("operator").text();
  if (node.is("binary_operator") && by.is("integer") && by.text().size() < 6 &&
      by.text().find_first_not_of("0123456789") == std::string::npos &&
      (op == "+" || op == "-")) {
    offset = std::stoll(std::string(by.text())) * (op == "-" ? -1 : 1);
    node = node.field("left");
  }
  if (!node.is("identifier")) return std::nullopt;
  return std::pair{std::string(node.text()), offset};
}

bool mentions(Node node, std::string_view name) {
  return times_named(node, name) > 0;
}

Node only_index(Node item) {
  const std::vector<Node> given = item.fields("subscript");
  const bool plain = item.is("subscript") && given.size() == 1 &&
                     item.field("value").is("identifier");
  return plain ? given[0] : Node();
}

}  // namespace

// The places of two items of which one is in front of the other, for each
// iteration; `start`: where the first one of these is.
bool KernelReader::places_apart(Node at, Node before,
                                std::string& start) const {
  const auto one = moved_name(at);
  const auto other = moved_name(before);
  if (!one || !other || one->first != other->first ||
      one->second != other->second + 1) {
    return false;
  }
  const auto counting = counting_.find(one->first);
  if (counting == counting_.end() || counting->second.axis != 0) return false;
  const KernelBound& begin = counting->second.start;
  if (!begin.text.empty() || begin.offset + other->second < 0) return false;
  start = std::to_string(begin.offset + other->second);
  return true;
}

/// What is added to `before`, or taken from it; null: it is something else.
Node KernelReader::sum_with(Node value, Node before) const {
  const std::string_view op = value.field("operator").text();
  if (!value.is("binary_operator") || (op != "+" && op != "-")) return Node();
  if (value.field("left") == before) return value.field("right");
  const bool turned = op == "+" && value.field("right") == before;
  return turned ? value.field("left") : Node();
}

KernelReader::Expr KernelReader::running_sum(Node list, std::string start,
                                             Node value, Node before) {
  const Node added = sum_with(value, before);
  const std::string name(list.text());
  if (!added || mentions(added, name) || in_order_ > 0 || conditions_ > 0 ||
      axes_ != 1 || function_ || kernel_.in_order || kernel_.comprehension ||
      locals_.contains(name)) {
    return std::nullopt;
  }
  const bool array = may_be_array(list);
  if (array ? !add_array(list, 1)
            : !add_list(list, KernelInput::Kind::kList, true)) {
    return std::nullopt;
  }
  Expr sum = kept(added);
  const NumberType type = input(name)->type;
  const bool fits =
      sum && is_number(sum->type) && is_number(type) &&
      (array || (sum->type == type && sum->maker == NumberMaker::kPython));
  if (!fits) {
    not_understood(value);
    return std::nullopt;
  }
  KernelExpr first{
      KernelExpr::Kind::kRead,
      name,
      type,
      0,
      {{KernelExpr::Kind::kLiteral, start, NumberType::kInteger, 0, {}}}};
  const std::string op(value.field("operator").text());
  KernelExpr made{KernelExpr::Kind::kOperation,
                  "running " + op,
                  array ? NumberType::kNumber : type,
                  1,
                  {std::move(first), std::move(*sum)}};
  if (array) made.maker = NumberMaker::kNumPy;
  return made;
}

// `sums[i] = sums[i - 1] + x`. Nothing, and no reason: it is something else.
KernelReader::Expr KernelReader::running_item(Node target, Node value) {
  const Node at = only_index(target);
  if (!at) return std::nullopt;
  for (Node side : {value.field("left"), value.field("right")}) {
    std::string start;
    if (value.is("binary_operator") && only_index(side) &&
        side.field("value").text() == target.field("value").text() &&
        places_apart(at, only_index(side), start)) {
      return running_sum(target.field("value"), start, value, side);
    }
  }
  return std::nullopt;
}

// `sums.append(sums[-1] + x)`, the same.
KernelReader::Expr KernelReader::running_append(Node list, Node value) {
  for (Node side : {value.field("left"), value.field("right")}) {
    if (value.is("binary_operator") && only_index(side).text() == "-1" &&
        side.field("value").text() == list.text()) {
      return running_sum(list, "-1", value, side);
    }
  }
  return std::nullopt;
}

// `if value > best:` with `best = value` first, and perhaps other variables
// that keep what belongs to it. Null: it is none.
Node KernelReader::kept_best(Node branch) const {
  const Node condition = branch.field("condition");
  const std::span<const Node> sides = condition.children();
  const std::vector<Node> ops = condition.fields("operators");
  const std::vector<Node> kept = only_assignments(branch.field("consequence"));
  if (!condition.is("comparison_operator") || sides.size() != 2 ||
      kept.empty() || !branch.fields("alternative").empty()) {
    return Node();
  }
  const bool larger = ops[0].text() == ">";
  if (!larger && ops[0].text() != "<") return Node();
  for (std::size_t i : {0, 1}) {
    const bool fits = sides[i].text() == kept[0].field("left").text() &&
                      sides[1 - i].text() == kept[0].field("right").text();
    if (fits) return sides[i];
  }
  return Node();
}

// `(i, j)`: several numbers that stay together.
KernelReader::Expr KernelReader::pair(Node tuple) {
  KernelExpr made;
  made.kind = KernelExpr::Kind::kOperation;
  made.text = "pair";
  made.type = NumberType::kPair;
  for (Node one : tuple.children()) {
    Expr part = kept(one);
    if (!part) return std::nullopt;
    made.axes |= part->axes;
    made.parts.push_back(std::move(*part));
  }
  if (made.parts.size() > 1) return made;
  not_understood(tuple);
  return std::nullopt;
}

bool KernelReader::keep_best(Node branch, Node best,
                             std::vector<KernelStep>& steps, bool running) {
  const Node condition = branch.field("condition");
  const std::vector<Node> kept = only_assignments(branch.field("consequence"));
  const bool first = condition.child(0) == best;
  const bool larger = condition.fields("operators")[0].text() == ">";
  Expr value = expression(kept[0].field("right"));
  if (!value) return false;
  auto clear = [](const KernelExpr& one) {
    return one.maker == NumberMaker::kPython ||
           one.maker == NumberMaker::kNumPy;
  };
  if (!is_number(value->type) || !clear(*value)) return not_understood(branch);
  KernelStep step;
  step.kind = KernelStep::Kind::kFold;
  step.name = std::string(best.text());
  step.fold = larger != first ? "most" : "least";
  step.value = std::move(*value);
  for (std::size_t i = 1; i < kept.size(); ++i) {
    const Node name = kept[i].field("left");
    if (!comes_along(name, 1)) return not_understood(kept[i]);
    const Node given = kept[i].field("right");
    Expr other = given.is("tuple") ? pair(given) : expression(given);
    if (!other) return false;
    const auto& parts = other->parts;
    if (is_pair(*other) ? !std::all_of(parts.begin(), parts.end(), clear)
                        : !clear(*other)) {
      return not_understood(kept[i]);
    }
    if (is_pair(*other)) {  // whatever it was: nobody reads that
      kernel_.inputs.push_back({std::string(name.text())});
      folded_.insert(std::string(name.text()));
    } else {
      add_fold(name);
    }
    KernelStep also;
    also.name = std::string(name.text());
    also.value = std::move(*other);
    step.body.push_back(std::move(also));
  }
  add_fold(best);
  if (running) {
    const NumberType type = input(step.name)->type;
    if (type != step.value.type && !asks()) return not_understood(branch);
    run_on(step, step.value.type);
  }
  steps.push_back(std::move(step));
  return true;
}

}  // namespace ppp::advisor
