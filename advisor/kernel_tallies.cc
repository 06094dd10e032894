// SPDX-License-Identifier: Apache-2.0
// `counts[place] += 1`: items to which any iterations add, in their order, and
// which are not looked at otherwise.
#include <algorithm>

#include "advisor/kernel_reader.h"

namespace ppp::advisor {

// Nothing: every iteration has an item of its own, or it is something else.
std::optional<bool> KernelReader::tally(Node node,
                                        std::vector<KernelStep>& steps) {
  const Node target = node.field("left");
  const std::string_view op = node.field("operator").text();
  if (!target.is("subscript") || (op != "+=" && op != "-=") || in_order_ > 0 ||
      function_ || kernel_.comprehension || column_read(target) ||
      (cell_ && cell_->text == target.text())) {
    return std::nullopt;
  }
  const auto inputs = kernel_.inputs;
  const auto reads = reads_;
  const auto lists = lists_;
  tallies_ = true;
  Expr place = array_of_item(target) ? array_item(target) : item(target);
  tallies_ = false;
  if (!place) return false;
  const std::uint32_t all = (1U << static_cast<unsigned>(axes_)) - 1;
  const bool shared =
      place->axes != all ||
      std::any_of(place->parts.begin(), place->parts.end(), is_computed_index);
  if (!shared) {
    kernel_.inputs = inputs;
    reads_ = reads;
    lists_ = lists;
    return std::nullopt;
  }
  std::erase_if(reads_,
                [&](const ListRead& one) { return one.node == target; });
  Expr value = expression(node.field("right"));
  if (!value) return false;
  const bool array = is_array(place->text);
  const bool fits = is_number(value->type) &&
                    (array || (value->type == input(place->text)->type &&
                               value->maker == NumberMaker::kPython));
  if (!fits) {
    return refuse(node, "mixed-types",
                  "`" + std::string(target.text()) + "` on line " +
                      std::to_string(node.line()) +
                      " would hold numbers of another type");
  }
  KernelStep step;
  step.kind = KernelStep::Kind::kTally;
  step.name = place->text;
  step.fold = op == "+=" ? "add" : "subtract";
  step.value = std::move(*value);
  for (KernelExpr& part : place->parts) {
    step.at.push_back(is_computed_index(part) ? part.parts[0] : part);
  }
  const bool rows = !array && place->parts.size() == 2;
  changes_.push_back({step.name, target, {}, rows, node.range().end});
  steps.push_back(std::move(step));
  return true;
}

}  // namespace ppp::advisor
