// SPDX-License-Identifier: Apache-2.0
// Variables that are never anything but 0 or 1: `alive = 1 if … else 0`. They
// are kept as truth values, which `&` and `|` join; np.where() has to guess at
// every item which one it will be.
#include <algorithm>

#include "rewrite/kernel_lines.h"

namespace ppp::rewrite {

using advisor::KernelExpr;
using advisor::KernelStep;
using advisor::NumberType;

namespace {

bool is_whole_literal(const KernelExpr& value, const char* text) {
  return value.kind == KernelExpr::Kind::kLiteral &&
         value.type == NumberType::kInteger && value.text == text;
}

}  // namespace

bool KernelLines::is_truth(const KernelExpr& value) const {
  if (value.kind == KernelExpr::Kind::kName) {
    return truths_.contains(value.text);
  }
  if (value.kind == KernelExpr::Kind::kOperation && value.text == "if") {
    return value.type == NumberType::kInteger && is_truth(value.parts[1]) &&
           is_truth(value.parts[2]);
  }
  return is_whole_literal(value, "0") || is_whole_literal(value, "1");
}

// Of what is assigned, with nothing else given to it.
void KernelLines::find_truths() {
  if (asks_dtypes()) return;
  std::set<std::string> others;
  auto look = [&](auto& self, const std::vector<KernelStep>& steps) -> void {
    for (const KernelStep& step : steps) {
      const bool assigns = step.kind == KernelStep::Kind::kAssign;
      if (assigns) truths_.insert(step.name);
      if (step.kind == KernelStep::Kind::kSpread) others.insert(step.name);
      if (step.kind == KernelStep::Kind::kFold) {
        others.insert({step.name, step.running});
        for (const KernelStep& also : step.body) others.insert(also.name);
        continue;
      }
      self(self, step.body);
      self(self, step.otherwise);
    }
  };
  look(look, kernel_.steps);
  for (const advisor::KernelInput& one : kernel_.inputs) {
    others.insert(one.name);
  }
  for (const std::string& name : others) truths_.erase(name);
  auto keep = [&](auto& self, const std::vector<KernelStep>& steps) -> bool {
    return std::all_of(steps.begin(), steps.end(), [&](const auto& step) {
      const bool wrong = step.kind == KernelStep::Kind::kAssign &&
                         truths_.contains(step.name) && !is_truth(step.value);
      if (wrong) truths_.erase(step.name);
      return !wrong && self(self, step.body) && self(self, step.otherwise);
    });
  };
  while (!keep(keep, kernel_.steps)) {
  }
}

KernelTerm KernelLines::truth(const KernelExpr& value) {
  if (value.kind == KernelExpr::Kind::kName) return {variable(value.text)};
  if (value.kind == KernelExpr::Kind::kLiteral) {
    return {value.text == "1" ? "True" : "False"};
  }
  ++result_.operations;
  floats_ = true;
  const KernelTerm asked = expression(value.parts[0]);
  if (is_whole_literal(value.parts[1], "1") &&
      is_whole_literal(value.parts[2], "0")) {
    return asked;
  }
  const KernelTerm mask = named(asked, "mask");
  masks_.push_back(also(mask.text));
  const KernelTerm yes = truth(value.parts[1]);
  masks_.pop_back();
  masks_.push_back(also(negated(mask.text)));
  const KernelTerm no = truth(value.parts[2]);
  masks_.pop_back();
  return joined_truths(mask.text, yes, no);
}

/// `yes` where `mask` is true, else `no`.
KernelTerm KernelLines::joined_truths(const std::string& mask,
                                      const KernelTerm& yes,
                                      const KernelTerm& no) const {
  const std::string there =
      yes.text == "True" ? mask
      : yes.text == "False"
          ? ""
          : mask + " & " + yes.inside(KernelTerm::kBitAnd + 1);
  const std::string elsewhere =
      no.text == "False" ? ""
      : no.text == "True"
          ? negated(mask)
          : no.inside(KernelTerm::kBitAnd) + " & " + negated(mask);
  if (there.empty() && elsewhere.empty()) {
    return {mask + " & False", KernelTerm::kBitAnd};
  }
  if (there.empty()) return {elsewhere, KernelTerm::kBitAnd};
  if (elsewhere.empty()) return {there, KernelTerm::kBitAnd};
  return {there + " | " + elsewhere, KernelTerm::kBitOr};
}

void KernelLines::assign_truth(const KernelStep& step) {
  KernelTerm value = truth(step.value);
  std::uint32_t sure = sure_axes(step.value);
  if (!masks_.empty() && sure_.contains(step.name)) {
    sure |= sure_[step.name] | mask_axes_.back();
    value = joined_truths(masks_.back(), value, {step.name});
  }
  sure_[step.name] = sure;
  line(step.name + " = " + value.text);
}

/// As a number.
KernelTerm KernelLines::number_of_truth(const std::string& name) const {
  const auto known = sure_.find(name);
  const bool array = known != sure_.end() && known->second != 0;
  if (array) return {name + ".astype(int)"};
  return {name + " * 1", KernelTerm::kProduct};
}

}  // namespace ppp::rewrite
