// SPDX-License-Identifier: Apache-2.0
// `counts[place] += 1`, by ufunc.at(): one addition after the other, in the
// order of the iterations. Of a copy, which is what is kept in the end.
#include <algorithm>

#include "rewrite/kernel_lines.h"

namespace ppp::rewrite {

using advisor::KernelExpr;
using advisor::KernelInput;
using advisor::KernelStep;
using advisor::NumberType;

void KernelLines::survey_tally(const KernelStep& step) {
  for (const KernelExpr& at : step.at) survey(at);
  changed_.insert(step.name);
  const bool array = on_arrays_ || is_array(step.name);
  (array ? by_lanes_ : as_lists_).insert(step.name);
  if (on_arrays_) result_.arrays.insert(step.name);
  note_counted(step.value.type);
}

void KernelLines::tally(const KernelStep& step) {
  floats_ = true;
  result_.operations += 2;
  work(2.5);
  const KernelInput& kept = input(step.name);
  const bool array = on_arrays_ || is_array(step.name);
  Words places;
  for (std::size_t i = 0; i < step.at.size(); ++i) {
    const std::string size = i == 0  ? "len(" + step.name + ")"
                             : array ? step.name + ".shape[1]"
                                     : "len(" + step.name + "[0])";
    places.push_back(named({in_order(step.at[i])}, "at").text);
    Words asked = {fmt::format("{}.min(initial=0) < -{}", places[i], size),
                   fmt::format("{}.max(initial=0) >= {}", places[i], size)};
    if (step.at[i].type != NumberType::kInteger) {
      asked.insert(asked.begin(), places[i] + ".dtype.kind not in \"iu\"");
    }
    refuse_any(asked);
  }
  const bool literal = step.value.kind == KernelExpr::Kind::kLiteral &&
                       step.value.type == NumberType::kInteger &&
                       step.value.text.find('(') == std::string::npos;
  const std::string values =
      literal
          ? step.value.text
          : named({in_order(step.value)}, (step.name + "_values").c_str()).text;
  if (is_array(step.name) && !literal) {
    refuse_if(fmt::format("{}.dtype != {}.dtype", values, step.name));
  }
  const std::string sums = fresh(step.name + "_sums");
  line(array
           ? fmt::format("{} = {}.copy()", sums, step.name)
           : fmt::format("{} = {}.array({}, dtype={})", sums, np_, step.name,
                         kept.type == NumberType::kInteger ? "int" : "float"));
  line(fmt::format("{}.{}.at({}, {}, {})", np_, step.fold, sums,
                   places.size() == 1 ? places[0] : "(" + joined(places) + ")",
                   values));
  if (array || step.at.size() == 1) {
    effects_.push_back({1, fmt::format("{}[:] = {}{}", step.name, sums,
                                       array ? "" : ".tolist()")});
    return;
  }
  const std::string row = fresh("row");
  const std::string numbers = fresh("numbers");
  effects_.push_back({1, fmt::format("for {}, {} in zip({}, {}):", row, numbers,
                                     step.name, sums)});
  effects_.push_back({2, fmt::format("{}[:] = {}.tolist()", row, numbers)});
}

}  // namespace ppp::rewrite
