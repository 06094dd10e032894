// SPDX-License-Identifier: Apache-2.0
// Branches: what their sides bind is one variable behind them, and what both
// append is one value.
#include <algorithm>
#include <iterator>
#include <span>

#include "advisor/kernel_reader.h"

namespace ppp::advisor {
namespace {

using StepKind = KernelStep::Kind;

/// The only append to `list`, or store in it, among the steps; null: there are
/// none, or others.
KernelStep* only_change(std::vector<KernelStep>& steps, StepKind kind,
                        const std::string& list) {
  KernelStep* found = nullptr;
  for (KernelStep& step : steps) {
    const bool own = step.kind == kind && step.name == list;
    if (own && found) return nullptr;
    if (own) found = &step;
    auto others = {&step.body, &step.otherwise};
    for (std::vector<KernelStep>* inner : others) {
      for (const KernelStep& one : *inner) {
        if (one.name == list) return nullptr;
      }
    }
  }
  return found;
}

}  // namespace

bool KernelReader::branch(Node node, std::vector<KernelStep>& steps) {
  if (const Node best = kept_best(node); best && folded(best, 2)) {
    return keep_best(node, best, steps, false);
  } else if (best && leads(best)) {
    return keep_best(node, best, steps, true);
  }
  return branches(node, node.fields("alternative"), steps);
}

// `node`: an `if` or `elif`.
bool KernelReader::branches(Node node, std::vector<Node> others,
                            std::vector<KernelStep>& steps) {
  Expr condition = this->condition(node.field("condition"));
  if (!condition) return false;
  if (condition->type != NumberType::kFlag) return not_understood(node);
  const std::vector<Node> then_block = block_of(node.field("consequence"));
  if (!carry_where(then_block, *condition, steps)) return false;
  KernelStep step;
  step.kind = StepKind::kIf;
  step.value = std::move(*condition);
  const Locals before = locals_;
  ++conditions_;
  if (!statements(then_block, step.body)) return false;
  const Locals then = std::exchange(locals_, before);
  if (!others.empty()) {
    const Node other = others.front();
    others.erase(others.begin());
    std::vector<KernelStep>* outer = std::exchange(current_, &step.otherwise);
    const bool read =
        other.is("elif_clause")
            ? branches(other, std::move(others), step.otherwise)
            : statements(block_of(other.field("body")), step.otherwise);
    current_ = outer;
    if (!read) return false;
  }
  --conditions_;
  join_changes(step);
  return meet_branches(node, before, then, std::move(step), steps);
}

// What an `if` of the loop's own leaves for later iterations. Its condition,
// which is then asked once, gets a name.
bool KernelReader::carry_where(const std::vector<Node>& block,
                               KernelExpr& asked,
                               std::vector<KernelStep>& steps) {
  const bool leaves =
      conditions_ == 0 && in_order_ == 0 && axes_ == 1 && !function_ &&
      std::any_of(block.begin(), block.end(),
                  [&](Node statement) { return leaves_behind(statement); });
  if (!leaves) return true;
  KernelStep named;
  named.name = own_name("here");
  named.value = asked;
  KernelExpr name{KernelExpr::Kind::kName,
                  named.name,
                  NumberType::kFlag,
                  asked.axes,
                  {},
                  asked.maker};
  std::vector<KernelStep> carried;
  if (!carry(block, &name, carried)) return false;
  asked = std::move(name);
  steps.push_back(std::move(named));
  std::move(carried.begin(), carried.end(), std::back_inserter(steps));
  return true;
}

bool KernelReader::meet_branches(Node node, const Locals& before,
                                 const Locals& then, KernelStep step,
                                 std::vector<KernelStep>& steps) {
  // What only one of them binds is not bound behind.
  for (auto local = locals_.begin(); local != locals_.end();) {
    const auto other = then.find(local->first);
    if (other == then.end()) {
      local = locals_.erase(local);
      continue;
    }
    const auto type = common_type(other->second.value, local->second.value);
    if (!type) {
      return refuse(node, "mixed-types",
                    "`" + local->first +
                        "` is sometimes an int and sometimes "
                        "a float behind line " +
                        std::to_string(node.line()));
    }
    const auto known = before.find(local->first);
    const bool same = known != before.end() && known->second == other->second &&
                      known->second == local->second;
    local->second.value.type = *type;
    local->second.value.maker =
        either_maker(local->second.value.maker, other->second.value.maker);
    if (!same) {
      local->second.value.axes |= other->second.value.axes | step.value.axes;
    }
    ++local;
  }
  std::vector<KernelStep> joined = std::move(joined_);
  joined_.clear();
  steps.push_back(std::move(step));
  std::move(joined.begin(), joined.end(), std::back_inserter(steps));
  return true;
}

// `if a: out.append(x)` with `else: out.append(y)`: a variable gets x or y, and
// is appended. The same for `out[i] = x`.
void KernelReader::join_changes(KernelStep& step) {
  for (const KernelStep& one : step.body) {
    const StepKind kind = one.kind;
    const std::string list = one.name;
    const bool stores = kind == StepKind::kStore &&
                        input(list)->kind != KernelInput::Kind::kColumn;
    if (kind != StepKind::kAppend && !stores) continue;
    KernelStep* yes = only_change(step.body, kind, list);
    KernelStep* no = only_change(step.otherwise, kind, list);
    const auto type = yes && no && yes->at == no->at
                          ? common_type(yes->value, no->value)
                          : std::nullopt;
    if (!type) continue;
    NumberMaker maker = either_maker(yes->value.maker, no->value.maker);
    if (!stores) maker = maker_in(list, maker);
    if (maker == NumberMaker::kUnclear && !(stores && is_array(list))) continue;
    const auto last =
        std::find_if(changes_.rbegin(), changes_.rend(),
                     [&](const Change& change) { return change.name == list; });
    changes_.erase(std::next(last).base());
    KernelStep joined;
    joined.kind = kind;
    joined.name = list;
    joined.at = yes->at;
    joined.value = {KernelExpr::Kind::kName,
                    own_name(list),
                    *type,
                    (1U << static_cast<unsigned>(axes_)) - 1,
                    {}};
    joined.value.maker = maker;
    for (KernelStep* side : {yes, no}) {
      side->kind = StepKind::kAssign;
      side->name = joined.value.text;
      side->at.clear();
    }
    joined_.push_back(std::move(joined));
    return join_changes(step);
  }
}

// `low, high = x, y`: one after the other, where no value reads what another
// one has replaced.
bool KernelReader::assign_several(Node node, std::vector<KernelStep>& steps) {
  const Node target = node.field("left");
  const Node value = node.field("right");
  const std::span<const Node> targets = target.children();
  const std::span<const Node> values = value.children();
  const bool tuples =
      (target.is("pattern_list") || target.is("tuple_pattern")) &&
      (value.is("expression_list") || value.is("tuple"));
  if (!tuples || targets.size() != values.size()) return not_understood(node);
  Names names;
  for (Node one : targets) {
    if (!one.is("identifier") || !names.emplace(one.text()).second) {
      return not_understood(one);
    }
  }
  bool reads = false;
  walk(value, [&](Node one) {
    reads = reads || (one.is("identifier") && names.contains(one.text()));
    return !reads;
  });
  if (reads) return not_understood(node);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    Expr read = expression(values[i]);
    if (!read || !assign_name(std::string(targets[i].text()), node,
                              std::move(*read), steps)) {
      return false;
    }
  }
  return true;
}

// One that the program does not have.
std::string KernelReader::own_name(std::string_view wish) {
  std::string own;
  do {
    own = std::string(wish) + "_" + std::to_string(++named_);
  } while (trial_.loop.source->text().find(own) != std::string::npos);
  return own;
}

}  // namespace ppp::advisor
