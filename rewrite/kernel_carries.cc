// SPDX-License-Identifier: Apache-2.0
// What one iteration leaves for later ones: all that is left, in order, and for
// each iteration the last of it.
//
//   here = pixels[1:n] != pixels[: n - 1]
//   at = np.flatnonzero(here)
//   left = np.append(start, i[at])
//   start_before = np.repeat(left, np.diff(at, prepend=-1, append=n - 2))
#include "rewrite/kernel_lines.h"

namespace ppp::rewrite {

using advisor::KernelExpr;
using advisor::KernelStep;

void KernelLines::carry(const KernelStep& step) {
  if (picked_.contains(&step)) return carry_picked(step);
  const std::vector<KernelExpr>& parts = step.value.parts;
  ++result_.operations;
  work(1);
  std::string values = whole_shape(parts[0]);
  if (step.running.empty()) return keep_last(step, values);
  const std::string left = fresh(step.name + "_left");
  sure_[step.running] = 1;
  if (parts.size() == 1) {
    line(fmt::format("{} = {}.append({}, {})", left, np_, step.name, values));
    line(fmt::format("{} = {}[:-1]", step.running, left));
  } else {
    ++result_.operations;
    work(4);
    if (values.find_first_of(" -") != std::string::npos) {
      values = "(" + values + ")";
    }
    const std::string mask = whole_shape(parts[1]);
    const std::string at = fresh("at");
    std::string last = count(rows());
    last = last.ends_with(" - 1") ? last.substr(0, last.size() - 1) + "2"
                                  : last + " - 1";
    line(fmt::format("{} = {}.flatnonzero({})", at, np_, mask));
    line(fmt::format("{} = {}.append({}, {}[{}])", left, np_, step.name, values,
                     at));
    line(
        fmt::format("{0} = {1}.repeat({2}, {1}.diff({3}, prepend=-1, "
                    "append={4}))",
                    step.running, np_, left, at, last));
  }
  line(fmt::format("{} = {}[-1].item()", step.name, left));
}

// Only what stands behind the loop reads it: of whatever type it was before.
void KernelLines::keep_last(const KernelStep& step, const std::string& values) {
  const std::vector<KernelExpr>& parts = step.value.parts;
  const std::string left = fresh(step.name + "_left");
  line(left + " = " + values);
  if (parts.size() == 1) {
    line("if " + left + ".size:");
    lines_.push_back(
        {depth_ + 1, fmt::format("{} = {}[-1].item()", step.name, left)});
    return;
  }
  const auto known = picks_.find(parts[1].text);
  const std::string at = known == picks_.end() ? fresh("at") : known->second.at;
  if (known == picks_.end()) {
    line(
        fmt::format("{} = {}.flatnonzero({})", at, np_, whole_shape(parts[1])));
  }
  line("if " + at + ".size:");
  lines_.push_back(
      {depth_ + 1, fmt::format("{} = {}[{}[-1]].item()", step.name, left, at)});
}

}  // namespace ppp::rewrite
