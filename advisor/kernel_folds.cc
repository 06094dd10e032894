// SPDX-License-Identifier: Apache-2.0
// Values that go from one iteration to the next, but only to be added to, or
// to keep the largest or least.
#include <algorithm>

#include "advisor/kernel_reader.h"

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

// From around the loop, and named in it just so often; 0: however often.
bool KernelReader::comes_along(Node name, int times) {
  const std::string text(name.text());
  return name.is("identifier") && !locals_.contains(text) &&
         bound_.contains(text) && in_order_ == 0 && !kernel_.comprehension &&
         bound_before(trial_, text) && !input(text) &&
         (times == 0 || times_named(trial_.loop.node, text) == times);
}

// Added to once in each iteration, and read behind that: a running total.
bool KernelReader::runs(Node name) {
  if (!comes_along(name, 0) || conditions_ > 0 || axes_ != 1 || function_ ||
      !bound_once(name)) {
    return false;
  }
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
  if (running) {
    step.running = own_name(step.name);
    Local made;
    made.kind = Local::Kind::kValue;
    made.value = {KernelExpr::Kind::kName, step.running, *type, 1, {}};
    made.value.maker = step.value.maker;
    if (asks() && made.value.maker == NumberMaker::kPython) {
      made.value.maker = NumberMaker::kUnclear;
    }
    locals_[step.name] = made;
  }
  steps.push_back(std::move(step));
  return true;
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

bool KernelReader::keep_best(Node branch, Node best,
                             std::vector<KernelStep>& steps) {
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
    Expr other = expression(kept[i].field("right"));
    if (!other) return false;
    if (!clear(*other)) return not_understood(kept[i]);
    add_fold(name);
    KernelStep also;
    also.name = std::string(name.text());
    also.value = std::move(*other);
    step.body.push_back(std::move(also));
  }
  add_fold(best);
  steps.push_back(std::move(step));
  return true;
}

}  // namespace ppp::advisor
