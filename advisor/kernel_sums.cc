// SPDX-License-Identifier: Apache-2.0
// `for k in range(n): c[i][j] += a[i][k] * b[k][j]`: the item is read before
// the loop, and stored behind it.
#include <algorithm>

#include "advisor/kernel_reader.h"

namespace ppp::advisor {
namespace {

/// The only item that the loop stores in, if it is only added to; or null.
Node only_target(Node loop) {
  Node found;
  bool others = false;
  walk(loop.field("body"), [&](Node node) {
    const Node target = node.field("left");
    const bool assigns =
        node.is("assignment") || node.is("augmented_assignment");
    if (!assigns || target.is("identifier")) return true;
    const bool fits = node.is("augmented_assignment") &&
                      target.is("subscript") &&
                      (!found || found.text() == target.text());
    others = others || !fits;
    found = target;
    return true;
  });
  return others ? Node() : found;
}

bool names_any(Node node, const Names& names) {
  bool found = false;
  walk(node, [&](Node one) {
    found = found || (one.is("identifier") && names.contains(one.text()));
    return !found;
  });
  return found;
}

}  // namespace

// False: there is none, and nothing was done.
bool KernelReader::take_cell(Node loop, std::vector<KernelStep>& steps) {
  const Node target = only_target(loop);
  Names own = bound_in({loop});
  if (!target || names_any(target, own) || column_read(target)) return false;
  const auto reads = reads_;
  const auto inputs = kernel_.inputs;
  const auto reason = reason_;
  Expr place = expression(target);
  const std::uint32_t all = (1U << static_cast<unsigned>(axes_)) - 1;
  if (!place || place->kind != KernelExpr::Kind::kRead || place->axes != all ||
      (place->parts.size() == 2 &&
       (place->parts[0].axes != 1 || place->parts[1].axes != 2)) ||
      std::any_of(place->parts.begin(), place->parts.end(),
                  is_computed_index)) {
    reads_ = reads;
    kernel_.inputs = inputs;
    reason_ = reason;
    return false;
  }
  cell_ = Cell{std::string(target.text()), own_name("item"), target, *place};
  Local made;
  made.value = {KernelExpr::Kind::kName, cell_->name, place->type, all, {}};
  made.value.maker = place->maker;
  locals_[cell_->name] = made;
  KernelStep step;
  step.name = cell_->name;
  step.value = std::move(*place);
  steps.push_back(std::move(step));
  return true;
}

void KernelReader::give_cell(Node loop, std::vector<KernelStep>& steps) {
  const KernelExpr& place = cell_->place;
  changes_.push_back({place.text, cell_->target, place.parts,
                      place.parts.size() == 2, loop.range().end});
  KernelStep step;
  step.kind = KernelStep::Kind::kStore;
  step.name = place.text;
  step.value = *expression(cell_->target);  // the variable
  step.at = place.parts;
  steps.push_back(std::move(step));
  locals_.erase(cell_->name);
  cell_.reset();
}

}  // namespace ppp::advisor
