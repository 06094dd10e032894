// SPDX-License-Identifier: Apache-2.0
// Variables that are never anything but 0 or 1: `alive = 1 if … else 0`. They
// are kept as truth values, which `&` and `|` join; np.where() has to guess at
// every item which one it will be.
#include <algorithm>
#include <optional>

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
      if (step.kind == KernelStep::Kind::kFold ||
          step.kind == KernelStep::Kind::kCarry) {
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
  work(1);
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

namespace {

std::optional<std::int64_t> small_whole(const KernelExpr& value) {
  constexpr std::size_t kDigits = 9;
  const bool negative =
      value.kind == KernelExpr::Kind::kOperation && value.text == "neg";
  const KernelExpr& number = negative ? value.parts[0] : value;
  if (number.kind != KernelExpr::Kind::kLiteral ||
      number.type != NumberType::kInteger || number.text.size() > kDigits ||
      number.text.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  return std::stoll(number.text) * (negative ? -1 : 1);
}

int times_read(const KernelExpr& value, const std::string& name) {
  int times =
      value.kind == KernelExpr::Kind::kName && value.text == name ? 1 : 0;
  for (const KernelExpr& part : value.parts) times += times_read(part, name);
  return times;
}

int times_read(const std::vector<KernelStep>& steps, const std::string& name) {
  int times = 0;
  for (const KernelStep& step : steps) {
    times += times_read(step.value, name) + (step.running == name ? 1 : 0);
    for (const KernelExpr& at : step.at) times += times_read(at, name);
    times += times_read(step.body, name) + times_read(step.otherwise, name);
  }
  return times;
}

}  // namespace

/// The least one that holds all of them: less memory, which takes most of the
/// time.
const char* KernelLines::Choice::type() const {
  constexpr std::int64_t kByte = 256;
  constexpr std::int64_t kTwo = 65536;
  if (least >= 0)
    return most < kByte ? "uint8" : most < kTwo ? "uint16" : "int32";
  if (least >= -kByte / 2 && most < kByte / 2) return "int8";
  return least >= -kTwo / 2 && most < kTwo / 2 ? "int16" : "int32";
}

// `255 if … else 0`, stored in an array and named nowhere else.
void KernelLines::find_choices() {
  auto stored = [&](auto& self, const std::vector<KernelStep>& steps) -> void {
    for (const KernelStep& step : steps) {
      const bool fits = step.kind == KernelStep::Kind::kStore &&
                        is_array(step.name) &&
                        step.value.kind == KernelExpr::Kind::kName &&
                        times_read(kernel_.steps, step.value.text) == 1 &&
                        !truths_.contains(step.value.text);
      if (fits) choices_[step.value.text] = {};
      self(self, step.body);
      self(self, step.otherwise);
    }
  };
  stored(stored, kernel_.steps);
  std::set<std::string> others;
  auto look = [&](auto& self, const std::vector<KernelStep>& steps) -> void {
    for (const KernelStep& step : steps) {
      const auto known = choices_.find(step.name);
      if (known != choices_.end()) {
        const auto number = step.kind == KernelStep::Kind::kAssign
                                ? small_whole(step.value)
                                : std::nullopt;
        if (!number) others.insert(step.name);
        known->second.least = std::min(known->second.least, number.value_or(0));
        known->second.most = std::max(known->second.most, number.value_or(0));
      }
      self(self, step.body);
      self(self, step.otherwise);
    }
  };
  look(look, kernel_.steps);
  for (const advisor::KernelInput& one : kernel_.inputs) {
    others.insert(one.name);
  }
  for (const std::string& name : others) choices_.erase(name);
}

void KernelLines::assign_choice(const KernelStep& step) {
  const std::string number =
      fmt::format("{}.{}({})", np_, choices_.at(step.name).type(),
                  *small_whole(step.value));
  std::uint32_t sure = 0;
  std::string text = number;
  if (!masks_.empty() && sure_.contains(step.name)) {
    sure = sure_[step.name] | mask_axes_.back();
    text = fmt::format("{}.where({}, {}, {})", np_, masks_.back(), number,
                       step.name);
  }
  sure_[step.name] = sure;
  line(step.name + " = " + text);
}

}  // namespace ppp::rewrite
