// SPDX-License-Identifier: Apache-2.0
// An `if` that leaves something for later iterations, and whose body alone
// reads what the last one has left:
//
//   if pixels[i] != pixels[i - 1]:       here = pixels[1:] != pixels[:-1]
//       found.append(i - start)          at = np.flatnonzero(here)
//       start = i                        i = at + 1
//                                        start_left = np.append(start, i)
//                                        found_values = i - start_left[:-1]
//
// It is computed for the iterations that come there, and no others: what one of
// them has left is what the next one finds.
#include <algorithm>
#include <array>

#include "rewrite/kernel_lines.h"

namespace ppp::rewrite {
namespace {

using advisor::KernelExpr;
using advisor::KernelStep;
using advisor::NumberType;
using Kind = KernelStep::Kind;

bool names(const KernelExpr& value, const std::string& name) {
  return (value.kind == KernelExpr::Kind::kName && value.text == name) ||
         std::any_of(value.parts.begin(), value.parts.end(),
                     [&](const KernelExpr& part) { return names(part, name); });
}

bool names(const KernelStep& step, const std::string& name) {
  auto any = [&](const auto& all) {
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& one) { return names(one, name); });
  };
  return step.name == name || names(step.value, name) || any(step.at) ||
         any(step.body) || any(step.otherwise);
}

/// Operations that look at nothing but the values they are given.
bool plain_operation(const std::string& name) {
  constexpr auto kPlain = std::to_array<std::string_view>(
      {"+",    "-",    "*",   "/",   "//", "%",   "neg", "abs",
       "fabs", "sqrt", "min", "max", "if", "and", "or",  "not",
       "<",    "<=",   ">",   ">=",  "==", "!=",  "@"});
  return std::find(kPlain.begin(), kPlain.end(), name) != kPlain.end();
}

bool plain(const KernelExpr& value) {
  const bool flag = value.type == NumberType::kFlag;
  switch (value.kind) {
    case KernelExpr::Kind::kLiteral:
      break;
    case KernelExpr::Kind::kName:
      if (flag) return false;
      break;
    case KernelExpr::Kind::kRead:
      if (flag || value.parts.size() != 1) return false;
      // An item's own place is no value.
      return !advisor::is_computed_index(value.parts[0]) ||
             plain(value.parts[0].parts[0]);
    case KernelExpr::Kind::kOperation:
      if (advisor::is_pair(value)) break;
      if (!plain_operation(value.text) || (flag && value.text == "if")) {
        return false;
      }
  }
  return std::all_of(value.parts.begin(), value.parts.end(), plain);
}

/// `bound`: what the body gives a value.
bool plain(const std::vector<KernelStep>& steps, std::set<std::string>& bound) {
  return std::all_of(steps.begin(), steps.end(), [&](const KernelStep& step) {
    switch (step.kind) {
      case Kind::kAssign:
        bound.insert(step.name);
        return step.value.type != NumberType::kFlag && plain(step.value);
      case Kind::kAppend:
        return plain(step.value);
      case Kind::kFold:
        return step.running.empty() && plain(step.value) &&
               std::all_of(step.body.begin(), step.body.end(),
                           [](const auto& one) { return plain(one.value); });
      case Kind::kIf:
        return plain(step.value) && plain(step.body, bound) &&
               plain(step.otherwise, bound);
      default:
        return false;
    }
  });
}

}  // namespace

// The reader puts what is left right in front of its `if`.
void KernelLines::find_picked() {
  const std::vector<KernelStep>& steps = kernel_.steps;
  if (columns() || asks_dtypes() || kernel_.of_frames()) return;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::size_t first = i;
    std::set<std::string> own;
    while (i < steps.size() && steps[i].kind == Kind::kCarry &&
           steps[i].value.parts.size() == 2) {
      if (!steps[i].running.empty()) own.insert(steps[i].running);
      ++i;
    }
    if (own.empty() || i == steps.size()) continue;
    const KernelStep& branch = steps[i];
    bool fits = branch.kind == Kind::kIf && branch.otherwise.empty() &&
                branch.value == steps[first].value.parts[1] &&
                plain(branch.body, own);
    for (std::size_t j = first; j < i; ++j) {
      fits = fits && plain(steps[j].value.parts[0]);
    }
    for (const std::string& truth : truths_) {
      for (std::size_t j = first; j <= i; ++j) {
        fits = fits && !names(steps[j], truth);
      }
    }
    // Nobody else reads what is only known for some iterations.
    for (std::size_t j = 0; j < steps.size(); ++j) {
      const bool inside = first <= j && j <= i;
      fits = fits &&
             (inside || std::none_of(own.begin(), own.end(), [&](auto& name) {
                return names(steps[j], name);
              }));
    }
    for (std::size_t j = first; fits && j <= i; ++j) {
      if (j == i || !steps[j].running.empty()) picked_.insert(&steps[j]);
    }
  }
}

/// From here on, until `outer` is put back, values are those of the iterations
/// that come to the `if`.
std::optional<KernelLines::Pick> KernelLines::begin_pick(
    const KernelExpr& condition) {
  Pick& pick = picks_[condition.text];
  if (pick.at.empty()) {
    const std::string mask = whole_shape(condition);
    pick.at = fresh("at");
    ++result_.operations;
    work(1);
    line(fmt::format("{} = {}.flatnonzero({})", pick.at, np_, mask));
  }
  return std::exchange(pick_, pick);
}

void KernelLines::end_pick(const KernelExpr& condition,
                           std::optional<Pick> outer) {
  picks_[condition.text] = *std::exchange(pick_, std::move(outer));
}

// `start = i`
void KernelLines::carry_picked(const KernelStep& step) {
  const KernelExpr& condition = step.value.parts[1];
  const std::optional<Pick> outer = begin_pick(condition);
  const std::string values = whole_shape(step.value.parts[0]);
  const std::string left = fresh(step.name + "_left");
  line(fmt::format("{} = {}.append({}, {})", left, np_, step.name, values));
  line(fmt::format("{} = {}[:-1]", step.running, left));
  line(fmt::format("{} = {}[-1].item()", step.name, left));
  sure_[step.running] = 1;
  pick_->names.insert(step.running);
  end_pick(condition, outer);
}

void KernelLines::branch_picked(const KernelStep& step) {
  const std::optional<Pick> outer = begin_pick(step.value);
  write(step.body);
  end_pick(step.value, outer);
}

/// The number of each iteration that comes there: "at", or "i", made of it.
std::string KernelLines::picked_index() {
  if (!pick_->index.empty()) return pick_->index;
  const std::string start = bound_text(kernel_.loop.start);
  if (start == "0") return pick_->index = pick_->at;
  const std::string name = variable(kernel_.loop.index);
  const bool taken = counted_.contains(kernel_.loop.index) || picks_.size() > 1;
  pick_->index = taken ? fresh(name) : name;
  line(fmt::format("{} = {} + {}", pick_->index, pick_->at, start));
  return pick_->index;
}

/// What has a value for all iterations, for those.
std::string KernelLines::picked_name(const KernelExpr& name) {
  if (name.text == kernel_.loop.index) return picked_index();
  const auto sure = sure_.find(name.text);
  const bool whole = sure != sure_.end() && sure->second != 0;
  if (pick_->names.contains(name.text) || (name.axes == 0 && !whole)) {
    return name.text;
  }
  if (whole) return fmt::format("{}[{}]", name.text, pick_->at);
  return fmt::format("{}.broadcast_to({}, {})[{}]", np_, name.text,
                     count(rows()), pick_->at);
}

/// `pixels[i - 1]`
std::string KernelLines::picked_item(const KernelExpr& item) {
  return fmt::format("{}[{}]", array_of(item.text),
                     sum_text(picked_index(), position(item.parts[0]).offset));
}

}  // namespace ppp::rewrite
